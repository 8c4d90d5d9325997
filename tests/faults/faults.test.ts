import { inject, test } from 'vitest'
import { diskFull, folderReadOnly } from './disk.ts'
import { stoppedUnderLoad, stoppedWhileStalled, supervisorKilled, workerKilled } from './ending.ts'
import { expectHeld } from './expect-held.ts'
import { figuresCount } from './figures.ts'
import { keptAnswersSame } from './kept.ts'
import { seedKilled } from './kills.ts'
import { recordSpoiled } from './spoiled.ts'
import { recordSwapped } from './swap.ts'

// Each starts processes of its own, some several one after the other.
const patience = 120_000

test('a build that is killed leaves a whole record, and the next build succeeds', { timeout: patience }, async () => {
  expectHeld(await seedKilled(6))
})

test.each([1, 2])('a record is replaced while 4 clients load %i workers', { timeout: patience }, async (workers) => {
  expectHeld(await recordSwapped(1, workers))
})

test('what is no record is not served, and what was served goes on', { timeout: patience }, async () => {
  const kinds = [
    'a text file',
    'a record one page short',
    'a record with a page of noise',
    'a database of another program',
  ]
  expectHeld(await recordSpoiled([...kinds, 'a record of a form that lacks a column']))
})

test.each(['disk', 'file size limit'] as const)(
  'a build for which there is no room (%s) says so, and the old record stays',
  { timeout: patience },
  async (kind) => {
    expectHeld(await diskFull(kind))
  },
)

test('a build in a folder that may only be read says so, and the old record stays', { timeout: patience }, async () => {
  expectHeld(await folderReadOnly())
})

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
