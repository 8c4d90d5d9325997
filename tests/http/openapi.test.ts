import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { get, send } from './exchange.ts'

type Schema = { $ref?: string }
type Parameter = {
  name: string
  in: 'query' | 'path'
  required?: boolean
  description?: string
  example?: unknown
  schema: object
}
type Media = { schema: Schema; examples?: Record<string, { summary: string; value: unknown }> }
type Operation = {
  operationId: string
  summary: string
  description: string
  tags: string[]
  parameters?: Parameter[]
  responses: Record<string, { description: string; headers?: object; content?: Record<string, Media> }>
}

const document = await get('/openapi.json')
const operations = Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation, name: `${method} ${path}` })),
)
const parameters = operations.flatMap(({ path, operation, name }) =>
  (operation.parameters ?? []).map((parameter) => ({
    path,
    operation,
    parameter,
    name: `${parameter.name} of ${name}`,
  })),
)
const examples = operations.flatMap(({ operation }) =>
  Object.entries(operation.responses).flatMap(([status, { content = {} }]) =>
    Object.entries(content).flatMap(([type, { schema, examples = {} }]) =>
      Object.values(examples).map((example) => ({
        ...example,
        url: example.summary,
        status: Number(status),
        type,
        schema,
      })),
    ),
  ),
)

const day = /^\d{4}-\d{2}-\d{2}$/
const ajv = new Ajv2020({
  allErrors: true,
  strict: false,
  formats: {
    date: day,
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)) && /T.*Z$/.test(text),
    'day-or-today': true,
  },
})
ajv.addSchema(document, 'document')

/** Every place at which a value does not conform to a schema of the document. */
function faultsIn(value: unknown, schema: Schema) {
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')))
  validate(value)
  return (validate.errors ?? []).map(({ instancePath, message, params }) => ({ instancePath, message, params }))
}

const expectConforms = (value: unknown, schema: Schema, of: string) => expect(faultsIn(value, schema), of).toEqual([])

test('its introduction names every pin, and its version begins as the paths do', () => {
  for (const pin of ['asOf', 'knownOn', 'accordingTo', 'record'])
    expect(document.info.description).toContain(`\`${pin}\``)
  expect(Object.keys(document.paths).filter((path) => /^\/v\d/.test(path) && !/^\/v1(\/|$)/.test(path))).toEqual([])
  expect(document.info.version).toMatch(/^1\./)
})

test('every list tells of the headers by which its pages go on', () => {
  const lists = operations.filter(({ operation }) => operation.responses[200]?.content?.['text/csv'])
  expect(lists.length).toBeGreaterThan(10)
  for (const { name, operation } of lists.filter(({ path }) => !path.startsWith('/v1/tables')))
    expect([name, Object.keys(operation.responses[200]?.headers ?? {})]).toEqual([
      name,
      expect.arrayContaining(['Link', 'X-Total-Count']),
    ])
})

test('every operation but the probes says by which headers its answers are kept and asked about, and 304', async () => {
  const kept = ['ETag', 'Last-Modified', 'Cache-Control']
  for (const { name, path, operation } of operations) {
    const isProbe = path === '/healthz' || path === '/readyz'
    const told = kept.filter((header) => header in (operation.responses[200]?.headers ?? {}))
    expect([name, told]).toEqual([name, isProbe ? ['Cache-Control'] : kept])
    expect([name, 304 in operation.responses]).toEqual([name, !isProbe])
  }
})

test('the headers that an operation tells of are those of its answer', async () => {
  const { headers } = await send('/v1/acts/ukr-withdrawal-decree')
  const operation = operations.find(({ path }) => path === '/v1/acts/{act}')?.operation
  const told = Object.keys(operation?.responses[200]?.headers ?? {})
  expect(told.filter((name) => headers[name.toLowerCase()] === undefined)).toEqual([])
})

describe('the document as a whole', () => {
  test('is OpenAPI 3.1 and says what this is', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Pacta', version: expect.any(String) } })
  })

  test('is the same in YAML', async () => {
    const yaml = await send('/openapi.yaml')
    expect(yaml.headers['content-type']).toContain('application/yaml')
    expect(parse(yaml.body)).toEqual(document)
  })

  test('is the same in YAML to a reader of YAML 1.1, who takes other words for days and booleans', async () => {
    expect(parse((await send('/openapi.yaml')).body, { version: '1.1' })).toEqual(document)
  })

  test('names its components readably, each once', () => {
    const names = Object.keys(document.components.schemas)
    expect(names.length).toBeGreaterThan(20)
    for (const name of names) expect(name).toMatch(/^[A-Z][A-Za-z]+$/)
  })

  test('refers to nothing that is not in it', () => {
    const { schemas, headers } = document.components
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/([^"]+)"/g)]
    expect(references.length).toBeGreaterThan(50)
    const there = [
      ...Object.keys(schemas).map((name) => `schemas/${name}`),
      ...Object.keys(headers).map((name) => `headers/${name}`),
    ]
    expect(references.map(([, name]) => name ?? '').filter((name) => !there.includes(name))).toEqual([])
    expect(JSON.stringify(document)).not.toMatch(/"\$ref":"(?!#\/components\/(schemas|headers)\/)/)
  })

  test('describes every component', () => {
    for (const [name, schema] of Object.entries<{ description?: string; required?: string[]; properties?: object }>(
      document.components.schemas,
    )) {
      const isAnswer = /(Answer|List)$/.test(name)
      expect({ name, told: isAnswer || name === 'Rule' || Boolean(schema.description) }).toEqual({ name, told: true })
    }
  })

  test('gives every operation an id of its own', () => {
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('uses no tag that it does not describe, and describes none that is not used', () => {
    const used = new Set(operations.flatMap(({ operation }) => operation.tags))
    expect(new Set(document.tags.map(({ name }: { name: string }) => name))).toEqual(used)
  })

  test('tells of reading only', () => {
    expect(new Set(operations.map(({ method }) => method))).toEqual(new Set(['get']))
  })
})

describe('every operation is complete', () => {
  test.each(operations)('$name', ({ path, operation }) => {
    expect(operation).toMatchObject({
      operationId: expect.stringMatching(/^[a-z][A-Za-z]+$/),
      summary: expect.stringMatching(/\S/),
      description: expect.stringMatching(/\S.*\./),
      tags: [expect.any(String)],
    })
    for (const [status, { description, content = {} }] of Object.entries(operation.responses)) {
      expect(description).toMatch(/\S/)
      const type = status.startsWith('2') ? expect.not.stringContaining('problem') : 'application/problem+json'
      for (const name of Object.keys(content)) expect(name).toEqual(type)
      const shown = Object.values(content).flatMap((media) => Object.values(media.examples ?? {}))
      // The document does not hold itself, nor a file that is no text; the other answers that have no example depend on the server, not on the call.
      const shows =
        status === '200'
          ? !path.startsWith('/openapi') && !/\.(sqlite|zip)$/.test(path)
          : ['400', '404'].includes(status)
      if (shows) expect({ status, examples: shown.length }).not.toEqual({ status, examples: 0 })
    }
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '500']))
    if (path.includes('{')) expect(operation.responses).toHaveProperty('404')
    if (operation.parameters?.length) expect(operation.responses).toHaveProperty('400')
    if (operation.parameters?.some(({ name }) => name === 'record')) expect(operation.responses).toHaveProperty('409')
  })
})

describe('every parameter says what it is', () => {
  // A cursor is opaque, belongs to one list, and is got from the page before.
  test.each(parameters.filter(({ parameter }) => parameter.name !== 'cursor'))('$name', ({ parameter }) => {
    expect(parameter.description).toMatch(/\S.*\./)
    expect(parameter.example).toBeDefined()
  })

  test.each(parameters.filter(({ parameter }) => parameter.in === 'query' && parameter.name !== 'cursor'))(
    'the example of $name is accepted',
    async ({ path, operation, parameter }) => {
      const needed = (operation.parameters ?? []).filter(
        (one) => one.in === 'path' || one.required || one === parameter,
      )
      const url = needed
        .filter((one) => one.in === 'path')
        .reduce((text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(String(example))), path)
      const query = new URLSearchParams(
        needed.filter((one) => one.in === 'query').map(({ name, example }) => [name, String(example)]),
      )
      const answer = await send(`${url}?${query}`)
      expect({ url: `${url}?${query}`, status: answer.statusCode }).toMatchObject({ status: 200 })
    },
  )
})

describe('every example is what the server answers', () => {
  test.each(examples)('$status $url', async ({ url: call, status, type, value, schema }) => {
    const [, url = '', accept] = /^(\S+)(?: with Accept: (.+))?$/.exec(call) ?? []
    const answer = await send({ url, headers: accept ? { accept } : {} })
    expect(answer.statusCode).toBe(status)
    expect(String(answer.headers['content-type']).split(';')[0]).toBe(type)
    const body = /[/+]json$/.test(type) ? answer.json() : answer.body
    expect(value).toEqual(body)
    expectConforms(value, schema, url)
  })

  test('no example is of an error on our side', () => {
    expect(examples.filter(({ status }) => status >= 500)).toEqual([])
  })
})

describe('every answer conforms to its schema', () => {
  const pageAfterPage = operations.filter(({ operation }) =>
    operation.parameters?.some(({ name }) => name === 'cursor'),
  )

  test.each(pageAfterPage)('every page of $name', async ({ path, operation }) => {
    const schema = operation.responses['200']?.content?.['application/json']?.schema ?? {}
    const needed = (operation.parameters ?? []).filter((one) => one.in === 'path' || one.required)
    const bare = needed.reduce((text, { name, example }) => text.replace(`{${name}}`, String(example)), path)
    const query = new URLSearchParams(
      needed.filter((one) => one.in === 'query').map(({ name, example }) => [name, String(example)]),
    )
    query.set('limit', '200')
    let next: string | undefined = `${bare}?${query}`
    for (let page = 0; next && page < 20; page++) {
      const answer: { links: { next?: string }; data: unknown[] } = await get(next)
      expectConforms(answer, schema, next)
      next = answer.links.next
    }
  })

  test.each(['acts', 'statements', 'speakers', 'sources', 'conflicts', 'states', 'treaties'])(
    'each of the %s by itself, as in its list',
    async (list) => {
      const one = operations.find(({ path }) => new RegExp(`^/v1/${list}/{\\w+}$`).test(path))?.operation
      const schema = one?.responses['200']?.content?.['application/json']?.schema ?? {}
      const { data } = await get(`/v1/${list}?limit=50`)
      expect(data.length).toBeGreaterThan(0)
      for (const thing of data) {
        const answer = await get(thing.links.self)
        expectConforms(answer, schema, thing.links.self)
        expect(answer.data).toEqual(thing)
      }
    },
  )

  test('a record that is not served is a 409 wherever a record can be named', async () => {
    const named = operations.filter(({ operation }) => operation.parameters?.some(({ name }) => name === 'record'))
    expect(named.length).toBeGreaterThan(10)
    for (const { path, operation } of named) {
      const needed = (operation.parameters ?? []).filter((one) => one.in === 'path' || one.required)
      const url = needed.reduce((text, { name, example }) => text.replace(`{${name}}`, String(example)), path)
      const query = new URLSearchParams(
        needed.filter((one) => one.in === 'query').map(({ name, example }) => [name, String(example)]),
      )
      query.set('record', '0000000000000000')
      const answer = await send(`${url}?${query}`)
      expect({ url, status: answer.statusCode }).toEqual({ url, status: 409 })
      expectConforms(
        answer.json(),
        operation.responses['409']?.content?.['application/problem+json']?.schema ?? {},
        url,
      )
    }
  })

  test('a word that is not in its list would be noticed', () => {
    const act = examples.find(({ url }) => url.startsWith('/v1/acts/ukr-withdrawal-decree?knownOn'))
    const changed = JSON.parse(JSON.stringify(act?.value).replace('"domestic"', '"internal"'))
    expect(faultsIn(changed, act?.schema ?? {})).toMatchObject([{ instancePath: '/data/plane' }])
  })
})
