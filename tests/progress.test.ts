import { expect, test } from 'vitest'
import { sayHowFar } from '../src/progress.ts'

test('a work that is done in a moment says nothing; a long one says each part and each tenth of it once', () => {
  let now = 0
  const lines: string[] = []
  const tell = sayHowFar(
    (line) => lines.push(line),
    () => now,
  )
  tell('reading', 1, 2000)
  now = 6000
  for (let row = 200; row < 420; row++) tell('reading', row, 2000)
  tell('checking', 0, 1)
  expect(lines).toEqual(['reading: 10% of 2,000', 'reading: 20% of 2,000', 'checking'])
})
