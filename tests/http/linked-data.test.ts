import jsonld from 'jsonld'
import { describe, expect, test } from 'vitest'
import { expectProblem, get, send } from './exchange.ts'

type Node = { '@id'?: string; '@type'?: string[] } & Record<
  string,
  { '@id'?: string; '@value'?: unknown; '@type'?: string }[]
>

const schema = 'https://schema.org/'
const prov = 'http://www.w3.org/ns/prov#'
const oa = 'http://www.w3.org/ns/oa#'

/** A document expanded by another's processor, for which the network is closed. */
async function expanded(url: string): Promise<Node> {
  const answer = await send({ url, headers: { accept: 'application/ld+json' } })
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.headers['content-type']).toBe('application/ld+json; charset=utf-8')
  expect(answer.headers.vary).toContain('Accept')
  const documentLoader = async (address: string) => {
    throw new Error(`nothing is to be fetched, not ${address}`)
  }
  const [node, ...others] = await jsonld.expand(answer.json(), { documentLoader })
  expect(others).toEqual([])
  return node as unknown as Node
}

/** Every IRI that a document names a thing, a class or a property by. */
const irisIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(irisIn)
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, below]) => [
          ...(key.startsWith('@') ? [] : [key]),
          ...(key === '@id' || key === '@type' ? [below].flat() : []),
          ...irisIn(below),
        ])
      : []

const things = [
  ['/v1/states/ukraine', '/v1/states/UKR', `${schema}Country`],
  ['/v1/states/EUE', '/v1/states/EUE', `${schema}Organization`],
  ['/v1/treaties/ottawa-convention', '/v1/treaties/mine-ban', `${schema}Legislation`],
  ['/v1/acts/ukr-withdrawal-decree', '/v1/acts/ukr-withdrawal-decree', `${schema}Action`],
  ['/v1/acts/mine-ban-ukr-ratification', '/v1/acts/mine-ban-ukr-ratification', `${prov}Activity`],
  [
    '/v1/statements/reuters-newsroom-ukraine-ratified',
    '/v1/statements/reuters-newsroom-ukraine-ratified',
    `${schema}Claim`,
  ],
  ['/v1/sources/reuters-ukraine-decree', '/v1/sources/reuters-ukraine-decree', `${schema}NewsArticle`],
  ['/v1/sources/untc-mine-ban', '/v1/sources/untc-mine-ban', `${schema}Dataset`],
] as const

describe.each(things)('%s as JSON-LD', (url, id, type) => {
  test('is expanded without the network into the thing that it is', async () => {
    const node = await expanded(url)
    expect(node['@id']).toBe(`http://localhost${id}`)
    expect(node['@type']).toContain(type)
  })

  test('names everything by an absolute IRI', async () => {
    for (const iri of irisIn(await expanded(url))) expect(iri).toMatch(/^(https?:\/\/\w|urn:pacta:)/)
  })

  test('is the same by ?format=, and resolves against the server that answers', async () => {
    const answer = await send({ url: `${url}?format=jsonld`, headers: { host: 'pacta.example' } })
    expect(answer.json()['@context']['@base']).toBe('http://pacta.example/')
    expect(answer.json()['@id']).toBe(id)
  })
})

test('a treaty has its number, its days and its force', async () => {
  const node = await expanded('/v1/treaties/mine-ban')
  expect(node[`${schema}legislationIdentifier`]).toEqual([{ '@value': 'XXVI-5' }])
  expect(node[`${schema}legislationDate`]).toEqual([
    { '@value': '1997-09-18', '@type': 'http://www.w3.org/2001/XMLSchema#date' },
  ])
  expect(node[`${schema}legislationLegalForce`]).toEqual([{ '@id': `${schema}InForce` }])
})

test('a statement has its words, whence they were quoted, and where they stand', async () => {
  const node = await expanded('/v1/statements/reuters-newsroom-ukraine-ratified')
  const quotation = node[`${schema}appearance`]?.[0] as unknown as Node
  expect(quotation[`${schema}text`]).toEqual([{ '@value': 'Ukraine ratified the convention in 2005.' }])
  expect(quotation[`${prov}wasQuotedFrom`]).toMatchObject([
    { '@id': 'http://localhost/v1/sources/reuters-ukraine-decree' },
  ])
  expect(node[`${prov}wasAttributedTo`]).toMatchObject([{ '@id': 'http://localhost/v1/speakers/reuters-newsroom' }])
  expect(node[`${prov}generatedAtTime`]).toMatchObject([{ '@value': '2025-06-29' }])
  const annotation = node[`${schema}subjectOf`]?.[0] as unknown as Node
  const target = annotation[`${oa}hasTarget`]?.[0] as unknown as Node
  expect(target[`${oa}hasSelector`]).toMatchObject([
    { '@type': [`${oa}TextQuoteSelector`], [`${oa}exact`]: [{ '@value': 'Ukraine ratified the convention in 2005.' }] },
    {
      '@type': [`${oa}TextPositionSelector`],
      [`${oa}start`]: [{ '@value': '276' }],
      [`${oa}end`]: [{ '@value': '316' }],
      'urn:pacta:term:normalisation': [{ '@value': 'white_space_to_single_spaces' }],
    },
  ])
})

test('a date keeps its precision: a year is a year', async () => {
  const node = await expanded('/v1/acts/mine-ban-ukr-ratification?accordingTo=reuters-ukraine-decree')
  expect(node['http://purl.org/dc/terms/date']).toEqual([
    { '@value': '2005', '@type': 'http://www.w3.org/2001/XMLSchema#gYear' },
  ])
  expect(node[`${schema}startTime`]).toBeUndefined()
})

test('every act and every statement of the articles can be expanded', async () => {
  for (const list of ['acts', 'statements']) {
    const { data } = await get(`/v1/${list}?accordingTo=article&limit=200`)
    for (const { links } of data) expect((await expanded(links.self))['@id']).toBe(`http://localhost${links.self}`)
  }
})

test('what is left out by the pins is left out here too, and what there is not is a 406', async () => {
  const headers = { accept: 'application/ld+json' }
  expectProblem(await send({ url: '/v1/acts/ukr-withdrawal-decree?knownOn=2025-06-01', headers }), 404, {
    parameter: 'act',
  })
  const { detail } = expectProblem(await send({ url: '/v1/states/UKR', headers: { accept: 'text/turtle' } }), 406)
  expect(detail).toContain('application/ld+json')
})
