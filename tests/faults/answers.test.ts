import { inject, test } from 'vitest'
import { expectHeld } from './expect-held.ts'
import { figuresCount } from './figures.ts'
import { keptAnswersSame } from './kept.ts'

// Each starts processes of its own, some several one after the other.
const patience = 120_000

test.each([1, 2])(
  'the figures for Prometheus count the requests of %i workers',
  { timeout: patience },
  async (workers) => {
    expectHeld(await figuresCount(workers))
  },
)

const record = inject('record')

test.skipIf(record === null)('every answer is the same where answers are kept', { timeout: patience }, async () => {
  expectHeld(await keptAnswersSame(String(record)))
})
