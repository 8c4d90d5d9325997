import { expect, test } from 'vitest'
import { buildApp } from '../../src/http/app.ts'
import { databaseOfSeed } from '../record.ts'
import { expectProblem, get, send, snapshot, today } from './exchange.ts'

test('states stand beside states in several treaties', async () => {
  const { data } = await get(
    '/v1/compare?states=FIN,poland,UA&treaties=mine-ban,XXVI-6&asOf=2026-02-03&knownOn=2026-02-03',
  )
  const matrix = data.rows.map(({ state, standings }: { state: { id: string }; standings: { standing: string }[] }) => [
    state.id,
    ...standings.map(({ standing }) => standing),
  ])
  expect(matrix).toEqual([
    ['FIN', 'former_party', 'not_party'],
    ['POL', 'party', 'not_party'],
    ['UKR', 'party', 'not_party'],
  ])
})

test('what is named twice, by whichever names, stands there once', async () => {
  const { data } = await get('/v1/compare?states=UKR,Ukraine,FIN,ua&treaties=mine-ban,ottawa-convention')
  const matrix = data.rows.map(({ state, standings }: { state: { id: string }; standings: unknown[] }) => [
    state.id,
    standings.length,
  ])
  expect(matrix).toEqual([
    ['UKR', 1],
    ['FIN', 1],
  ])
  const panel = await get('/v1/treaties/mine-ban/panel?from=2025-07-01&to=2025-07-01&states=UKR,Ukraine,ua')
  expect(panel.page.total).toBe(1)
})

test('without treaties, all are compared', async () => {
  const { data } = await get('/v1/compare?states=FIN')
  expect(data.rows[0].standings).toHaveLength(30)
})

test('a misspelt state is named, with the nearest', async () => {
  expectProblem(await send('/v1/compare?states=FIN,Polnd'), 400, {
    parameter: 'states',
    value: 'Polnd',
    nearest: 'Poland',
  })
})

test('sources stand beside sources: the article gives the year, the depositary the day', async () => {
  const { data } = await get(
    '/v1/compare/sources?state=UKR&treaty=mine-ban&asOf=2006-03-01&knownOn=2026-02-03&limit=200',
  )
  const by = (id: string) => data.find(({ source }: { source: { id: string } }) => source.id === id)
  const dateOfRatification = (id: string) =>
    by(id).acts.find(({ act }: { act: { id: string } }) => act.id === 'mine-ban-ukr-ratification').date.value
  expect([by('reuters-ukraine-decree').standing, dateOfRatification('reuters-ukraine-decree')]).toEqual([
    'unknown',
    '2005',
  ])
  expect([by('untc-mine-ban').standing, dateOfRatification('untc-mine-ban')]).toEqual([
    'contracting_state',
    '2005-12-27',
  ])
})

test('a panel shows a state on each day, and what is open on it', async () => {
  const { data, page } = await get(
    '/v1/treaties/mine-ban/panel?from=2025-12-26&to=2025-12-28&states=EST,FIN&knownOn=2026-02-03',
  )
  expect(page.total).toBe(6)
  const rows = data.map(({ day, state, standing }: { day: string; state: { id: string }; standing: string }) =>
    [day, state.id, standing].join(' '),
  )
  expect(rows.slice(0, 4)).toEqual([
    '2025-12-26 EST party',
    '2025-12-26 FIN party',
    '2025-12-27 EST former_party',
    '2025-12-27 FIN party',
  ])
})

test.each([
  ['from=9999-12-30', ['9999-12-30', '9999-12-31']],
  ['from=9999-11-30&every=month', ['9999-11-30', '9999-12-01']],
  ['from=9998-01-01&every=year', ['9998-01-01', '9999-01-01']],
])('a panel %s ends with the last day that there is', async (query, days) => {
  const { data } = await get(`/v1/treaties/mine-ban/panel?${query}&to=9999-12-31&states=UKR`)
  expect(data.map(({ day }: { day: string }) => day)).toEqual(days)
})

test('panels of several treaties can be put together: each row names its treaty, in every format', async () => {
  const url = '/v1/treaties/ottawa-convention/panel?from=2025-07-01&to=2025-07-01&states=UKR'
  const [row] = (await get(url)).data
  expect(row.treaty).toEqual({ id: 'mine-ban', name: 'Mine Ban Convention', href: '/v1/treaties/mine-ban' })
  expect((await send(`${url}&format=csv`)).body).toContain('day,state.id,state.name,treaty.id,treaty.name,standing,')
})

test('a panel and a comparison say of a later day than the record confirms that it is carried forward', async () => {
  const pins = 'knownOn=2026-03-01'
  const panel = await get(`/v1/treaties/mine-ban/panel?from=2026-08-03&to=2026-08-04&states=UKR,POL&${pins}`)
  const shown = ({ confirmedThrough, carriedForward }: { confirmedThrough: string; carriedForward: boolean }) => [
    confirmedThrough,
    carriedForward,
  ]
  expect(panel.data.map(shown)).toEqual([
    ['2026-02-20', true],
    ['2026-08-03', false],
    ['2026-02-20', true],
    ['2026-08-03', true],
  ])
  const csv = await send(`/v1/treaties/mine-ban/panel?from=2026-08-04&to=2026-08-04&states=UKR&${pins}&format=csv`)
  expect(csv.body).toContain('2026-08-04,UKR,Ukraine,mine-ban,Mine Ban Convention,party,party,true,2026-08-03,true')
  const { data } = await get(`/v1/compare?states=UKR&treaties=mine-ban&asOf=2030-01-01&${pins}`)
  expect(shown(data.rows[0].standings[0])).toEqual(['2026-08-03', true])
  const sources = await get(`/v1/compare/sources?state=UKR&treaty=mine-ban&asOf=2030-01-01&${pins}&accordingTo=report`)
  for (const row of sources.data) expect(row).toHaveProperty('carriedForward')
})

test('an overview holds the treaty, its counts, its latest acts and the withdrawals under way', async () => {
  const { data } = await get('/v1/treaties/mine-ban/overview?asOf=2025-09-01&knownOn=2025-09-01&acts=2')
  expect(data.treaty.id).toBe('mine-ban')
  expect(data.counts.inForce).toBeGreaterThan(160)
  expect(data.latestActs).toHaveLength(2)
  const poland = data.withdrawals.find(({ state }: { state: { id: string } }) => state.id === 'POL')
  expect(poland).toMatchObject({ stage: 'notified', takesEffect: { earliest: '2026-02-20' } })
})

test('sources stand beside sources with every act that they tell of, however many there are', async () => {
  const database = databaseOfSeed()
  const copies = `(WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < 1100) SELECT n FROM copies)`
  const copied = (table: string, column: string) => {
    const columns = database.$client.pragma(`table_info(${table})`) as { name: string }[]
    const selected = columns.map(({ name }) => (name === column ? `${name} || '-' || n` : name))
    return `INSERT INTO ${table} SELECT ${selected} FROM ${table}, ${copies} WHERE ${column} = 'mine-ban-ukr-ratification'`
  }
  database.$client.exec(`${copied('acts', 'id')}; ${copied('act_evidence', 'act')}`)
  const app = await buildApp({ snapshot: () => ({ ...snapshot, database }), today: () => today })
  const { data } = (await app.inject('/v1/compare/sources?state=ukraine&treaty=mine-ban&accordingTo=depositary')).json()
  await app.close()
  const ids = data.flatMap(({ acts }: { acts: { act: { id: string } }[] }) => acts.map(({ act }) => act.id))
  expect(ids.filter((id: string) => id.startsWith('mine-ban-ukr-ratification-'))).toHaveLength(1100)
})
