import fc from 'fast-check'
import { abuses, bodies, encodings, headerAbuses, methods } from './abuse.ts'
import type { Contract, Operation, Parameter } from './contract.ts'

/** A request to send, with the class of what it tries and the parameter or header that it tries it on. */
export type FuzzRequest = {
  kind: string
  about: string | undefined
  method: string
  /** The request's target as it is sent: its path and query. */
  target: string
  headers: Record<string, string | string[]>
  body?: string
}

/** Values that the server has been seen to use, by the name of the parameter. */
export type Known = Map<string, string[]>

const encode = (text: string) => encodeURIComponent(text.toWellFormed())

/** Text as the target of a request holds it; `raw` is sent as it stands. */
type Value = { text: string } | { raw: string }
const written = (value: Value) => ('raw' in value ? value.raw : encode(value.text))

type Parts = { operation: Operation; path: Record<string, Value>; query: [name: string, value: Value][] }

function targetOf({ operation, path, query }: Parts): string {
  const filled = operation.template.replace(/\{([^}]*)\}/g, (_, name: string) => written(path[name] ?? { text: '' }))
  const pairs = query.map(([name, value]) => `${encode(name)}=${written(value)}`)
  return pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled
}

const exampleOf = ({ example, schema }: Parameter): Value => ({
  text: [example ?? schema.enum?.[0] ?? 'x'].flat().join(','),
})

/** The plainest request of an operation: every required parameter with its example. */
function plain(operation: Operation): Parts {
  const required = operation.parameters.filter((parameter) => parameter.required || parameter.in === 'path')
  const pairs = (where: string) =>
    required
      .filter((parameter) => parameter.in === where)
      .map((parameter): [string, Value] => [parameter.name, exampleOf(parameter)])
  return { operation, path: Object.fromEntries(pairs('path')), query: pairs('query') }
}

/** A request with every filter and pin that the document has an example of, in the format that `Accept` says. */
function filtered(operation: Operation, parts: Parts): Parts {
  const others = operation.parameters.filter(
    ({ name, in: where, example }) =>
      where === 'query' && example && name !== 'format' && !parts.query.some(([given]) => given === name),
  )
  return { ...parts, query: [...parts.query, ...others.map((one): [string, Value] => [one.name, exampleOf(one)])] }
}

function withValue(parts: Parts, { name, in: where }: Parameter, value: Value): Parts {
  if (where === 'path') return { ...parts, path: { ...parts.path, [name]: value } }
  return { ...parts, query: [...parts.query.filter(([other]) => other !== name), [name, value]] }
}

/**
 * Every kind of abuse of every parameter of every operation, one at a time, and every method, header and body that is out
 * of place, on every operation: always the same requests for the same contract.
 */
export function sweep({ operations }: Contract): FuzzRequest[] {
  return operations.flatMap((operation) => {
    const parts = plain(operation)
    const target = targetOf(parts)
    // Where the parameters are not what is tried, they are given, so that whole files and matrices are small.
    const small = targetOf(filtered(operation, parts))
    const range = operation.parameters.find((parameter) => parameter.in === 'header' && parameter.name === 'range')
    const partial: Record<string, string> = range ? { range: String(range.example) } : {}
    const ask = (kind: string, about: string | undefined, request: Partial<FuzzRequest>): FuzzRequest => ({
      kind,
      about,
      method: 'GET',
      target,
      ...request,
      // A file of which parts can be had is not asked for whole each time.
      headers: { ...(request.target === small ? partial : {}), ...request.headers },
    })
    const changed = (kind: string, about: string, changes: Parts) => ask(kind, about, { target: targetOf(changes) })
    const named = operation.parameters.filter((parameter) => parameter.in !== 'header')
    const queried = operation.parameters.filter((parameter) => parameter.in === 'query')
    return [
      ask('plain', undefined, {}),
      ...named.flatMap((parameter) => [
        ...Object.entries(abuses).flatMap(([kind, values]) =>
          values.map((text) => changed(kind, parameter.name, withValue(parts, parameter, { text }))),
        ),
        ...encodings.map((raw) => changed('encoding', parameter.name, withValue(parts, parameter, { raw }))),
        ...boundaries(parameter).map((text) =>
          changed('boundary', parameter.name, withValue(parts, parameter, { text })),
        ),
      ]),
      ...queried.flatMap((parameter) => {
        const rest = parts.query.filter(([name]) => name !== parameter.name)
        const value = exampleOf(parameter)
        const repeated = (times: number): Parts => ({
          ...parts,
          query: [...rest, ...Array.from({ length: times }, (): [string, Value] => [parameter.name, value])],
        })
        const renamed = (name: string): Parts => ({ ...parts, query: [...rest, [name, value]] })
        const { name } = parameter
        return [
          ...[2, 3, 150].map((times) => changed('repeated', name, repeated(times))),
          ...[
            `${name}[]`,
            `${name}[0]`,
            `${name}[a]`,
            `${name}.a`,
            name.toUpperCase(),
            ` ${name}`,
            `${name}s`,
            `${name}\u0000`,
          ].map((other) => changed('name', name, renamed(other))),
          changed('missing', name, { ...parts, query: rest }),
          ask('repeated', name, { target: `${target}${target.includes('?') ? '&' : '?'}${name}` }),
        ]
      }),
      ...['x', '__proto__', 'constructor', 'toString', 'a[b][c]', 'ü', '\u0000', '', 'x'.repeat(3000)].map((name) =>
        changed('unknown parameter', name.slice(0, 20), { ...parts, query: [...parts.query, [name, { text: '1' }]] }),
      ),
      ...['?', '??', '?&', '?&&&=', '?=', '?%', `?${'a&'.repeat(3000)}`, `?${'a=1&'.repeat(2000)}`].map((query) =>
        ask('query', undefined, { target: target.split('?')[0] + query }),
      ),
      ...[
        '/',
        '//',
        '/.',
        '/..',
        '/%2e%2e/',
        '/../../etc/passwd',
        '/%00',
        '.json',
        ';a=b',
        '%',
        '%zz',
        '/x',
        '%20',
      ].map((suffix) => ask('path', undefined, { target: target.split('?')[0] + suffix })),
      ...['/', '//', '/./', '/../', '/%2f', '/V1'].map((prefix) =>
        ask('path', undefined, { target: prefix + target.slice(1) }),
      ),
      ask('path', undefined, { target: target.toUpperCase() }),
      ...methods.map((method) => ask('method', method, { method, target: small })),
      ...methods
        .filter((method) => !['HEAD', 'OPTIONS', 'TRACE'].includes(method))
        .map((method) =>
          ask('method with body', method, { method, body: '{}', headers: { 'content-type': 'application/json' } }),
        ),
      ...bodies.map(({ type, body }) => ask('body', type, { target: small, body, headers: { 'content-type': type } })),
      ...bodies.map(({ type, body }) =>
        ask('body', type, { target: small, method: 'POST', body, headers: { 'content-type': type } }),
      ),
      ...Object.entries(headerAbuses).flatMap(([name, values]) =>
        values.map((value) => ask('header', name, { target: small, headers: { [name]: value } })),
      ),
      ...['if-none-match', 'range', 'accept-encoding', 'host'].flatMap((name) =>
        (headerAbuses[name] ?? []).map((value) =>
          ask('header of HEAD', name, { target: small, method: 'HEAD', headers: { [name]: value } }),
        ),
      ),
    ]
  })
}

/** The values at the edges of what the schema allows, and just beyond them. */
function boundaries({ schema }: Parameter): string[] {
  const { minimum, maximum, minLength, maxLength, maxItems, items } = schema
  const around = (edge: number | undefined) =>
    edge === undefined ? [] : [edge - 1, edge, edge + 1].filter((n) => n >= 0)
  const item = items?.enum?.[0] ?? 'UKR'
  return [
    ...[minimum, maximum].flatMap(around).map(String),
    ...[minLength, maxLength]
      .flatMap(around)
      .flatMap((length) => ['x'.repeat(length), 'é'.repeat(Math.min(length, 1000))]),
    ...around(maxItems).map((count) => Array.from({ length: count }, () => item).join(',')),
    ...(schema.enum ?? []),
    ...(schema.enum ?? []).map((value) => value.toUpperCase()),
    ...(items?.enum ? [items.enum.join(',')] : []),
  ]
}

/**
 * Requests as somebody might mean them, valid ones more than others: values that are known combined across parameters, and
 * now and then one that is not right, or a header, a method, an encoding besides.
 */
export function anyRequest({ operations }: Contract, known: Known): fc.Arbitrary<FuzzRequest> {
  const abuse = fc.constantFrom(...Object.values(abuses).flat())
  const chaos: fc.Arbitrary<Value> = fc.oneof(
    abuse.map((text) => ({ text })),
    fc.constantFrom(...encodings).map((raw) => ({ raw })),
    fc.string({ unit: 'binary', maxLength: 60 }).map((text) => ({ text })),
    fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => ({ text })),
  )
  const headers = fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    {
      weight: 3,
      arbitrary: fc.dictionary(fc.constantFrom('accept-encoding'), fc.constantFrom('gzip', 'br', 'identity')),
    },
    {
      weight: 1,
      arbitrary: fc
        .uniqueArray(fc.constantFrom(...Object.keys(headerAbuses)), { maxLength: 3 })
        .chain((names) =>
          fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...(headerAbuses[name] ?? ['']))]))),
        ),
    },
  )
  const method = fc.oneof(
    { weight: 40, arbitrary: fc.constant('GET') },
    { weight: 2, arbitrary: fc.constant('HEAD') },
    { weight: 1, arbitrary: fc.constantFrom(...methods) },
  )
  const weighted = operations.map((operation) => ({
    weight: isWhole(operation) ? 1 : 40,
    arbitrary: fc.record({ parts: anyParts(operation, known, chaos), headers, method }),
  }))
  return fc.oneof(...weighted).map(({ parts, headers, method }) => ({
    kind: 'combination',
    about: undefined,
    method,
    target: targetOf(parts),
    headers,
  }))
}

/** Whether an operation answers with a whole file; one such answer costs as much as hundreds of others. */
const isWhole = ({ responses }: Operation) =>
  !Object.keys(responses[200]?.content ?? {}).some((type) => type === 'application/json') ||
  !Object.keys(responses).some((status) => status === '409')

function anyParts(operation: Operation, known: Known, chaos: fc.Arbitrary<Value>): fc.Arbitrary<Parts> {
  const value = (parameter: Parameter): fc.Arbitrary<Value> =>
    fc.oneof(
      { weight: 25, arbitrary: validText(parameter, known).map((text) => ({ text })) },
      { weight: 1, arbitrary: chaos },
    )
  const path = fc.record(
    Object.fromEntries(operation.parameters.filter((one) => one.in === 'path').map((one) => [one.name, value(one)])),
  )
  const query = operation.parameters
    .filter((one) => one.in === 'query')
    .map((parameter) => {
      const pair = value(parameter).map((one): [string, Value] => [parameter.name, one])
      const times = { minLength: 1, maxLength: 2 }
      const given = fc.oneof(
        { weight: 30, arbitrary: pair.map((one) => [one]) },
        { weight: 1, arbitrary: fc.array(pair, times) },
      )
      const absent = fc.constant<[string, Value][]>([])
      // A flat format without a limit is the whole list; that is asked for less often.
      const often = parameter.required || parameter.name === 'limit'
      return fc.oneof({ weight: often ? 15 : 3, arbitrary: given }, { weight: often ? 1 : 7, arbitrary: absent })
    })
  return fc
    .record({ path, query: fc.tuple(...query) })
    .map(({ path, query }) => ({ operation, path, query: query.flat() }))
}

/** Text that a parameter means something by. */
function validText({ name, schema, example }: Parameter, known: Known): fc.Arbitrary<string> {
  const { type, enum: allowed, items, minimum = 0, maximum = 1000, format } = schema
  if (type === 'array' && items) {
    const item = validText({ name, in: 'query', schema: items, example: [example].flat()[0] }, known)
    return fc
      .oneof(
        { weight: 20, arbitrary: fc.array(item, { minLength: 1, maxLength: 4 }) },
        { weight: 1, arbitrary: fc.array(item, { minLength: 1, maxLength: schema.maxItems ?? 10 }) },
      )
      .map((values) => values.join(','))
  }
  if (allowed) return fc.constantFrom(...allowed)
  if (type === 'integer')
    return fc.oneof(fc.integer({ min: minimum, max: maximum }), fc.integer({ min: minimum, max: 10 })).map(String)
  const said = knownOf(name, known)
  const learnt = said.length > 0 ? [fc.constantFrom(...said)] : []
  if (format === 'day-or-today')
    return fc.oneof(fc.constant('today'), fc.constant(String(example)), day(1940, 2040), day(0, 9999), ...learnt)
  const examples = example === undefined || example === '' ? [] : [fc.constant(String(example))]
  return learnt.length + examples.length > 0 ? fc.oneof(...examples, ...learnt) : fc.string({ maxLength: 20 })
}

const day = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, date]) =>
      [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-'),
    )

/** What is known of a parameter, or of the thing that its name is the plural of. */
const knownOf = (name: string, known: Known): string[] =>
  known.get(name) ?? known.get(name.replace(/ies$/, 'y')) ?? known.get(name.replace(/s$/, '')) ?? []

/** Keeps the values of parameters in every link of an answer, by the templates of the contract. */
export function learn({ operations }: Contract, known: Known, answer: unknown): void {
  const keep = (name: string, value: string) => {
    const values = known.get(name) ?? []
    if (!values.includes(value) && values.length < 500) known.set(name, [...values, value])
  }
  const read = (link: string) => {
    const { pathname, searchParams } = new URL(link, 'http://localhost')
    for (const [name, value] of searchParams) if (name !== 'limit') keep(name, value)
    for (const { template } of operations) {
      const names = [...template.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '')
      const match = new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{[^}]*\}/g, '([^/.]+)')}$`).exec(pathname)
      if (match) for (const [i, name] of names.entries()) keep(name, decodeURIComponent(match[i + 1] ?? ''))
    }
  }
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && /^(https?:\/\/[^/]*)?\/v1\//.test(value)) read(value)
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) walk(one)
  }
  walk(answer)
}
