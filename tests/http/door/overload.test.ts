import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { overload } from '../../../src/http/door/overload.ts'

/** Has the processor busy, as a dear request does. */
function work(ms: number) {
  for (const end = performance.now() + ms; performance.now() < end; );
}
const nextTurn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)))

test('a few are let in whatever they cost; beyond them, what comes up in a turn that lasts too long is turned away', async () => {
  const isOverloaded = overload(20)
  const outcomes = Array.from({ length: 6 }, () => {
    const outcome = isOverloaded()
    if (!outcome) work(15)
    return outcome
  })
  expect(outcomes).toEqual([false, false, false, false, true, true])
  await nextTurn()
  expect(isOverloaded()).toBe(false)
})

test('any number is let in that is done in time', async () => {
  const isOverloaded = overload(60_000)
  expect(Array.from({ length: 10_000 }, isOverloaded).some(Boolean)).toBe(false)
})
