import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { get, send } from './exchange.ts'

const history = '/v1/treaties/mine-ban/history?knownOn=2026-02-03&limit=200'

test('the Mine Ban Convention enters into force for its first parties on 1999-03-01', async () => {
  const { data } = await get(history)
  const first = data.find(({ inForce }: { inForce: number }) => inForce > 0)
  expect(first).toMatchObject({ day: '1999-03-01', left: [] })
  expect(first.inForce).toBe(first.joined.length)
})

test('the three that left on 2025-12-27 are named, and Finland after them', async () => {
  const { body } = await send('/v1/treaties/mine-ban/history?knownOn=2026-02-03&format=ndjson')
  const data = body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const exits = data.flatMap(({ day, left }: { day: string; left: { id: string }[] }) =>
    left.length > 0 ? [[day, left.map(({ id }) => id)]] : [],
  )
  expect(exits.slice(0, 2)).toEqual([
    ['2025-12-27', ['EST', 'LTU', 'LVA']],
    ['2026-01-10', ['FIN']],
  ])
})

test('its rows as CSV say of any day what the members of that day sum to', async () => {
  const { body } = await send('/v1/treaties/mine-ban/history?knownOn=2026-02-03&format=csv')
  const rows: Record<string, string>[] = parse(body, { columns: true })
  for (const day of [
    '1997-12-03',
    '1999-02-28',
    '1999-03-01',
    '2006-06-01',
    '2025-12-26',
    '2025-12-27',
    '2026-02-03',
  ]) {
    const row = rows.findLast((row) => (row.day ?? '') <= day)
    const { counts } = await get(`/v1/treaties/mine-ban/members?asOf=${day}&knownOn=2026-02-03&limit=1`)
    expect([day, Number(row?.inForce), Number(row?.byDeposit)]).toEqual([day, counts.inForce, counts.byDeposit])
    for (const [standing, count] of Object.entries(counts.byStanding))
      expect([day, standing, Number(row?.[`byStanding.${standing}`])]).toEqual([day, standing, count])
  }
})

test('numbers of the time of states that no longer exist say that they can be too low', async () => {
  const said = /no longer exist, such as Czechoslovakia, the German Democratic Republic and Yugoslavia, .*too low/
  const { counts } = await get('/v1/treaties/racial-discrimination/members?asOf=1969-01-04&limit=1')
  expect(counts.inForce).toBe(25)
  expect(counts.basis.states).toMatch(said)
  expect((await get('/v1/treaties/racial-discrimination/history?limit=1')).basis.states).toMatch(said)
  expect((await get('/v1')).data.coverage.notCovered.join(' ')).toContain('states that no longer exist')
})

test.each([
  ['conventional-weapons', 'opened in 1981', true],
  ['rights-of-the-child', 'adopted in 1989, and no day of opening is recorded', true],
  ['chemical-weapons', 'adopted in 1992, but opened in January 1993', false],
  ['conventional-weapons-lasers', 'adopted in 1995, and never open for signature', false],
  ['mine-ban', 'opened in 1997', false],
])('whether states that no longer exist can be missing is said alike everywhere: %s was %s', async (treaty, _, old) => {
  const { counts } = await get(`/v1/treaties/${treaty}/members?limit=1`)
  const said = counts.basis.states
  expect(said).toContain('States that no longer exist')
  expect([said.includes('can be too low'), said.includes('do not lack them')]).toEqual([old, !old])
  expect((await get(`/v1/treaties/${treaty}/history?limit=1`)).basis.states).toBe(said)
  expect((await get(`/v1/treaties/${treaty}/overview`)).data.counts.basis.states).toBe(said)
  for (const picture of ['history.svg', 'members.svg?asOf=1992-12-31']) {
    const { body } = await send(`/v1/treaties/${treaty}/${picture}`)
    expect([picture, body.includes('numbers until 1992 can be too low')]).toEqual([picture, old])
  }
})
