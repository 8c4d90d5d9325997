import type { SwaggerOptions } from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import type { Context } from './context.ts'
import { giveWay } from './turns.ts'

type Operation = {
  operationId?: string
  parameters?: Parameter[]
  responses: Record<string, Answer>
}
type Answer = { description?: string; headers?: Record<string, object>; content?: Record<string, MediaType> }
type Parameter = {
  name: string
  required?: boolean
  description?: string
  example?: unknown
  schema?: { enum?: string[] }
}
type Example = { summary: string; value: unknown }
type MediaType = { schema?: unknown; examples?: Record<string, Example> }
/** An OpenAPI document, as far as it is read here. */
export type Document = {
  openapi: string
  paths: Record<string, { get?: Operation }>
  components: { headers?: Record<string, object> }
}

/** The text of the OpenAPI document as JSON and YAML, with the answers that this record gives as its examples. */
export type OpenApi = () => Promise<{ json: Buffer; yaml: () => Promise<Buffer> }>

/** The version of the contract, which begins with that of the paths; the code has its own in package.json. */
export const version = '1.0.0'

const description = `
Who is bound by which treaty, on which day, and how do we know?

Every fact rests on **statements**: who said what, in which words, at which place of which source. **Acts** are what those
statements say happened, on three planes: *international* (they have effect under the treaty), *domestic* (a step inside a
state) and *political*. Dates are never padded: \`2005\` means any day of 2005. Rival dates stay side by side as
**conflicts**, with the one preferred and why.

- **Names in any form.** \`UKR\`, \`ua\`, \`804\` and \`Ukraine\` are one state; \`mine-ban\`, \`XXVI-5\` and
  \`ottawa-convention\` are one treaty.
- **Pins.** \`asOf\` is the day that an answer is about, where it is derived for a day; \`knownOn\` uses only what could be
  known by a day (what had been published, and what a depositary had been given or had notified), \`accordingTo\` only some
  sources, \`record\` only this record. An answer in JSON repeats its pins
  and carries a \`permalink\` that gives all of them; a file or a picture has it in \`Link\`, as \`bookmark\`.
- **Lists** are \`{ data, page, pin, links }\`; follow \`links.next\` or the \`Link\` header. As CSV and
  NDJSON a page has its next and its permalink in \`Link\`; the total is in \`X-Total-Count\`, of a whole file too.
- **Formats.** One URL, by \`?format=\` or \`Accept\`: lists as CSV and NDJSON, acts and statements as Atom and JSON
  Feed, single things as JSON-LD, and what can be cited in words, as BibTeX and as CSL-JSON.
- **Errors** are problems (RFC 9457) that name the parameter, what is allowed, and the nearest allowed value.
- Reading is open: no key, any origin. Answers carry an \`ETag\`.
`

export const documentOptions: SwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Pacta',
      summary: 'Treaty membership, with its evidence.',
      description,
      version,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This server.' }],
    security: [],
    tags: [
      { name: 'Record', description: 'What this is and what it covers.' },
      { name: 'States', description: 'States and organisations, found by any of their names.' },
      { name: 'Treaties', description: 'Treaties and their final clauses.' },
      { name: 'Membership', description: 'Who is bound, on a day, as known on a day, according to whom, and why.' },
      { name: 'Acts', description: 'What was done, on which plane, on which date, on which evidence.' },
      { name: 'Statements', description: 'Who said what, where, in which words.' },
      { name: 'Speakers', description: 'Persons, bodies, newsrooms and documents, as each source prints them.' },
      { name: 'Sources', description: 'Articles, depositary lists and reports.' },
      { name: 'Conflicts', description: 'Rival values for one fact, the one preferred, and why.' },
      { name: 'Search', description: 'States, treaties, speakers and statements in one list.' },
      { name: 'Downloads', description: 'The whole record, as one file or as tables with their dictionary.' },
      { name: 'Health', description: 'For whoever runs the server.' },
    ],
  },
  // Component names as they are given, not def-0, def-1.
  refResolver: { buildLocalReference: (json, _, __, i) => String(json.$id ?? `def-${i}`) },
}

/** Headers that the framework and the door give to answers, by the names under which the document describes them. */
const headers = {
  ETag: 'Tells one representation from every other; for `If-None-Match` (RFC 9110, section 8.8.3).',
  'Last-Modified':
    'When the record was built or the code was changed, or, where today is asked about, when the day began (RFC 9110, section 8.8.2).',
  'Cache-Control':
    'For how long the answer may be kept: for good where it names all of its pins (RFC 9111, section 5.2).',
  Vary: 'What else than the address the answer depends on (RFC 9110, section 12.5.5).',
  'Accept-Ranges': 'That parts of it can be asked for (RFC 9110, section 14.3).',
}

/** The id of no record, as that of another is answered. */
const otherRecord = '0'.repeat(16)

/** How the document's own calls are told from others, so that no log counts them. */
export const ownCalls = { 'user-agent': 'pacta openapi examples' }

/**
 * The document of an application, made at the first call for each record from its routes as they are `described`: every
 * operation's example calls are asked of the application itself, so that what the document shows is what the server answers;
 * between two calls others have their turn. Nothing is kept of it but its text.
 */
export function document(app: FastifyInstance, { snapshot }: Context, described: () => Promise<object>): OpenApi {
  const examples: { url: string; path: string; download: boolean }[] = []
  app.addHook('onRoute', ({ method, url: path, config }) => {
    if (method === 'GET') {
      const download = config?.download ?? false
      for (const url of config?.examples ?? []) examples.push({ url, path, download })
    }
  })
  let made: { record: string; result: ReturnType<OpenApi> } | undefined

  async function make() {
    const document = structuredClone(await described()) as Document
    for (const { get } of Object.values(document.paths))
      for (const parameter of get?.parameters ?? []) if (parameter.name === 'record') parameter.example = snapshot().id
    document.components.headers = Object.fromEntries(
      Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
    )
    for (const { url, path, download } of examples) {
      const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.get
      const file = download ? await app.inject({ method: 'HEAD', url, headers: ownCalls }) : undefined
      // A file of another kind than text is not shown; its address is its operation's.
      const answer = file?.statusCode === 200 ? file : await show(operation, url)
      if (answer.statusCode !== 200) continue
      describeHeaders(operation, Object.keys(answer.headers))
      if (answer === file) continue
      const and = url.includes('?') ? '&' : '?'
      for (const format of formatsOf(operation)) await show(operation, `${url}${and}format=${format}`)
      const conflict = operation?.responses[409]?.content?.['application/problem+json']
      if (conflict && !conflict.examples) await show(operation, `${url}${and}record=${otherRecord}`)
      if (operation?.responses[406]) await show(operation, url, 'image/png')
    }
    // The document is answered as they are; to ask for it here would be to wait for itself.
    const asOthers = Object.keys(document.paths['/v1']?.get?.responses[200]?.headers ?? {})
    for (const path of ['/openapi.json', '/openapi.yaml']) describeHeaders(document.paths[path]?.get, asOthers)
    const json = Buffer.from(JSON.stringify(document))
    let yaml: Promise<Buffer> | undefined
    return {
      json,
      yaml: () => {
        yaml ??= asYaml(JSON.parse(String(json)))
        return yaml
      },
    }
  }

  async function show(operation: Operation | undefined, url: string, accept?: string) {
    // An answer to the application itself waits for nothing, so that without this no one else would be answered until the end.
    await giveWay()
    const answer = await app.inject({ url, headers: accept === undefined ? ownCalls : { ...ownCalls, accept } })
    const [type = ''] = String(answer.headers['content-type']).split(';')
    const media = operation?.responses[answer.statusCode]?.content?.[type]
    // A test sees to it that every answer has its place; here the document is worth more than one example.
    if (!media) return answer
    media.examples = {
      ...media.examples,
      [`example-${Object.keys(media.examples ?? {}).length + 1}`]: {
        summary: accept === undefined ? url : `${url} with Accept: ${accept}`,
        value: /[/+]json$/.test(type) ? answer.json() : answer.body,
      },
    }
    return answer
  }

  /** Describes those of the headers that an answer has; one with an `ETag` may also be a 304. */
  function describeHeaders(operation: Operation | undefined, named: string[]) {
    const answer = operation?.responses[200]
    if (!operation || !answer) return
    const told = named.map((name) => name.toLowerCase())
    const found = Object.keys(headers).filter((name) => told.includes(name.toLowerCase()))
    const refs = Object.fromEntries(found.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
    answer.headers = { ...answer.headers, ...refs }
    if (!('ETag' in refs)) return
    const { ETag, 'Cache-Control': cacheControl, Vary } = refs
    operation.responses[304] = {
      description:
        'The client holds this answer already, as `If-None-Match` or `If-Modified-Since` says (RFC 9110, section 15.4.5).',
      headers: { ETag, ...(cacheControl && { 'Cache-Control': cacheControl }), ...(Vary && { Vary }) },
    }
  }

  const documentOf: OpenApi = async () => {
    const record = snapshot().id
    if (made?.record !== record) {
      made = { record, result: make() }
      // What failed once is tried again at the next call.
      made.result.catch(() => {
        made = undefined
      })
    }
    const document = await made.result
    // One during whose making another record came has examples of both.
    return snapshot().id === record ? document : documentOf()
  }
  return documentOf
}

// What a reader of YAML 1.1 would take for a day, a boolean or a number (2025-02-30, on) is quoted, so that it reads the same.
const forEveryReader = { compat: 'yaml-1.1' } as const

/** A document as YAML, written part by part: written at once, half a megabyte would keep all others waiting. */
export async function asYaml(document: object): Promise<Buffer> {
  const { stringify } = await import('yaml')
  const written: string[] = []
  for (const [name, value] of Object.entries(document)) {
    const parts = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
    if (parts.length === 0) written.push(stringify({ [name]: value }, forEveryReader))
    for (const [index, part] of parts.entries()) {
      const text = stringify(
        { [name]: Object.fromEntries([part]) },
        { aliasDuplicateObjects: false, ...forEveryReader },
      )
      written.push(index === 0 ? text : text.slice(text.indexOf('\n') + 1))
      await giveWay()
    }
  }
  return Buffer.from(written.join(''))
}

/** The formats beside JSON that an operation's `format` parameter names. */
function formatsOf(operation: Operation | undefined): string[] {
  const format = operation?.parameters?.find(({ name }) => name === 'format')
  return (format?.schema?.enum ?? []).filter((name) => name !== 'json')
}
