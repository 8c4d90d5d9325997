import { expect, test } from 'vitest'
import { rateLimit } from '../../../src/http/door/rate-limit.ts'

/** A clock that stands until it is set. */
function clock(time: number) {
  const set = { now: time }
  return { set, now: () => set.now }
}

test('so many requests are allowed in a minute, and not one more', () => {
  const limit = rateLimit(3, clock(0).now, false)
  expect(Array.from({ length: 5 }, () => limit.take('a').left)).toEqual([2, 1, 0, -1, -2])
})

test('each client has its own', () => {
  const limit = rateLimit(1, clock(0).now, false)
  limit.take('a')
  expect(limit.take('a').left).toBe(-1)
  expect(limit.take('b').left).toBe(0)
})

test('when the minute of the clock is over there are all again, and it says in how many seconds that is', () => {
  const { set, now } = clock(0)
  const limit = rateLimit(1, now, false)
  expect(limit.take('a')).toEqual({ left: 0, seconds: 60 })
  set.now = 59_000
  expect(limit.take('a')).toEqual({ left: -1, seconds: 1 })
  set.now = 59_999
  expect(limit.take('a')).toEqual({ left: -2, seconds: 1 })
  set.now = 60_000
  expect(limit.take('a')).toEqual({ left: 0, seconds: 60 })
})

test('a clock that is set back holds nobody up for longer than a minute', () => {
  const { set, now } = clock(3_600_000)
  const limit = rateLimit(1, now, false)
  limit.take('a')
  set.now = 0
  expect(limit.take('a')).toEqual({ left: 0, seconds: 60 })
})

test('what another worker has taken counts here, and what was taken here is told once', () => {
  const { now } = clock(0)
  const [one, other] = [rateLimit(5, now, true), rateLimit(5, now, true)]
  one.take('a')
  one.take('a')
  one.take('b')
  const taken = one.taken()
  expect(taken.clients).toEqual([
    ['a', 2],
    ['b', 1],
  ])
  other.add(taken)
  expect(other.take('a').left).toBe(2)
  expect(one.taken().clients).toEqual([])
  // What was heard from another is not told on.
  expect(other.taken().clients).toEqual([['a', 1]])
})

test('what another worker took in the last minute does not count in the next', () => {
  const { set, now } = clock(59_900)
  const [one, other] = [rateLimit(2, now, true), rateLimit(2, now, true)]
  one.take('a')
  one.take('a')
  const taken = one.taken()
  one.take('a')
  set.now = 60_050
  other.add(taken)
  other.add(one.taken())
  expect(other.take('a').left).toBe(1)
})

test('a flood of clients is counted as one, beside those that were there before', () => {
  const limit = rateLimit(10, clock(0).now, true)
  limit.take('early')
  for (let i = 0; i < 99_999; i++) limit.take(`client ${i}`)
  for (let i = 0; i < 10; i++) expect(limit.take(`late ${i}`).left).toBe(9 - i)
  expect(limit.take('later').left).toBe(-1)
  expect(limit.take('early').left).toBe(8)
  expect(limit.taken().clients.length).toBeLessThanOrEqual(100_000)
})

test('one that is not shared remembers nothing to tell', () => {
  const limit = rateLimit(10, clock(0).now, false)
  limit.take('a')
  expect(limit.taken().clients).toEqual([])
  expect(limit.take('a').left).toBe(8)
})
