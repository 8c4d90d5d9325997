import { copyFileSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { buildSnapshot } from '../src/seed/build.ts'
import { watchRecord } from '../src/served-record.ts'
import { closeSnapshot, openToServe, type Snapshot } from '../src/storage/snapshot.ts'
import { emptyFolder, smallSeed } from './seed/faults.ts'

test('a new record that cannot be read is told of once, and taken up as soon as it can', async () => {
  const folder = emptyFolder()
  const [old, path] = [join(folder, 'old.sqlite'), join(folder, 'record.sqlite')]
  buildSnapshot(smallSeed(), old)
  const served = openToServe(old)
  // The file is the same all the while by all that tells files apart, as where the fault is the system's.
  copyFileSync(old, path)
  const whole = readFileSync(path)
  const { atime, mtime } = statSync(path)
  const write = (bytes: Buffer) => {
    writeFileSync(path, bytes)
    utimesSync(path, atime, mtime)
  }
  write(Buffer.concat([whole.subarray(0, -1), Buffer.from([whole.at(-1) === 0 ? 1 : 0])]))

  const [taken, refused]: [Snapshot[], unknown[]] = [[], []]
  const stop = watchRecord(
    path,
    () => taken[0] ?? served,
    (next) => taken.push(next),
    (error) => refused.push(error),
  )
  while (refused.length === 0) await pause(10)
  write(whole)
  while (taken.length === 0) await pause(10)
  stop()
  expect(refused).toHaveLength(1)
  expect(taken[0]?.id).toBe(served.id)
  for (const snapshot of [served, ...taken]) closeSnapshot(snapshot)
})
