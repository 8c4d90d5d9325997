import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildSnapshot } from '../../src/seed/build.ts'
import { namesOfTreaties } from '../../src/storage/names.ts'
import { closeSnapshot, openToServe } from '../../src/storage/snapshot.ts'
import { emptyFolder } from './faults.ts'

test('a seed that is written by variation of the real one has no fault', { timeout: 120_000 }, () => {
  const folder = join(emptyFolder(), 'seed')
  const treaties = readdirSync('seed/treaties').length
  const written = spawnSync(process.execPath, ['bench/large-record.ts', folder, String(treaties + 12)], {
    encoding: 'utf8',
  })
  expect(written.stderr).not.toMatch(/error/i)
  expect(written.status).toBe(0)
  const record = join(emptyFolder(), 'record.sqlite')
  const { id, acts } = buildSnapshot(folder, record)
  const [, told = ''] = /(\d+) acts in /.exec(written.stdout) ?? []
  expect(acts).toBe(Number(told))
  const snapshot = openToServe(record)
  expect(snapshot.id).toBe(id)
  const names = namesOfTreaties(snapshot.database)
  expect(names.size).toBeGreaterThanOrEqual(treaties + 12)
  expect(names.get('mine-ban-v1')).toBe(`${names.get('mine-ban')} (variation 1)`)
  closeSnapshot(snapshot)
})
