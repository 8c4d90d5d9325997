import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, inject, test } from 'vitest'
import { buildSnapshot } from '../../src/seed/build.ts'
import { inputsDigest } from '../../src/seed/inputs.ts'
import { SeedInvalid } from '../../src/seed/read.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { openSnapshot, SnapshotUnusable } from '../../src/storage/snapshot.ts'
import { edit, emptyFolder, seedWith, smallSeed } from './faults.ts'

test('building twice gives the same record, byte for byte', () => {
  const folder = emptyFolder()
  const seed = smallSeed()
  const [a, b] = ['a.sqlite', 'b.sqlite'].map((name) => join(folder, name)) as [string, string]
  expect(buildSnapshot(seed, b)).toEqual(buildSnapshot(seed, a))
  expect(readFileSync(b).equals(readFileSync(a))).toBe(true)
})

test("the project's whole record is built again as the tests found it, byte for byte", () => {
  const path = join(emptyFolder(), 'record.sqlite')
  buildSnapshot('seed', path)
  expect(readFileSync(path).equals(readFileSync(inject('record') ?? ''))).toBe(true)
})

test('a record says which one it is and what it was built from', () => {
  const path = join(emptyFolder(), 'record.sqlite')
  const seed = smallSeed()
  const { id } = buildSnapshot(seed, path)
  const snapshot = openSnapshot(path)
  expect(snapshot).toMatchObject({ id, inputs: inputsDigest(seed) })
  expect(id).toMatch(/^[0-9a-f]{16}$/)
  snapshot.database.$client.close()
})

test('nobody writes into a finished record', () => {
  const path = join(emptyFolder(), 'record.sqlite')
  buildSnapshot(smallSeed(), path)
  const database = openDatabase(path)
  expect(() => database.$client.exec('DELETE FROM acts')).toThrow(/readonly/)
  database.$client.close()
})

test('another fact makes another record; another comment does not', () => {
  const { folder } = seedWith('speakers.yaml', '- id: volodymyr-zelenskyy', '# a comment\n- id: volodymyr-zelenskyy')
  const target = join(emptyFolder(), 'record.sqlite')
  const { id } = buildSnapshot(smallSeed(), target)
  expect(buildSnapshot(folder, target).id).toBe(id)
  edit(folder, 'speakers.yaml', 'name: Roman Kostenko', 'name: Roman Kostenka')
  expect(buildSnapshot(folder, target).id).not.toBe(id)
})

test('the order of facts within a file does not make another record', () => {
  const { folder } = seedWith(
    'states/names.csv',
    'ARE,UAE,alias\nARE,The Emirates,alias',
    'ARE,The Emirates,alias\nARE,UAE,alias',
  )
  const target = join(emptyFolder(), 'record.sqlite')
  expect(buildSnapshot(folder, target).id).toBe(buildSnapshot(smallSeed(), target).id)
})

test('a faulty seed leaves the old record as it was, and nothing beside it', () => {
  const target = emptyFolder()
  const path = join(target, 'record.sqlite')
  buildSnapshot(smallSeed(), path)
  const before = readFileSync(path)
  const { folder } = seedWith('acts/mine-ban.yaml', 'kind: ratification', 'kind: ratificatoin')
  expect(() => buildSnapshot(folder, path)).toThrow(SeedInvalid)
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(target)).toEqual(['record.sqlite'])
})

test('a fault that only the database finds leaves no half-built file either', () => {
  const target = emptyFolder()
  const { folder } = seedWith('states/states.csv', 'AFG,AF,004', 'AFG,AF,008')
  expect(() => buildSnapshot(folder, join(target, 'record.sqlite'))).toThrow()
  expect(readdirSync(target)).toEqual([])
})

test('what a killed build has left is cleared; what a running one is building is not touched', () => {
  const target = emptyFolder()
  const path = join(target, 'record.sqlite')
  const { pid: gone } = spawnSync('true')
  const running = process.ppid
  writeFileSync(`${path}.building-${gone}`, 'half a record')
  writeFileSync(`${path}.building-${running}`, 'half a record')
  buildSnapshot(smallSeed(), path)
  expect(existsSync(`${path}.building-${gone}`)).toBe(false)
  expect(readdirSync(target).sort()).toEqual(['record.sqlite', `record.sqlite.building-${running}`])
})

test('what a killed build has left among the records kept is cleared too', () => {
  const [target, kept] = [emptyFolder(), emptyFolder()]
  const path = join(target, 'record.sqlite')
  const id = '0123456789abcdef'
  const { pid: gone } = spawnSync('true')
  for (const name of [`${id}.sqlite`, `${id}.sqlite.${gone}`, `${id}.sqlite.${process.ppid}`, 'notes.txt'])
    writeFileSync(join(kept, name), 'something')
  buildSnapshot(smallSeed(), path, kept)
  expect(readdirSync(kept).sort()).toEqual([`${id}.sqlite`, `${id}.sqlite.${process.ppid}`, 'notes.txt'])
})

test('a database of another program that is locked is left alone', () => {
  const path = join(emptyFolder(), 'songs.sqlite')
  const other = new Sqlite(path)
  other.exec('CREATE TABLE songs (title TEXT)')
  other.exec('BEGIN EXCLUSIVE')
  const before = readFileSync(path)
  expect(() => buildSnapshot(smallSeed(), path)).toThrow('is a database that cannot be read: database is locked')
  other.close()
  expect(readFileSync(path).equals(before)).toBe(true)
})

test.each([50, 4096, 5000])('a record of which only %i octets are left is replaced', (octets) => {
  const path = join(emptyFolder(), 'record.sqlite')
  const seed = smallSeed()
  const { id } = buildSnapshot(seed, path)
  truncateSync(path, octets)
  expect(buildSnapshot(seed, path).id).toBe(id)
})

test('a folder that is not there yet is made', () => {
  const path = join(emptyFolder(), 'new', 'folder', 'record.sqlite')
  buildSnapshot(smallSeed(), path)
  expect(existsSync(path)).toBe(true)
})

test('a file that is not a record is not served, and the reason is said', () => {
  const path = join(emptyFolder(), 'record.sqlite')
  expect(() => openSnapshot(path)).toThrow(SnapshotUnusable)
  writeFileSync(path, 'not a database at all, although long enough to hold a header '.repeat(20))
  expect(() => openSnapshot(path)).toThrow(/record\.sqlite is not a record: file is not a database/)
})
