import { expect, test } from 'vitest'
import { buildApp } from '../../src/http/app.ts'
import { expectProblem, get, send, snapshot, today } from './exchange.ts'

const lists = [
  '/v1/acts?limit=2',
  '/v1/acts?limit=2&accordingTo=article&dateMatch=certain&from=2025-01-01&to=today',
  '/v1/statements?limit=2&q=treaty',
  '/v1/treaties/mine-ban/members?limit=2',
  '/v1/states/UKR/treaties?limit=2',
  '/v1/treaties/mine-ban/history?limit=2',
  '/v1/treaties/mine-ban/panel?states=FIN,UKR&from=2025-06-01&to=2025-06-30&limit=2',
  '/v1/conflicts?limit=1',
  '/v1/changes?since=2025-05-01&limit=2',
  '/v1/states?limit=2',
  '/v1/speakers?limit=2',
]

test.each(lists)('the permalink of the second page of %s answers with that page', async (list) => {
  const first = await get(list)
  const second = await get(`${list}&cursor=${first.page.next}`)
  const { data, page } = await get(second.links.permalink)
  expect(data).toEqual(second.data)
  expect(page).toMatchObject({ total: second.page.total, limit: second.page.limit })
  expect(data).not.toEqual(first.data)
  if (page.next !== null) await get(`${second.links.permalink.replace(/cursor=[^&]*/, `cursor=${page.next}`)}`)
})

test('the pages of a list go on when a day ends', async () => {
  const list = '/v1/treaties/mine-ban/members?limit=2'
  const { page } = await get(list)
  const tomorrow = await buildApp({ snapshot: () => snapshot, today: () => '2025-07-02' })
  expect(today < '2025-07-02').toBe(true)
  const answer = await tomorrow.inject(`${list}&cursor=${page.next}`)
  expect(answer.statusCode).toBe(200)
})

test('a cursor of other filters, or under other pins, is refused', async () => {
  const { page } = await get('/v1/acts?limit=2&treaty=mine-ban')
  for (const other of ['treaty=XXVI-1', 'treaty=mine-ban&knownOn=2025-06-01', 'treaty=mine-ban&accordingTo=article'])
    expectProblem(await send(`/v1/acts?limit=2&${other}&cursor=${page.next}`), 400, { parameter: 'cursor' })
})
