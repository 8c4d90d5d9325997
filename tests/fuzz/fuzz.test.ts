import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../src/http/app.ts'
import { recordInMemory } from '../record.ts'
import { brokenRequests, faultsOfBroken } from './broken.ts'
import { type FuzzAnswer, faultsOf } from './checks.ts'
import { type Contract, readContract } from './contract.ts'
import { fuzz } from './fuzz.ts'
import { type FuzzRequest, sweep } from './requests.ts'

let app: Awaited<ReturnType<typeof buildApp>>
let origin: string
let contract: Contract

beforeAll(async () => {
  const snapshot = recordInMemory()
  app = await buildApp({ snapshot: () => snapshot, today: () => '2025-07-10' })
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
  contract = readContract((await app.inject('/openapi.json')).body)
})
afterAll(() => app.close())

test('three thousand requests made from the contract are all answered as the contract says', async () => {
  const { faults, requests, byStatus, byOperation } = await fuzz({ origin, requests: 3000, seed: 20250710 })
  expect(faults).toEqual([])
  expect(requests).toBe(3000)
  // Deep code is reached, not only refusals; and every operation.
  expect(byStatus[200]).toBeGreaterThan(1000)
  for (const { id } of contract.operations) expect(byOperation, id).toHaveProperty(id)
}, 120_000)

test('broken HTTP is refused or answered, never with a failure, and the server goes on', async () => {
  expect(brokenRequests.length).toBeGreaterThan(70)
  expect(await faultsOfBroken(origin)).toEqual([])
}, 120_000)

test('the sweep tries every kind of abuse on every parameter of every operation', () => {
  const tried = new Set(
    sweep(contract).map(
      ({ kind, about, target }) => `${contract.operationAt(target.split('?')[0] ?? '')?.id} ${about} ${kind}`,
    ),
  )
  const kinds = ['wrong type', 'number', 'date', 'unicode', 'long', 'SQL', 'FTS', 'path traversal', 'code', 'encoding']
  for (const { id, parameters } of contract.operations)
    for (const { name, in: where } of parameters) {
      if (where === 'header') continue
      for (const kind of kinds) expect(tried, `${id} ${name}`).toContain(`${id} ${name} ${kind}`)
      if (where === 'query') expect(tried, `${id} ${name}`).toContain(`${id} ${name} repeated`)
    }
})

const request = (target: string): FuzzRequest => ({
  kind: 'plain',
  about: undefined,
  method: 'GET',
  target,
  headers: {},
})
const answer = (status: number, mediaType: string, body: string): FuzzAnswer => ({
  status,
  headers: { 'content-type': mediaType },
  body: Buffer.from(body),
  ms: 1,
})
const problem = { type: 'urn:pacta:problem:invalid-parameter', title: 'x', status: 400, detail: 'x', instance: '/' }

test.each([
  ['a failure', 500, 'application/problem+json', JSON.stringify({ ...problem, status: 500 }), 'status 500'],
  [
    'a status that is not documented',
    418,
    'application/problem+json',
    JSON.stringify({ ...problem, status: 418 }),
    'undocumented status 418',
  ],
  ['a media type that is not documented', 200, 'text/html', '<p>', 'undocumented media type text/html'],
  ['a body that is not JSON', 200, 'application/json', '{', 'cannot be read'],
  ['a body that is not as documented', 200, 'application/json', '{"data":[]}', 'not as documented'],
  ['a CSV with a cell too many', 200, 'text/csv', 'a,b\r\n1,2,3\r\n', 'cannot be read'],
  ['a line that is not JSON', 200, 'application/x-ndjson', '{}\n{\n', 'cannot be read'],
  ['a feed that is not XML', 200, 'application/atom+xml', '<feed><entry></feed>', 'cannot be read'],
  ['a problem that names no parameter', 400, 'application/problem+json', JSON.stringify(problem), 'names no parameter'],
  [
    'a problem with another parameter',
    400,
    'application/problem+json',
    JSON.stringify({ ...problem, errors: [{ parameter: 'other', message: 'x' }] }),
    'a parameter other',
  ],
  [
    'a problem with a stack',
    400,
    'application/problem+json',
    JSON.stringify({ ...problem, detail: 'SqliteError: no such column' }),
    'a word of the inside',
  ],
])('the check sees %s', (_, status, mediaType, body, fault) => {
  expect(faultsOf(contract, request('/v1/acts'), answer(status, mediaType, body)).join('; ')).toContain(fault)
})

test.each(['limit=1e999', 'limit=Infinity', 'minIndependentSources=-1e999', `limit=${'9'.repeat(400)}`])(
  '%s is a number out of its bounds',
  async (query) => {
    const { statusCode, body } = await app.inject(`/v1/acts?${query}`)
    expect(statusCode).toBe(400)
    expect(JSON.parse(body).errors[0].parameter).toBe(query.split('=')[0])
  },
)

test('a thousand wrong values are told as twenty errors and how many more there are', async () => {
  const wrong = Array.from({ length: 1000 }, (_, i) => `x${i}`).join(',')
  const { statusCode, body } = await app.inject(`/v1/treaties/mine-ban/members?standing=${wrong}`)
  expect(statusCode).toBe(400)
  expect(JSON.parse(body).errors).toHaveLength(20)
  expect(JSON.parse(body).detail).toMatch(/There are \d+ more such errors\.$/)
})

test.each(['OPTIONS', 'QUERY', 'POST'] as const)(
  '%s is answered whatever the type of the body that it promises',
  async (method) => {
    const { statusCode, headers } = await app.inject({
      method,
      url: '/v1/acts',
      headers: { 'content-type': 'application/json' },
    })
    expect(statusCode).toBe(method === 'OPTIONS' ? 204 : 405)
    expect(headers.allow).toBe('GET, HEAD, OPTIONS')
  },
)
