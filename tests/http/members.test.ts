import { describe, expect, test } from 'vitest'
import { buildApp } from '../../src/http/app.ts'
import { databaseOfSeed } from '../record.ts'
import { crowd, expectProblem, get, send, snapshot, theTwoArticles, today } from './exchange.ts'

/** The standing of a state in the Mine Ban Convention on a day, as far as the two articles tell. */
const byArticles = (state: string, asOf: string) =>
  get(`/v1/treaties/mine-ban/members/${state}?asOf=${asOf}&knownOn=2026-01-01&${theTwoArticles}`).then(
    ({ data }) => data,
  )

describe('according to the two articles alone', () => {
  test('Ukraine on 2005-06-01 is unknown: it may have consented, but was not yet bound', async () => {
    const { standing, certain, possible } = await byArticles('UKR', '2005-06-01')
    expect({ standing, certain }).toEqual({ standing: 'unknown', certain: false })
    expect(possible).toContain('contracting_state')
    expect(possible).not.toContain('party')
  })

  test('Ukraine on 2006-07-15 is certainly a party, and says by which article', async () => {
    const { standing, certain, since, because } = await byArticles('UKR', '2006-07-15')
    expect({ standing, certain }).toEqual({ standing: 'party', certain: true })
    expect(since).toMatchObject({ earliest: '2005-07-01', latest: '2006-06-01' })
    expect(because).toContainEqual(
      expect.objectContaining({
        rule: 'entry_into_force_for_state',
        article: '17(2)',
        statements: [expect.objectContaining({ id: 'reuters-newsroom-ukraine-ratified' })],
      }),
    )
  })

  test('Ukraine on 2025-07-01 is a party whose withdrawal has come as far as steps at home', async () => {
    const { standing, withdrawal } = await byArticles('UKR', '2025-07-01')
    expect([standing, withdrawal.stage]).toEqual(['party', 'domestic'])
    const steps = withdrawal.steps.map(({ kind, plane, status }: Record<string, string>) => [kind, plane, status])
    expect(steps).toEqual([
      ['government_proposal', 'domestic', 'done'],
      ['head_of_state_decree', 'domestic', 'done'],
      ['announcement', 'political', 'done'],
      ['parliamentary_approval', 'domestic', 'required'],
      ['withdrawal_notification', 'international', 'required'],
      ['taking_effect', 'international', 'blocked'],
    ])
    expect(withdrawal.next.kind).toBe('parliamentary_approval')
    expect(withdrawal.takesEffect).toMatchObject({ earliest: '2026-01-01', latest: null, article: '20(3)' })
    for (const { because } of withdrawal.steps) {
      const said = because.flatMap(({ statements }: { statements: unknown[] }) => statements)
      expect(said.length + because.filter(({ article }: { article: string | null }) => article).length).toBeGreaterThan(
        0,
      )
    }
  })

  test('Russia is not a party, as three statements of different voices say', async () => {
    const { standing, because } = await byArticles('russia', '2025-07-01')
    expect(standing).toBe('not_party')
    const said = because.flatMap(({ rule, statements }: { rule: string; statements: { id: string }[] }) =>
      rule === 'claim' ? statements.map(({ id }) => id) : [],
    )
    expect(said).toHaveLength(3)
  })

  test.each(['FIN', 'POL', 'EST', 'LVA', 'LTU'])(
    '%s is unknown, a party or a former one, and has notified nothing',
    async (state) => {
      const { standing, possible, withdrawal } = await byArticles(state, '2025-07-01')
      expect([standing, possible, withdrawal.stage]).toEqual(['unknown', ['party', 'former_party'], 'announced'])
    },
  )

  test('Portugal is unknown: silence is not non-membership', async () => {
    const { standing, possible, because } = await byArticles('Portugal', '2025-07-01')
    expect([standing, possible.length]).toEqual(['unknown', 5])
    expect(because[0]).toMatchObject({ rule: 'silence' })
  })
})

test('as known on 2025-06-10 there is no decree, and the answer says on which assessed date that rests', async () => {
  const { data, pin } = await get(
    `/v1/treaties/mine-ban/members/UKR?asOf=2025-06-10&knownOn=2025-06-10&${theTwoArticles}`,
  )
  expect(data.withdrawal).toMatchObject({ stage: 'none', steps: [] })
  expect(pin.notYetPublished).toContainEqual(
    expect.objectContaining({ id: 'reuters-ukraine-decree', given: '2025-06-09', assessed: '2025-06-29' }),
  )
})

describe('according to all sources', () => {
  const standingOn = (state: string, asOf: string, treaty = 'mine-ban') =>
    get(`/v1/treaties/${treaty}/members/${state}?asOf=${asOf}&knownOn=2026-02-20`).then(({ data }) => data)

  test.each([
    ['EST', '2025-12-26', 'party'],
    ['EST', '2025-12-27', 'former_party'],
    ['FIN', '2026-01-09', 'party'],
    ['FIN', '2026-01-10', 'former_party'],
    ['POL', '2026-02-03', 'party'],
    ['TON', '2025-11-01', 'contracting_state'],
    ['TON', '2025-12-01', 'party'],
    ['MHL', '2025-08-31', 'contracting_state'],
    ['MHL', '2025-09-01', 'party'],
    ['RUS', '2026-02-03', 'not_party'],
    ['USA', '2026-02-03', 'not_party'],
    ['UKR', '2006-05-31', 'contracting_state'],
    ['UKR', '2006-06-01', 'party'],
    ['SSD', '2011-07-09', 'party'],
  ])('%s is on %s a %s of the Mine Ban Convention', async (state, day, standing) => {
    expect((await standingOn(state, day)).standing).toBe(standing)
  })

  test('Poland has notified its withdrawal, which takes effect on 2026-02-20 by article 20(3)', async () => {
    const { withdrawal } = await standingOn('POL', '2026-02-03')
    expect(withdrawal.stage).toBe('notified')
    expect(withdrawal.takesEffect).toMatchObject({ earliest: '2026-02-20', latest: '2026-02-20', article: '20(3)' })
  })

  test('Ukraine is a party, its suspension contested by the states that object', async () => {
    const { standing, contested } = await standingOn('UKR', '2026-02-03')
    expect(standing).toBe('party')
    const objectors = contested.flatMap(({ by }: { by: { state: { id: string } | null }[] }) =>
      by.map(({ state }) => state?.id),
    )
    expect(objectors).toEqual(expect.arrayContaining(['AUT', 'BEL', 'CHE', 'NOR', 'NZL']))
  })

  test.each([
    ['LTU', '2025-03-05', 'party'],
    ['LTU', '2025-03-06', 'former_party'],
  ])('%s is on %s a %s of the Convention on Cluster Munitions', async (state, day, standing) => {
    expect((await standingOn(state, day, 'cluster-munitions')).standing).toBe(standing)
  })

  test('Russia is a signatory of the test-ban treaty whose ratification was withdrawn', async () => {
    expect((await standingOn('RUS', '2023-11-02', 'nuclear-test-ban')).standing).toBe('contracting_state')
    const { standing, because } = await standingOn('RUS', '2026-02-03', 'nuclear-test-ban')
    expect(standing).toBe('signatory')
    expect(because.map(({ rule }: { rule: string }) => rule)).toContain('consent_withdrawn')
  })

  test.each([
    ['GUY', '1999-04-04', 'party'],
    ['GUY', '1999-04-05', 'party'],
    ['TTO', '1998-08-25', 'party'],
    ['TTO', '2000-06-26', 'party'],
    ['TTO', '2000-06-27', 'former_party'],
    ['JAM', '1998-01-22', 'party'],
    ['JAM', '1998-01-23', 'former_party'],
    ['BLR', '2023-02-07', 'party'],
    ['BLR', '2023-02-08', 'former_party'],
  ])(
    '%s is on %s a %s of the Optional Protocol to the Covenant on Civil and Political Rights',
    async (state, day, standing) => {
      expect((await standingOn(state, day, 'civil-political-rights-complaints')).standing).toBe(standing)
    },
  )

  test('North Korea remains a party to the Covenant, which nobody can leave', async () => {
    const { standing, confirmedThrough, because } = await standingOn('PRK', '2026-02-03', 'civil-political-rights')
    expect([standing, confirmedThrough]).toEqual(['party', 'unlimited'])
    expect(because.map(({ rule }: { rule: string }) => rule)).toContain('no_withdrawal_clause')
  })
})

describe('the list of members', () => {
  const list = '/v1/treaties/mine-ban/members?asOf=2026-02-03&knownOn=2026-02-03'

  test('counts on both bases and says what each counts, whatever is filtered', async () => {
    const { counts } = await get(`${list}&limit=1`)
    expect(counts).toMatchObject({
      inForce: 162,
      byDeposit: 162,
      signed: 132,
      basis: { inForce: expect.stringContaining('force'), byDeposit: expect.stringContaining('deposited') },
    })
    const sum = Object.values<number>(counts.byStanding).reduce((all, some) => all + some, 0)
    expect(sum).toBe(198)
    expect((await get(`${list}&standing=former_party`)).counts).toEqual(counts)
  })

  test('is filtered by one standing or by several', async () => {
    const { data, page } = await get(`${list}&standing=former_party&standing=signatory&limit=200`)
    expect(page.total).toBe(data.length)
    expect(data.map(({ state }: { state: { id: string } }) => state.id)).toEqual(['EST', 'FIN', 'LVA', 'LTU'])
  })

  test('names the act by which each state consented', async () => {
    const { data } = await get(`${list}&limit=200`)
    const ukraine = data.find(({ state }: { state: { id: string } }) => state.id === 'UKR')
    expect(ukraine.consent).toMatchObject({ kind: 'ratification', date: { value: '2005-12-27' } })
  })

  test('refuses a standing that is none, and says which there are', async () => {
    expectProblem(await send(`${list}&standing=member`), 400, { parameter: 'standing', value: 'member' })
  })
})

test('one state in every treaty', async () => {
  const { data, page } = await get('/v1/states/lithuania/treaties?asOf=2026-02-03&knownOn=2026-02-03&limit=200')
  expect(page.total).toBe(30)
  const left = data.flatMap(({ treaty, standing }: { treaty: { id: string }; standing: string }) =>
    standing === 'former_party' ? [treaty.id] : [],
  )
  expect(left).toEqual(['cluster-munitions', 'mine-ban'])
})

describe('one state in more treaties than are read at a time', () => {
  const database = databaseOfSeed()
  database.$client.exec(`
    WITH RECURSIVE copies (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < 100)
    INSERT INTO treaties (id, name, short_name, subject, untc, chapter, depositary)
    SELECT 'copy-' || n, 'Copy ' || n, 'copy ' || n, subject, 'C-' || n, chapter, depositary
    FROM treaties, copies WHERE id = 'mine-ban'`)
  const many = { ...snapshot, database }
  const url = '/v1/states/ukraine/treaties?standing=party&asOf=today'

  test('is answered from the record and for the day with which the answer began, whatever comes meanwhile', async () => {
    const whole = await buildApp({ snapshot: () => many, today: () => today })
    const expected = (await whole.inject(`${url}&record=${many.id}`)).body
    expect(JSON.parse(expected)).toMatchObject({ pin: { record: many.id, asOf: today } })
    let [served, day] = [many, today]
    const app = await buildApp({
      snapshot: () => served,
      today: () => {
        // In the first turn that the handler gives away.
        setImmediate(() => {
          served = { ...snapshot, id: '00000000000000ff' }
          day = '2025-07-02'
        })
        return day
      },
    })
    expect((await app.inject(`${url}&record=${many.id}`)).body).toBe(expected)
    expect(served.id).toBe('00000000000000ff')
  })

  test('is turned away where more waits than is done in good time', async () => {
    const { waiting, busy, fromOutside } = crowd()
    const app = await buildApp({ snapshot: () => many, today: busy }, { rewriteUrl: fromOutside })
    expectProblem(await app.inject(url), 503)
    await Promise.all(waiting)
  })
})

test('a state that the path misspells is a 404 that suggests the nearest', async () => {
  expectProblem(await send('/v1/treaties/mine-ban/members/Ukrane'), 404, { parameter: 'state', nearest: 'Ukraine' })
})

test('a consent that was taken back is told as none', async () => {
  const russia = async (asOf: string) => {
    const { data } = await get(`/v1/states/RUS/treaties?asOf=${asOf}&knownOn=2026-02-20&limit=200`)
    return data.find(({ treaty }: { treaty: { id: string } }) => treaty.id === 'nuclear-test-ban')
  }
  expect(await russia('2023-11-01')).toMatchObject({ standing: 'contracting_state', consent: { kind: 'ratification' } })
  expect(await russia('2024-01-01')).toMatchObject({ standing: 'signatory', consent: null })
})

test('a consent that was taken back before its effect is not told to have had one', async () => {
  const { data } = await get('/v1/treaties/chemical-weapons/members/PSE?asOf=2018-03-01&knownOn=2026-02-20')
  const texts = data.because.map(({ text }: { text: string }) => text).join(' ')
  expect(texts).toContain('on 2018-01-28, unless the consent has been taken back by then.')
})

test('rival days of effect are told, each with who gives it, and the one that counts with who gives that', async () => {
  const { data } = await get('/v1/treaties/mine-ban/members/MNE?asOf=2006-12-01&knownOn=2026-02-20')
  const of = (rule: string) => data.because.find((one: { rule: string }) => one.rule === rule)
  expect(of('rival_dates').text).toContain('take effect on 2006-06-03 and on 2007-04-01; 2006-06-03 is preferred')
  expect(of('rival_dates').statements.map(({ id }: { id: string }) => id)).toEqual([
    'opcw-montenegro-effective',
    'landmine-monitor-montenegro-2007',
  ])
  expect(of('effect_recorded').statements.map(({ id }: { id: string }) => id)).toEqual(['opcw-montenegro-effective'])
})

test.each(['migrant-workers', 'nuclear-test-ban', 'torture-prevention'])(
  'a successor to a signature is no signatory before it was a state: Montenegro, %s',
  async (treaty) => {
    const montenegro = async (day: string) =>
      (await get(`/v1/treaties/${treaty}/members/MNE?asOf=${day}&knownOn=2026-02-20`)).data
    expect(await montenegro('2006-06-02')).toMatchObject({ standing: 'not_party', certain: true })
    const { since } = await montenegro('2006-06-03')
    expect(since).toMatchObject({ earliest: '2006-06-03', latest: '2006-06-03' })
  },
)

test('an overview has no day of the treaty that could not be known by then', async () => {
  const datesKnownOn = async (day: string) =>
    (await get(`/v1/treaties/nuclear-weapons-prohibition/overview?asOf=${day}&knownOn=${day}`)).data.treaty.dates
  const before = await datesKnownOn('2019-01-01')
  expect(before).toMatchObject({ thresholdReached: null, entryIntoForce: null })
  expect(before.adopted.day).toBe('2017-07-07')
  expect((await datesKnownOn('2020-11-01')).entryIntoForce.day).toBe('2021-01-22')
})
