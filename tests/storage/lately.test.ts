import { expect, test } from 'vitest'
import { lately } from '../../src/storage/lately.ts'

test('what was asked for lately is kept, and what was not asked for longest is let go', () => {
  const made: string[] = []
  const kept = lately<string>(2)
  const ask = (key: string) => kept(key, () => `made ${made.push(key)} of ${key}`)
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual([
    'made 1 of a',
    'made 2 of b',
    'made 1 of a',
    'made 3 of c',
    'made 1 of a',
    'made 4 of b',
  ])
})

test('what is kept weighs no more than it may, but for the last thing made', () => {
  const kept = lately<number>(10, (weight) => weight)
  let made = 0
  const make = (weight: number) => {
    made++
    return weight
  }
  const ask = (weight: number) => kept(String(weight), () => make(weight))
  for (const weight of [4, 5, 4, 5]) ask(weight)
  expect(made).toBe(2)
  ask(20)
  expect(made).toBe(3)
  ask(20)
  expect(made).toBe(3)
  ask(4)
  expect(made).toBe(4)
})

test('what there is not is not kept, and pushes nothing out', () => {
  const kept = lately<string | undefined>(2)
  const asked: string[] = []
  const ask = (key: string) =>
    kept(key, () => {
      asked.push(key)
      return key.startsWith('no') ? undefined : key
    })
  for (const key of ['a', 'b', 'no', 'nobody', 'no', 'a', 'b']) ask(key)
  expect(asked).toEqual(['a', 'b', 'no', 'nobody', 'no'])
})
