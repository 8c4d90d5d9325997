import { describe, expect, test } from 'vitest'
import { get, idsOf, send } from './exchange.ts'

describe('a treaty is found by any of its names', () => {
  test.each([
    'mine-ban',
    'MINE-BAN',
    'XXVI-5',
    'xxvi-5',
    'Ottawa Convention',
    'ottawa-convention',
    'ottawa convention',
    'Mine Ban Convention',
    'APMBC',
    'Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines and on their Destruction',
    'Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines and on their Destruction of September 18, 1997',
  ])('%s', async (name) => {
    expect((await get(`/v1/treaties/${encodeURIComponent(name)}`)).data.id).toBe('mine-ban')
  })
})

test('a treaty has its references, its depositary and its links', async () => {
  const { data } = await get('/v1/treaties/mine-ban')
  expect(data).toMatchObject({
    shortName: 'Mine Ban Convention',
    aliases: expect.arrayContaining(['Ottawa Convention']),
    references: { untc: 'XXVI-5', chapter: 'XXVI', registration: '35597' },
    depositary: 'Secretary-General of the United Nations',
    links: {
      clauses: '/v1/treaties/mine-ban/clauses',
      members: '/v1/treaties/mine-ban/members',
      history: '/v1/treaties/mine-ban/history',
      overview: '/v1/treaties/mine-ban/overview',
      membersSvg: '/v1/treaties/mine-ban/members.svg',
      historySvg: '/v1/treaties/mine-ban/history.svg',
      calendar: '/v1/calendar.ics?treaty=mine-ban',
      acts: '/v1/acts?treaty=mine-ban',
    },
  })
})

test('18 September 1997 is the day of adoption at Oslo: not of signature, not of entry into force', async () => {
  const { dates } = (await get('/v1/treaties/mine-ban')).data
  expect(dates.adopted).toMatchObject({ day: '1997-09-18', place: 'Oslo' })
  expect(dates.openedForSignature).toMatchObject({ day: '1997-12-03', place: 'Ottawa', article: '15' })
  expect(dates.thresholdReached).toMatchObject({ day: '1998-09-16', article: '17(1)' })
  expect(dates.entryIntoForce).toMatchObject({ day: '1999-03-01', article: '17(1)' })
})

test('every day of a treaty says where it is recorded', async () => {
  const { dates } = (await get('/v1/treaties/mine-ban')).data
  for (const date of Object.values(dates)) expect(date).toMatchObject({ citation: expect.stringMatching(/\w{10}/) })
})

test('treaties can be listed by subject and by chapter', async () => {
  expect(await idsOf('/v1/treaties?subject=disarmament&chapter=XXVI&limit=200')).toContain('mine-ban')
})

describe('the final clauses are data, each with its article', () => {
  test('they come in the order of the treaty', async () => {
    const { data } = await get('/v1/treaties/mine-ban/clauses')
    const articles = data
      .filter(({ article }: { article: string }) => article !== null)
      .map(({ article }: { article: string }) => Number.parseInt(article, 10))
    expect(articles.length).toBeGreaterThan(5)
    expect(articles).toEqual([...articles].sort((a, b) => a - b))
    expect([articles[0], articles.at(-1)]).toEqual([15, 21])
  })

  test('a withdrawal takes six months, and an armed conflict holds it: article 20', async () => {
    const { data } = await get('/v1/treaties/XXVI-5/clauses')
    const withdrawal = data.find(({ rule }: { rule: { kind: string } }) => rule.kind === 'withdrawal')
    expect(withdrawal.article).toContain('20')
    expect(withdrawal.rule).toMatchObject({
      delay: { kind: 'months_after', months: 6 },
      heldBy: 'armed_conflict',
      reasonsRequired: true,
      notify: expect.arrayContaining(['the Depositary']),
    })
  })

  test('entry into force for a state is on the first day of the sixth month after its deposit: article 17(2)', async () => {
    const { data } = await get('/v1/treaties/mine-ban/clauses')
    const clause = data.find(({ rule }: { rule: { kind: string } }) => rule.kind === 'entry_into_force_for_state')
    expect(clause).toMatchObject({ article: '17(2)', rule: { delay: { kind: 'first_day_of_month', months: 6 } } })
  })

  test('reservations are not permitted: article 19', async () => {
    const { data } = await get('/v1/treaties/mine-ban/clauses')
    const clause = data.find(({ rule }: { rule: { kind: string } }) => rule.kind === 'reservations')
    expect(clause).toMatchObject({ article: '19', rule: { permitted: 'none' } })
  })

  test('each has its words or a summary, and its citation', async () => {
    const { data } = await get('/v1/treaties/mine-ban/clauses')
    for (const clause of data)
      expect(clause).toMatchObject({ summary: expect.stringMatching(/\S/), citation: expect.stringMatching(/\S/) })
  })
})

describe('a filter of treaties by what the record has few of', () => {
  test.each(['chapter=xxvi', 'subject=Disarmament', 'chapter=XXVI&subject=DISARMAMENT'])(
    '%s is understood',
    async (query) => {
      expect((await get(`/v1/treaties?${query}`)).page.total).toBe(12)
    },
  )

  test.each([
    ['subject', 'foo', undefined, ['disarmament', 'human-rights']],
    ['subject', 'human-right', 'human-rights', ['disarmament', 'human-rights']],
    ['chapter', '26', undefined, ['IV', 'XXVI']],
    ['chapter', 'XXV', 'XXVI', ['IV', 'XXVI']],
  ])('%s=%s is a 400 that says what is allowed', async (parameter, value, nearest, allowed) => {
    const answer = await send(`/v1/treaties?${parameter}=${value}`)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors).toEqual([
      {
        parameter,
        value,
        allowed,
        message: `the record holds no treaty of the ${parameter} "${value}"`,
        ...(nearest && { nearest }),
      },
    ])
  })
})

test('every name that a treaty is said to have finds it, and every link of it leads somewhere', async () => {
  const { data } = await get('/v1/treaties?limit=200')
  for (const { id, name, shortName, aliases, references, links } of data) {
    for (const text of [id, name, shortName, references.untc, ...aliases])
      expect((await get(`/v1/treaties/${encodeURIComponent(text)}`)).data.id).toBe(id)
    for (const link of Object.values<string>(links)) expect((await send(link)).statusCode, link).toBe(200)
  }
})
