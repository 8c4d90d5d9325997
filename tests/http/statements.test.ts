import { describe, expect, test } from 'vitest'
import { get, idsOf, send, theTwoArticles } from './exchange.ts'

const articles = `${theTwoArticles}&limit=200`

describe('/v1/statements?speaker=roman-kostenko', () => {
  test('gives every utterance of his', async () => {
    expect(await idsOf(`/v1/statements?speaker=roman-kostenko&${theTwoArticles}`)).toEqual([
      'reuters-kostenko-approval-needed',
      'reuters-kostenko-long-demanded',
      'reuters-kostenko-russia-not-party',
      'reuters-kostenko-no-restrictions',
      'reuters-kostenko-legislative-decision',
    ])
  })

  test('gives his role as printed each time', async () => {
    const { data } = await get(`/v1/statements?speaker=roman-kostenko&${theTwoArticles}`)
    expect(data[0].as).toEqual({ name: 'Roman Kostenko', role: 'senior Ukrainian lawmaker' })
    expect(data[1].as).toEqual({
      name: 'Kostenko',
      role: 'secretary of the Ukrainian parliament’s committee on national security, defence and intelligence',
    })
  })

  test('places on Facebook what was there, and nothing else', async () => {
    const { data } = await get(`/v1/statements?speaker=roman-kostenko&${theTwoArticles}`)
    const media = data.map(({ medium }: { medium: string | null }) => medium)
    expect(media).toEqual([null, 'Facebook', 'Facebook', 'Facebook', 'Facebook'])
  })
})

test('a statement has its words, its place and what it bears on', async () => {
  const { data } = await get('/v1/statements/reuters-newsroom-ukraine-ratified')
  expect(data).toMatchObject({
    words: 'Ukraine ratified the convention in 2005.',
    voice: 'newsroom',
    modality: 'asserted',
    speaker: { id: 'reuters-newsroom' },
    source: { id: 'reuters-ukraine-decree', publisher: 'Reuters' },
    locator: { start: 276, end: 316, unit: 'unicode_code_points', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    bearsOn: [{ on: 'act', relation: 'supports', act: { id: 'mine-ban-ukr-ratification' }, date: { value: '2005' } }],
  })
})

test('every locator of an article is as long as its words', async () => {
  const { data } = await get(`/v1/statements?${articles}`)
  expect(data.length).toBeGreaterThan(40)
  for (const { words, locator } of data) expect(locator.end - locator.start).toBe([...words].length)
})

describe('filters', () => {
  test.each([
    ['source=unnamed-ukraine-decree&speaker=ukraine-foreign-ministry', 3],
    ['act=human-rights-groups-condemnation', 1],
    ['modality=disjunctive', 1],
    ['voice=document', 2],
    ['topic=mine_clearance', 1],
    ['state=USA', 1],
    ['treaty=XXVI-5&modality=conditional', 2],
  ])('%s leaves %i', async (filter, count) => {
    expect((await get(`/v1/statements?${filter}&${theTwoArticles}`)).page.total).toBe(count)
  })

  test('words are looked for in what is printed', async () => {
    const found = await idsOf(`/v1/statements?q=facebook&${theTwoArticles}`)
    expect(found).toEqual([])
    expect(await idsOf(`/v1/statements?q=ballistic&${theTwoArticles}`)).toEqual(['reuters-zelenskiy-other-weapons'])
  })

  test('filters are joined by "and"', async () => {
    const both = await idsOf(`/v1/statements?state=RUS&topic=membership&${articles}`)
    const byState = await idsOf(`/v1/statements?state=RUS&${articles}`)
    const byTopic = await idsOf(`/v1/statements?topic=membership&${articles}`)
    expect(both).toEqual(byState.filter((id) => byTopic.includes(id)))
    expect(both.length).toBeGreaterThan(0)
  })
})

describe('the renderings of one utterance are linked', () => {
  test.each([
    ['cynicism', 'utmost cynicism', 'extremely cynical'],
    ['russian-killers', 'hallmark of Russian killers', 'trademark of Russian killers'],
    ['complexities', 'conducted during war', 'carried out in wartime'],
    ['political-step', 'We take this political step', 'We are taking this political step'],
  ])('on %s, both ways', async (about, inReuters, inTheOther) => {
    const reuters = (await get(`/v1/statements/reuters-zelenskiy-${about}`)).data
    const other = (await get(`/v1/statements/unnamed-zelenskyy-${about}`)).data
    expect(reuters.words).toContain(inReuters)
    expect(other.words).toContain(inTheOther)
    expect(reuters.utterance).toBe(other.utterance)
    expect(reuters.renderings).toMatchObject([{ id: other.id, words: other.words, href: other.links.self }])
    expect(other.renderings).toMatchObject([{ id: reuters.id, words: reuters.words, href: reuters.links.self }])
  })

  test('what only one article prints has no rendering', async () => {
    expect((await get('/v1/statements/reuters-zelenskiy-no-substitute')).data.renderings).toEqual([])
  })
})

describe('links', () => {
  test('lead from a statement to its source and speaker, and from these back to it', async () => {
    const { data } = await get('/v1/statements/reuters-kostenko-long-demanded')
    const source = (await get(data.links.source)).data
    const speaker = (await get(data.links.speaker)).data
    expect(await idsOf(`${source.links.statements}&limit=200`)).toContain(data.id)
    expect(await idsOf(speaker.links.statements)).toContain(data.id)
  })

  test('every reference of every statement of the articles leads somewhere', async () => {
    const { data } = await get(`/v1/statements?${articles}`)
    const hrefs = new Set([...JSON.stringify(data).matchAll(/"href":"([^"]+)"/g)].map(([, href]) => href ?? ''))
    expect(hrefs.size).toBeGreaterThan(20)
    for (const href of hrefs) expect({ href, status: (await send(href)).statusCode }).toEqual({ href, status: 200 })
  })
})
