import { inject, test } from 'vitest'
import { expectHeld } from './expect-held.ts'
import { figuresCount } from './figures.ts'
import { keptAnswersSame } from './kept.ts'

// Each starts processes of its own, some several one after the other.
const patience = 120_000

test('the figures for Prometheus count the requests of 2 workers', { timeout: patience }, async () => {
  expectHeld(await figuresCount(2))
})

const record = inject('record')

test.skipIf(record === null)('every answer is the same where answers are kept', { timeout: patience }, async () => {
  expectHeld(await keptAnswersSame(String(record)))
})
