import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { sql } from 'drizzle-orm'
import { createDatabase, type Database } from '../storage/database.ts'
import { keepRecord } from '../storage/kept.ts'
import { writeSearchIndex } from '../storage/search.ts'
import { checkIntegrity } from '../storage/snapshot.ts'
import { type Rows, writeRecord } from '../storage/write.ts'
import { compileSeed } from './compile.ts'
import { readSeed } from './read.ts'

const project = new URL('../..', import.meta.url).pathname

/** A digest of all that a record is built from: the seed, the migrations, and the code that turns one into the other. */
export function inputsDigest(seedDirectory: string): string {
  const hash = createHash('sha256')
  for (const folder of [
    seedDirectory,
    ...['migrations', 'src/domain', 'src/seed', 'src/storage'].map((part) => join(project, part)),
  ]) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()) {
      hash.update(`${entry.slice(folder.length)}\n`).update(readFileSync(entry))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** Writes a record into an empty database, fills its search index, and checks the whole. Returns the record's id. */
export function fillDatabase(database: Database, rows: Rows, inputs: string): string {
  const id = writeRecord(database, rows, inputs)
  writeSearchIndex(database)
  database.run(sql`ANALYZE`)
  checkIntegrity(database)
  return id
}

/**
 * Builds the record from the seed as a new file beside `path`, checks it, and only then renames it into place: whoever
 * reads `path` sees the old record or the new one, whole. A record of other facts that it replaces is kept in the folder
 * `keepIn`, if that is given. Throws `SeedInvalid`; the old record stays.
 */
export function buildSnapshot(
  seedDirectory: string,
  path: string,
  keepIn?: string,
): { id: string; statements: number; acts: number } {
  const rows = compileSeed(readSeed(seedDirectory))
  const directory = dirname(resolve(path))
  mkdirSync(directory, { recursive: true })
  for (const name of readdirSync(directory))
    if (name.startsWith(`${basename(path)}.building-`) && !isRunning(Number(name.split('-').at(-1))))
      rmSync(join(directory, name), { force: true })
  const building = `${resolve(path)}.building-${process.pid}`
  try {
    const database = createDatabase(building)
    let id: string
    try {
      database.$client.pragma('journal_mode = OFF')
      id = fillDatabase(database, rows, inputsDigest(seedDirectory))
      database.run(sql`VACUUM`)
    } finally {
      database.$client.close()
    }
    syncToDisk(building)
    if (keepIn !== undefined && existsSync(path)) keepRecord(path, keepIn, id)
    renameSync(building, path)
    syncToDisk(directory)
    return { id, statements: rows.statements.length, acts: rows.acts.length }
  } finally {
    if (existsSync(building)) rmSync(building)
  }
}

function syncToDisk(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
