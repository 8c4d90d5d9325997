import {
  appendFileSync,
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSnapshot } from '../../src/seed/build.ts'
import { createDatabase } from '../../src/storage/database.ts'
import {
  checkPages,
  closeSnapshot,
  openToServe,
  openWhole,
  orphanIn,
  SnapshotUnusable,
} from '../../src/storage/snapshot.ts'
import { emptyFolder, writeSmallSeed } from '../seed/faults.ts'

const folder = mkdtempSync(join(tmpdir(), 'pacta-snapshot-'))
const record = join(folder, 'record.sqlite')
beforeAll(() => {
  writeSmallSeed(join(folder, 'seed'))
  buildSnapshot(join(folder, 'seed'), record)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A copy of the record, after something has happened to it. */
function copy(happens: (path: string) => void): string {
  const path = join(emptyFolder(), 'record.sqlite')
  copyFileSync(record, path)
  happens(path)
  return path
}

const sqlOn = (sql: string) => (path: string) => {
  const client = new Sqlite(path)
  client.exec(sql)
  client.close()
}

/** The middle of the file is overwritten, as a fault of a disk may do it: its length stays. */
function overwrite(path: string): void {
  const { size } = statSync(path)
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(size / 2), 0, size / 2, size / 4)
  closeSync(file)
}

/** One bit of the last octet of the file, which may well be one that no row uses. */
function turnBit(path: string): void {
  const file = openSync(path, 'r+')
  const at = statSync(path).size - 1
  const octet = Buffer.alloc(1)
  readSync(file, octet, 0, 1, at)
  octet.writeUInt8(octet.readUInt8() ^ 1)
  writeSync(file, octet, 0, 1, at)
  closeSync(file)
}

test('a record as it was built is served, and is whole', async () => {
  closeSnapshot(await openWhole(record))
})

describe('is refused before it is served:', () => {
  test.each<[string, (path: string) => void]>([
    ['half a file', (path) => truncateSync(path, statSync(path).size / 2)],
    ['a file without its last page', (path) => truncateSync(path, statSync(path).size - 4096)],
    ['a file that goes on after its end', (path) => appendFileSync(path, Buffer.alloc(4096))],
    ['an empty file', (path) => truncateSync(path, 0)],
    ['a file of another kind', (path) => writeFileSync(path, 'not a record '.repeat(1000))],
    ['a database of something else', (path) => sqlOn('DROP TABLE records; VACUUM')(path)],
    ['a record that names none', sqlOn('DELETE FROM records')],
    ['a record of an earlier form', sqlOn('ALTER TABLE states RENAME COLUMN m49 TO number')],
    ['a record that was changed', sqlOn("UPDATE states SET name = 'Nowhere' WHERE id = 'UKR'")],
    ['a record without its checksum', sqlOn('PRAGMA user_version = 0')],
    ['damage inside the file', overwrite],
    ['one bit that has turned', turnBit],
  ])('%s', async (_, happens) => {
    await expect(openWhole(copy(happens))).rejects.toThrow(SnapshotUnusable)
  })
})

test('a file that is not there is told as such', async () => {
  const path = join(emptyFolder(), 'record.sqlite')
  expect(() => openToServe(path)).toThrow(SnapshotUnusable)
  await expect(openWhole(path)).rejects.toThrow(SnapshotUnusable)
})

describe('what was written without a look at it is checked at the end', () => {
  const written = (row: string) => {
    const database = createDatabase()
    for (const setting of ['foreign_keys = OFF', 'ignore_check_constraints = ON']) database.$client.pragma(setting)
    database.$client.exec(row)
    database.$client.pragma('ignore_check_constraints = OFF')
    return database
  }

  test('a reference that leads nowhere is found', () => {
    expect(orphanIn(createDatabase())).toBeUndefined()
    const orphan = written(
      "INSERT INTO state_names (state, name, folded, kind) VALUES ('ATL', 'Atlantis', 'atlantis', 'common')",
    )
    expect(orphanIn(orphan)).toBe('a row of state_names refers to a missing row of states')
  })

  test('a row that holds what its column may not hold is found', () => {
    expect(() => checkPages(createDatabase())).not.toThrow()
    const wrong = written("INSERT INTO states (id, name, un_status) VALUES ('atlantis', 'Atlantis', 'member')")
    expect(() => checkPages(wrong)).toThrow(SnapshotUnusable)
  })
})
