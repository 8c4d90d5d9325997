import { describe, expect, test } from 'vitest'
import { get, idsOf, send, theTwoArticles } from './exchange.ts'

const ofArticles = theTwoArticles

describe('/v1/acts?state=ukraine&treaty=ottawa-convention', () => {
  const ukraine = `/v1/acts?state=ukraine&treaty=ottawa-convention&${ofArticles}`

  test('tells of the ratification, the proposal, the decree and the announcement', async () => {
    expect((await idsOf(ukraine)).sort()).toEqual([
      'mine-ban-ukr-ratification',
      'ukr-withdrawal-announcement',
      'ukr-withdrawal-decree',
      'ukr-withdrawal-proposal',
    ])
  })

  test.each([
    ['mine-ban-ukr-ratification', 'ratification', 'international', null],
    ['ukr-withdrawal-proposal', 'government_proposal', 'domestic', 'withdrawal'],
    ['ukr-withdrawal-decree', 'head_of_state_decree', 'domestic', 'withdrawal'],
    ['ukr-withdrawal-announcement', 'announcement', 'political', 'withdrawal'],
  ])('%s is a %s on the %s plane', async (id, kind, plane, aim) => {
    const { data } = await get(`/v1/acts/${id}?${ofArticles}`)
    expect(data).toMatchObject({ id, kind, plane, aim, state: { id: 'UKR' }, treaty: { id: 'mine-ban' } })
  })

  test('without pins it holds all of these', async () => {
    const { data } = await get('/v1/acts?state=ukraine&treaty=ottawa-convention')
    const ids = data.map(({ id }: { id: string }) => id)
    expect(ids).toEqual(expect.arrayContaining(await idsOf(ukraine)))
  })
})

describe('dates are spans', () => {
  test('"2005" is the whole year, stated, and never a false day', async () => {
    const { date } = (await get(`/v1/acts/mine-ban-ukr-ratification?${ofArticles}`)).data
    expect(date).toMatchObject({
      value: '2005',
      precision: 'year',
      earliest: '2005-01-01',
      latest: '2005-12-31',
      basis: 'stated',
    })
  })

  test('the decree is of the assessed day, inferred, and says how it was read', async () => {
    const { date, conflicts } = (await get(`/v1/acts/ukr-withdrawal-decree?${ofArticles}`)).data
    expect(date).toMatchObject({ value: '2025-06-29', precision: 'day', basis: 'inferred' })
    expect(date.readings.join()).toContain('on Sunday')
    expect(conflicts).toMatchObject([
      { id: 'ukr-withdrawal-decree-date', href: '/v1/conflicts/ukr-withdrawal-decree-date' },
    ])
  })

  test('the proposal is not later than the decree, and open at its beginning', async () => {
    const { date } = (await get(`/v1/acts/ukr-withdrawal-proposal?${ofArticles}`)).data
    expect(date).toMatchObject({ value: '../2025-06-29', precision: 'interval', earliest: null, latest: '2025-06-29' })
  })

  test('"In March" is the month', async () => {
    const { date } = (await get(`/v1/acts/human-rights-groups-condemnation?${ofArticles}`)).data
    expect(date).toMatchObject({ value: '2025-03', precision: 'month', earliest: '2025-03-01', latest: '2025-03-31' })
  })
})

describe('a window', () => {
  const windowed = (window: string) => idsOf(`/v1/acts?state=UKR&${ofArticles}&${window}`)

  test('holds what may lie in it, unless asked for what certainly does', async () => {
    expect(await windowed('from=2005-06-01&to=2005-06-30')).toContain('mine-ban-ukr-ratification')
    expect(await windowed('from=2005-06-01&to=2005-06-30&dateMatch=certain')).not.toContain('mine-ban-ukr-ratification')
  })

  test('of the whole year certainly holds what is dated to the year', async () => {
    expect(await windowed('from=2005-01-01&to=2005-12-31&dateMatch=certain')).toEqual(['mine-ban-ukr-ratification'])
  })

  test('of the assessed day certainly holds the decree', async () => {
    expect(await windowed('from=2025-06-29&to=2025-06-29&dateMatch=certain')).toContain('ukr-withdrawal-decree')
    expect(await windowed('from=2025-06-08&to=2025-06-08')).not.toContain('ukr-withdrawal-decree')
  })

  test('moves with the pins: according to Reuters the decree is of 8 June', async () => {
    const reuters = (window: string) =>
      idsOf(`/v1/acts?kind=head_of_state_decree&accordingTo=reuters-ukraine-decree&dateMatch=certain&${window}`)
    expect(await reuters('from=2025-06-08&to=2025-06-08')).toEqual(['ukr-withdrawal-decree'])
    expect(await reuters('from=2025-06-29')).toEqual([])
  })

  test('may begin today', async () => {
    expect(await windowed('from=today&dateMatch=certain')).toEqual([])
  })
})

describe('filters', () => {
  test.each([
    ['plane=domestic', ['ukr-withdrawal-decree', 'ukr-withdrawal-proposal']],
    ['kind=head_of_state_decree', ['ukr-withdrawal-decree']],
    ['actor=volodymyr-zelenskyy', ['ukr-withdrawal-announcement', 'ukr-withdrawal-decree']],
    ['actor=human-rights-groups', ['human-rights-groups-condemnation']],
    ['plane=international', ['mine-ban-ukr-ratification']],
    ['aim=consent', []],
  ])('%s', async (filter, ids) => {
    expect((await idsOf(`/v1/acts?${filter}&${ofArticles}`)).sort()).toEqual(ids)
  })

  test('an act that answers acts of a state is listed with the state', async () => {
    expect(await idsOf(`/v1/acts?state=finland&${ofArticles}`)).toEqual(
      expect.arrayContaining(['fin-withdrawal-announcement', 'human-rights-groups-condemnation']),
    )
  })
})

describe('links lead from an act to everything behind it, and back', () => {
  test('act, statement, source and speaker', async () => {
    const act = (await get(`/v1/acts/mine-ban-ukr-ratification?${ofArticles}`)).data
    const [evidence] = act.evidence
    const statement = (await get(evidence.statement.href)).data
    expect((await get(evidence.source.href)).data.id).toBe(statement.source.id)
    expect((await get(evidence.speaker.href)).data.id).toBe(statement.speaker.id)
    expect(statement.bearsOn).toMatchObject([{ on: 'act', act: { id: act.id, href: act.links.self } }])
  })

  test('an act links to the list of its statements, and these are its evidence', async () => {
    const { data } = await get(`/v1/acts/ukr-withdrawal-decree?${ofArticles}`)
    const statements = await idsOf(`${data.links.statements}&${ofArticles}`)
    const evidence = data.evidence.map(({ statement }: { statement: { id: string } }) => statement.id)
    expect(statements.sort()).toEqual(evidence.sort())
  })

  test('the condemnation answers five announcements, and each says so', async () => {
    const { data } = await get(`/v1/acts/human-rights-groups-condemnation?${ofArticles}`)
    expect(data.targets).toHaveLength(5)
    for (const { href } of data.targets) {
      const { targetedBy } = (await get(href)).data
      expect(targetedBy).toMatchObject([{ id: 'human-rights-groups-condemnation' }])
    }
  })

  test('every reference of every act of the articles leads somewhere', async () => {
    const { data } = await get(`/v1/acts?limit=200&${ofArticles}`)
    const hrefs = new Set([...JSON.stringify(data).matchAll(/"href":"([^"]+)"/g)].map(([, href]) => href ?? ''))
    expect(hrefs.size).toBeGreaterThan(20)
    for (const href of hrefs) expect({ href, status: (await send(href)).statusCode }).toEqual({ href, status: 200 })
  })
})

test('the communication of the United States on the Arms Trade Treaty says what it says, in the words of the end note', async () => {
  const { data } = await get('/v1/acts/arms-trade-usa-communication')
  expect(data).toMatchObject({ kind: 'communication', date: { value: '2019-07-18' } })
  expect(data.summary).toContain('does not intend to become a party')
  const { note } = (await get(data.evidence[0].statement.href)).data
  expect(note).toContain('"the United States does not intend to become a party to the treaty.')
})

test('objections to a ratification answer it, and those to what is not recorded say to what', async () => {
  const { data } = await get('/v1/acts/racial-discrimination-khm-ratification')
  expect(data.targetedBy.map(({ id }: { id: string }) => id)).toContain('racial-discrimination-mng-objection')
  const { note } = (await get('/v1/statements/untc-torture-fra-objection')).data
  expect(note).toContain('To the declaration made by the German Democratic Republic')
})
