import { closeSync, fstatSync, openSync, type Stats, statSync } from 'node:fs'
import { type Database, openDatabase } from './database.ts'
import { describedTables } from './described.ts'
import { sql } from './drizzle.ts'
import { isAsSealed } from './seal.ts'
import { records } from './tables.ts'

/**
 * A finished record, open for reading: what it is, when its file was written, a digest of what it was built from, and its
 * file, which stays readable through `descriptor` when another has taken its place. A record in memory has no file.
 */
export type Snapshot = {
  database: Database
  id: string
  inputs: string
  builtAt: Date
  file: string
  descriptor?: number
}

/** The snapshot at a path cannot be served. */
export class SnapshotUnusable extends Error {}

/** Opens the snapshot at `path`, of whatever form. Throws {@link SnapshotUnusable} where it is missing or not a record. */
export function openSnapshot(path: string): Snapshot {
  let database: Database | undefined
  let descriptor: number | undefined
  try {
    // To open a pipe would be to wait for whoever writes to it.
    if (!statSync(path).isFile()) throw new Error('it is no file')
    descriptor = openSync(path, 'r')
    const stats = fstatSync(descriptor)
    database = openDatabase(path)
    const record = database.select({ id: records.id, inputs: records.inputs }).from(records).get()
    if (!record) throw new Error('it names no record')
    if (identityOf(path) !== identityIn(stats)) throw new Error('it was replaced while it was opened')
    return { database, ...record, builtAt: stats.mtime, file: identityIn(stats), descriptor }
  } catch (error) {
    database?.$client.close()
    if (descriptor !== undefined) closeSync(descriptor)
    throw new SnapshotUnusable(`${path} is not a record: ${(error as Error).message}`)
  }
}

/**
 * Opens the snapshot at `path` to serve it, of the form that this code reads. Throws {@link SnapshotUnusable} where it is not.
 * For a record that was built just now; {@link openWhole} is for one that was found.
 */
export function openToServe(path: string): Snapshot {
  const snapshot = openSnapshot(path)
  try {
    checkForm(snapshot.database)
    return snapshot
  } catch (error) {
    closeSnapshot(snapshot)
    const { message } = error as Error
    throw new SnapshotUnusable(
      error instanceof SnapshotUnusable ? `${path}: ${message}` : `${path} is damaged: ${message}`,
    )
  }
}

/**
 * Opens the snapshot at `path` to serve it, and reads its file from end to end: it is what was built, whole and unchanged.
 * Rejects with {@link SnapshotUnusable} where it is not.
 */
export async function openWhole(path: string): Promise<Snapshot> {
  const snapshot = openToServe(path)
  const why = await isAsSealed(snapshot.descriptor as number).then(
    (isWhole) =>
      isWhole
        ? undefined
        : 'is damaged, was changed after it was built, or is of an earlier Pacta: its checksum does not agree',
    (error: Error) => `cannot be read to its end: ${error.message}`,
  )
  if (why === undefined) return snapshot
  closeSnapshot(snapshot)
  throw new SnapshotUnusable(`${path} ${why}`)
}

/** The tables that search and lists are read by, written from the tables of facts, which alone are described. */
export const derivedTables = [
  { name: 'search', columns: [{ name: 'kind' }, { name: 'id' }, { name: 'name' }, { name: 'body' }] },
  { name: 'search_rows', columns: [{ name: 'name' }, { name: 'body' }] },
  { name: 'search_named', columns: [{ name: 'name' }, { name: 'place' }] },
  { name: 'listed_statements', columns: [{ name: 'place' }, { name: 'id' }, { name: 'known_latest' }] },
  {
    name: 'listed_sources',
    columns: [{ name: 'source' }, { name: 'first' }, { name: 'known_from' }, { name: 'published_latest' }],
  },
  { name: 'listed_by_state', columns: [{ name: 'state' }, { name: 'place' }, { name: 'known_latest' }] },
  {
    name: 'acts_by_state',
    columns: [{ name: 'state' }, { name: 'sort_day' }, { name: 'act' }, { name: 'known_from' }, { name: 'one_day' }],
  },
  { name: 'acts_counted', columns: [{ name: 'kind' }, { name: 'sort_day' }, { name: 'known_from' }, { name: 'acts' }] },
  {
    name: 'statements_counted',
    columns: [
      { name: 'topic' },
      { name: 'modality' },
      { name: 'voice' },
      { name: 'known_latest' },
      { name: 'statements' },
    ],
  },
]

/** Every table and column that the code reads is there; a record of an earlier form lacks some. */
function checkForm(database: Database): void {
  for (const { name, columns } of [...describedTables, ...derivedTables]) {
    const there = new Set(
      database.all<{ name: string }>(sql`SELECT name FROM pragma_table_info(${name})`).map((column) => column.name),
    )
    const missing = columns.find((column) => !there.has(column.name))
    if (missing) throw new SnapshotUnusable(`it is a record of another form: ${name} has no ${missing.name}`)
  }
}

/** Closes a snapshot for good. */
export function closeSnapshot({ database, descriptor }: Snapshot): void {
  database.$client.close()
  if (descriptor !== undefined) closeSync(descriptor)
}

/** Tells one file at a path from the one that replaced it. */
export function identityOf(path: string): string {
  return identityIn(statSync(path))
}

function identityIn({ ino, mtimeMs, size }: Stats): string {
  return `${ino}-${mtimeMs}-${size}`
}

/**
 * Checks a database page by page, and each row by what its columns may hold. Throws {@link SnapshotUnusable} with the first
 * thing that is wrong. That the indices agree with their tables is left out: SQLite has just made them from these, and to
 * compare them takes longest of all.
 */
export function checkPages(database: Database): void {
  const damage = database.get<{ quick_check: string }>(sql`PRAGMA quick_check(1)`)
  if (damage?.quick_check !== 'ok') throw new SnapshotUnusable(`damaged: ${damage?.quick_check}`)
}

/** The first reference of a database that leads nowhere, in words; undefined where there is none. */
export function orphanIn(database: Database): string | undefined {
  const orphan = database.get<{ table: string; parent: string }>(sql`PRAGMA foreign_key_check`)
  return orphan && `a row of ${orphan.table} refers to a missing row of ${orphan.parent}`
}
