import { test } from 'vitest'
import { diskFull, folderReadOnly } from './disk.ts'
import { expectHeld } from './expect-held.ts'
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
