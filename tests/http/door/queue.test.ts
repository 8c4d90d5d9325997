import type { ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { queue } from '../../../src/http/door/queue.ts'

/** Has the processor busy, as a dear request does. */
function work(ms: number) {
  for (const end = performance.now() + ms; performance.now() < end; );
}
const waiting = {} as ServerResponse

/** Has requests that cost so many milliseconds each enter a queue, and tells what becomes of each, in turn. */
async function outcomesOf(patience: number, costs: number[]): Promise<string[]> {
  const { enter } = queue(patience)
  const outcomes: string[] = []
  for (const [index, cost] of costs.entries()) {
    const answer = () => {
      work(cost)
      outcomes.push(`${index} answered`)
    }
    enter(waiting, answer, () => outcomes.push(`${index} turned away`))
  }
  while (outcomes.length < costs.length) await setImmediate()
  return outcomes
}

test('requests are answered in the order in which they came', async () => {
  const order = Array.from({ length: 1000 }, (_, index) => `${index} answered`)
  expect(await outcomesOf(60_000, Array(1000).fill(0))).toEqual(order)
})

test('what has waited too long is turned away, as long as more than four wait', async () => {
  const outcomes = await outcomesOf(30, Array(10).fill(20))
  expect(outcomes.slice(-4)).toEqual(['6 answered', '7 answered', '8 answered', '9 answered'])
  expect(outcomes).toContain('0 answered')
  expect(outcomes).toContain('5 turned away')
})

test('a request that nobody waits for any more is neither answered nor turned away', async () => {
  const { enter } = queue(60_000)
  const outcomes: string[] = []
  enter(
    { destroyed: true } as ServerResponse,
    () => outcomes.push('answered'),
    () => outcomes.push('turned away'),
  )
  enter(
    waiting,
    () => outcomes.push('the next'),
    () => undefined,
  )
  await setImmediate()
  await setImmediate()
  expect(outcomes).toEqual(['the next'])
})

test('what a request has left to do at once is done before the next begins', async () => {
  const { enter } = queue(60_000)
  const seen: string[] = []
  const answer = (name: string) => async () => {
    seen.push(`${name} begins`)
    for (let step = 0; step < 5; step++) await undefined
    seen.push(`${name} ends`)
  }
  enter(waiting, answer('one'), () => undefined)
  enter(waiting, answer('other'), () => undefined)
  while (seen.length < 4) await setImmediate()
  expect(seen).toEqual(['one begins', 'one ends', 'other begins', 'other ends'])
})

test('between dear requests all else has its turn', async () => {
  const { enter } = queue(60_000)
  const seen: string[] = []
  for (const name of ['a', 'b', 'c'])
    enter(
      waiting,
      () => {
        work(10)
        seen.push(name)
      },
      () => undefined,
    )
  while (seen.filter((name) => name !== 'turn').length < 3) {
    await setImmediate()
    seen.push('turn')
  }
  expect(seen.join(' ')).toMatch(/a( turn)+ b( turn)+ c/)
})

test('while connections come, those who wait do so a little longer, and no longer than that', async () => {
  const { enter, met } = queue(60_000)
  const seen: string[] = []
  for (let index = 0; index < 10; index++)
    enter(
      waiting,
      () => {
        work(6)
        seen.push('answered')
      },
      () => undefined,
    )
  while (seen.filter((name) => name === 'answered').length < 6) {
    met()
    seen.push('met')
    await setImmediate()
  }
  // Of as many as come without end, more than one a turn is let in, and requests are answered all the same.
  const meetings = seen.join(' ').split('answered')
  expect(meetings.slice(1, 6).some((between) => between.split('met').length > 3)).toBe(true)
})
