import { expect, test } from 'vitest'
import { expectProblem, get, send, today } from './exchange.ts'

const windowed = ['/v1/acts?format=csv', '/v1/calendar.ics?treaty=mine-ban', '/v1/treaties/mine-ban/panel?format=csv']

test.each(windowed)('a window of %s that ends before it begins is a 400 that says where it begins', async (url) => {
  expectProblem(await send(`${url}&from=2025-07-02&to=today`), 400, {
    parameter: 'to',
    value: today,
    message: 'the window ends before it begins, on 2025-07-02',
  })
})

test.each(windowed)('today in a window of %s is the day that it is', async (url) => {
  const answer = await send(`${url}&from=2025-06-01&to=today`)
  expect(answer.statusCode).toBe(200)
  expect((await send(`${url}&from=2025-06-01&to=${today}`)).body).toBe(answer.body)
})

test('a window of acts may be open at either end', async () => {
  const total = async (query: string) => (await get(`/v1/acts?limit=1${query}`)).page.total
  expect(await total('&from=2010-01-01')).toBeLessThan(await total(''))
  expect(await total('&to=2010-01-01')).toBeLessThan(await total(''))
})
