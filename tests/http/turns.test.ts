import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { expectTurn, giveWay } from '../../src/http/turns.ts'

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
const asked = { raw: { requestId: 'a' } } as FastifyRequest
const inside = { raw: {} } as FastifyRequest

test('in each turn one part is done, of all that is under way in turn', async () => {
  const done: string[] = []
  const work = async (name: string) => {
    for (let part = 1; part <= 3; part++) {
      await giveWay()
      done.push(`${name}${part}`)
    }
  }
  const all = [work('a'), work('b'), work('c')]
  const seen: number[] = []
  for (let turn = 0; turn < 9; turn++) {
    await nextTurn()
    seen.push(done.length)
  }
  await Promise.all(all)
  expect(done).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'c2', 'a3', 'b3', 'c3'])
  expect(seen.every((parts, turn) => parts <= turn + 1)).toBe(true)
})

test('beyond six that wait, a request is turned away, but not what the application asks itself', async () => {
  const five = Array.from({ length: 5 }, giveWay)
  expectTurn(asked)
  const sixth = giveWay()
  expect(() => expectTurn(asked)).toThrow(
    expect.objectContaining({ kind: 'overloaded', headers: { 'retry-after': '1' } }),
  )
  expectTurn(inside)
  await Promise.all([...five, sixth])
  expectTurn(asked)
})
