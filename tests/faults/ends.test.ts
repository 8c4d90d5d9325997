import { test } from 'vitest'
import {
  halfAskedForFigures,
  stoppedAsItStarts,
  stoppedUnderLoad,
  stoppedWhileStalled,
  supervisorKilled,
  workerKilled,
} from './ending.ts'
import { expectHeld } from './expect-held.ts'

// Each starts processes of its own, some several one after the other.
const patience = 120_000

test.each([
  [1, 1],
  [2, 2],
] as const)('SIGTERM under load: %i workers, %i signals', { timeout: patience }, async (workers, signals) => {
  expectHeld(await stoppedUnderLoad(1, workers, signals))
})

test('SIGTERM while a download stands still', { timeout: patience }, async () => {
  expectHeld(await stoppedWhileStalled(1))
})

test('a worker that is killed is replaced, and the others go on', { timeout: patience }, async () => {
  expectHeld(await workerKilled(1))
})

test('workers end with their supervisor', { timeout: patience }, async () => {
  expectHeld(await supervisorKilled())
})

test.each([1, 2])(
  'SIGTERM while half a request for the figures stands: %i workers',
  { timeout: patience },
  async (workers) => {
    expectHeld(await halfAskedForFigures(workers))
  },
)

test('SIGTERM to the first process of a container as it starts', { timeout: patience }, async () => {
  expectHeld(await stoppedAsItStarts(2))
})
