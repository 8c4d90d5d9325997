import { expect, test } from 'vitest'
import { expectProblem, get, send } from './exchange.ts'

const projection = '/v1/treaties/mine-ban/members/ukraine/projection'

test.each([
  ['no end of the conflict', '', '2026-01-20', null, true],
  ['an end after the six months', '&conflictEndedOn=2027-03-01', '2027-03-01', '2027-03-01', true],
  ['an end within the six months', '&conflictEndedOn=2025-12-01', '2026-01-20', '2026-01-20', false],
])('Ukraine, notified on 2025-07-20, with %s', async (_, end, earliest, latest, held) => {
  const { data } = await get(`${projection}?notifiedOn=2025-07-20${end}`)
  expect(data).toMatchObject({ earliest, latest, held, article: '20(3)' })
})

test('a state without an armed conflict leaves after the six months, by the last day of a short month', async () => {
  const { data } = await get('/v1/treaties/mine-ban/members/PRT/projection?notifiedOn=2025-08-31')
  expect(data).toMatchObject({ earliest: '2026-02-28', latest: '2026-02-28', held: false, article: '20(3)' })
})

test('a treaty that nobody can leave says so', async () => {
  const { data } = await get('/v1/treaties/civil-political-rights/members/PRT/projection?notifiedOn=2025-08-31')
  expect(data).toMatchObject({ earliest: null, latest: null })
  expect(data.because[0]).toMatchObject({ rule: 'no_withdrawal_clause' })
})

test('a day whose effect cannot be named is refused with the latest that can be asked for', async () => {
  expectProblem(await send(`${projection}?notifiedOn=9999-12-31`), 400, {
    parameter: 'notifiedOn',
    nearest: '9999-06-30',
  })
  const { data } = await get(`${projection}?notifiedOn=9999-06-30`)
  expect(data.earliest).toBe('9999-12-30')
})

test('where no armed conflict is on record, the day depends on that, and the answer says so', async () => {
  const { data } = await get('/v1/treaties/mine-ban/members/SDN/projection?notifiedOn=2025-07-20')
  expect(data).toMatchObject({ earliest: '2026-01-20', latest: '2026-01-20', held: false })
  expect(data.condition).toContain('unless Sudan is engaged in an armed conflict')
  expect(data.because.at(-1).text).toContain('on record in the sources used here')
  const other = await get('/v1/treaties/chemical-weapons/members/UKR/projection?notifiedOn=2025-08-31')
  expect(other.data).toMatchObject({ earliest: '2025-11-29', held: false, condition: null })
  expect(JSON.stringify(other.data.because)).not.toContain('conflict')
})

test('a notice on record is named though the treaty has no way out', async () => {
  const { data } = await get('/v1/treaties/civil-political-rights/members/PRK/projection')
  expect(data.because.map(({ rule }: { rule: string }) => rule)).toEqual([
    'no_withdrawal_clause',
    'withdrawal_notified',
  ])
  expect(data.because[1].act.id).toBe('civil-political-rights-prk-withdrawal-notification')
})

test('the notice on record is named beside another day that is supposed', async () => {
  const { data } = await get('/v1/treaties/mine-ban/members/LTU/projection?notifiedOn=2025-07-20')
  expect(data.because[1]).toMatchObject({ rule: 'withdrawal_notified' })
  expect(data.because[1].text).toContain('on 2025-06-27, as is on record')
})

test('a day that does not exist is refused with the nearest', async () => {
  expectProblem(await send(`${projection}?notifiedOn=2025-02-30`), 400, {
    parameter: 'notifiedOn',
    nearest: '2025-02-28',
  })
})
