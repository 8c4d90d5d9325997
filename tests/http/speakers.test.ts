import { expect, test } from 'vitest'
import { expectProblem, get, idsOf, send, theTwoArticles } from './exchange.ts'

test('one person has the spelling of each source, under one name', async () => {
  const { data } = await get('/v1/speakers/volodymyr-zelenskyy')
  const spellings = data.printed.map(({ source, name }: { source: { id: string }; name: string }) => [source.id, name])
  expect(spellings).toEqual([
    ['reuters-ukraine-decree', 'Volodymyr Zelenskiy'],
    ['reuters-ukraine-decree', 'Zelenskiy'],
    ['tass-zelenskyy-signs-law', 'Zelensky'],
    ['unnamed-ukraine-decree', 'Zelenskyy'],
  ])
})

test.each(['Zelenskiy', 'zelensky', 'Volodymyr Zelenskiy', 'Volodymyr Zelenskyy', 'Zelenskij'])(
  'whoever is called or printed %s is suggested by the id',
  async (name) => {
    const error = { value: name, nearest: 'volodymyr-zelenskyy' }
    expectProblem(await send(`/v1/speakers/${name}`), 404, { parameter: 'speaker', ...error })
    expectProblem(await send(`/v1/statements?speaker=${name}`), 400, { parameter: 'speaker', ...error })
    expectProblem(await send(`/v1/acts?actor=${name}`), 400, { parameter: 'actor', ...error })
  },
)

test('one person has the roles that a source prints, each with how often', async () => {
  const { data } = await get('/v1/speakers/roman-kostenko')
  expect(data).toMatchObject({ kind: 'person', state: { id: 'UKR' } })
  expect(data.printed).toMatchObject([
    { name: 'Roman Kostenko', role: 'senior Ukrainian lawmaker', statements: 1 },
    {
      name: 'Kostenko',
      role: 'secretary of the Ukrainian parliament’s committee on national security, defence and intelligence',
      statements: 4,
    },
  ])
})

test.each([
  ['person', ['roman-kostenko', 'volodymyr-zelenskyy']],
  ['collective', ['human-rights-groups']],
  ['newsroom', ['reuters-newsroom', 'unnamed-newsroom']],
])('the speakers of kind %s', async (kind, ids) => {
  const { data } = await get(`/v1/speakers?kind=${kind}&limit=200`)
  expect(data.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(ids))
  expect(new Set(data.map((speaker: { kind: string }) => speaker.kind))).toEqual(new Set([kind]))
})

test('the human rights groups are a collective without a name, and of no state', async () => {
  const { data } = await get('/v1/speakers/human-rights-groups')
  expect(data).toMatchObject({ kind: 'collective', state: null })
  expect(data.name).toContain('not named')
})

test('AP is no speaker: it is the credit of a photograph', async () => {
  const { data } = await get('/v1/speakers?limit=200')
  expect(JSON.stringify(data.map(({ name }: { name: string }) => name))).not.toMatch(/\bAP\b|Associated Press/)
})

test('speakers of a state, by any of its names', async () => {
  const byName = await idsOf('/v1/speakers?state=ukraine&limit=200')
  expect(byName).toEqual(await idsOf('/v1/speakers?state=804&limit=200'))
  expect(byName).toContain('ukraine-foreign-ministry')
})

test('a speaker links to what he said and to what he did', async () => {
  const { links } = (await get('/v1/speakers/volodymyr-zelenskyy')).data
  expect(await idsOf(`${links.acts}&${theTwoArticles}`)).toContain('ukr-withdrawal-decree')
  expect(await idsOf(links.statements)).toContain('reuters-zelenskiy-cynicism')
  expect((await send(links.self)).statusCode).toBe(200)
})

test('what a speaker says is counted as often as it is listed', async () => {
  const { data } = await get('/v1/speakers?state=ukraine')
  for (const { printed, links } of data) {
    const counted = printed.reduce((sum: number, { statements }: { statements: number }) => sum + statements, 0)
    expect((await get(`${links.statements}&knownOn=2026-12-31`)).page.total).toBe(counted)
  }
})
