import { test } from 'vitest'
import { diskFull, folderReadOnly } from './disk.ts'
import { expectHeld } from './expect-held.ts'
import { seedKilled } from './kills.ts'
import { recordSpoiled } from './spoiled.ts'
import { recordSwapped } from './swap.ts'

// Each starts processes of its own, some several one after the other.
const patience = 120_000

test('a build that is killed leaves a whole record, and the next build succeeds', { timeout: patience }, async () => {
  expectHeld(await seedKilled(3))
})

test('a record is replaced while 4 clients load 2 workers', { timeout: patience }, async () => {
  expectHeld(await recordSwapped(1, 2))
})

test('what is no record is not served, and what was served goes on', { timeout: patience }, async () => {
  expectHeld(await recordSpoiled(['a record one page short', 'a database of another program']))
})

test('a build for which there is no room says so, and the old record stays', { timeout: patience }, async () => {
  expectHeld(await diskFull('file size limit'))
})

test('a build in a folder that may only be read says so, and the old record stays', { timeout: patience }, async () => {
  expectHeld(await folderReadOnly())
})
