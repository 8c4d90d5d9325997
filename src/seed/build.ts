import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { createDatabase, type Database, faultBelow, openDatabase } from '../storage/database.ts'
import { sql } from '../storage/drizzle.ts'
import { copying, keepRecord } from '../storage/kept.ts'
import { writeLists } from '../storage/lists.ts'
import { writeChecksum } from '../storage/seal.ts'
import { writeSearchIndex } from '../storage/search.ts'
import { checkPages, SnapshotUnusable } from '../storage/snapshot.ts'
import { nameRecord, type Rows, recordIdOf, type Tell, writeTables } from '../storage/write.ts'
import { beside } from './beside.ts'
import { compileSeed } from './compile.ts'
import { inTheWayAt } from './in-the-way.ts'
import { readSeed } from './read.ts'
import type { ReferencesAndChecksum } from './references-and-checksum.ts'

/** The record cannot be written, as when the disk is full or something else lies in its place; what is there stays. */
export class RecordUnwritable extends Error {}

/** What SQLite and the system say of the disk, not of the record. */
const ofDisk = /^(SQLITE_(FULL|IOERR|CANTOPEN|READONLY)|ENOSPC|EDQUOT|EFBIG|EIO$)/

/** {@link RecordUnwritable} where the disk is at fault, otherwise the error itself. */
function ofWriting(error: unknown, path: string): unknown {
  const { code, message } = faultBelow(error)
  // Where a write fails SQLite has rolled back already; doing so again is what is complained of.
  const isOfDisk = code !== undefined && (ofDisk.test(code) || message.startsWith('cannot rollback'))
  if (!isOfDisk) return error
  return new RecordUnwritable(
    `the record cannot be written beside ${path}, where the disk may be full or a file grow no further: ${message} (${code})`,
  )
}

/**
 * Writes a record into an empty database and fills its search index. Returns the record's id: `beginId` begins to tell it
 * when the rows are there, and is asked for it at the end.
 */
export function fillDatabase(
  database: Database,
  rows: Rows,
  inputs: string,
  tell?: Tell,
  beginId: () => () => string = () => () => recordIdOf(database),
): string {
  const writeIndices = writeTables(database, rows, tell)
  const idOf = beginId()
  writeIndices()
  writeLists(database, tell)
  writeSearchIndex(database, tell)
  database.run(sql`ANALYZE`)
  const id = idOf()
  nameRecord(database, id, inputs)
  return id
}

/** Tells the id of a record from a copy of its file, in a thread of its own: it takes as long as the indices do. */
function idFromCopyOf(path: string): () => string {
  const copy = `${path}.rows`
  copyFileSync(path, copy, constants.COPYFILE_FICLONE)
  const idOf = beside<string>('record-id.ts', copy)
  return () => {
    const id = idOf()
    rmSync(copy)
    return id
  }
}

/**
 * Builds the record from the seed as a new file beside `path`, checks it, and only then renames it into place: whoever
 * reads `path` sees the old record or the new one, whole. A record of other facts that it replaces is kept in the folder
 * `keepIn`, if that is given; who wants to know is told how far it is. Throws `SeedInvalid` or {@link RecordUnwritable}; the
 * old record stays.
 */
export function buildSnapshot(
  seedDirectory: string,
  path: string,
  keepIn?: string,
  tell: Tell = () => {},
): { id: string; statements: number; acts: number } {
  const other = inTheWayAt(path)
  if (other !== undefined)
    throw new RecordUnwritable(
      `${path} is ${other}, and is left as it is; set RECORD to the path of a record, or move away what is there`,
    )
  const inputs = beside<string>('digest-inputs.ts', seedDirectory)
  const rows = compileSeed(readSeed(seedDirectory, tell), tell)
  const counts = { statements: rows.statements.length, acts: rows.acts.length }
  const directory = dirname(resolve(path))
  const own = folderBeside(path, directory)
  const filled = join(own, 'filled.sqlite')
  removeLeftOvers(directory, new RegExp(`^${RegExp.escape(basename(path))}\\.building-(\\d+)`), own)
  if (keepIn !== undefined && existsSync(keepIn)) removeLeftOvers(keepIn, copying, own)
  try {
    const database = createDatabase(filled)
    let [id, finished] = ['', filled]
    try {
      // Nobody else has this file, and what a fault leaves of it is thrown away: it needs no journal and no disk.
      for (const setting of ['journal_mode = MEMORY', 'synchronous = OFF', 'cache_size = -262144', 'threads = 4'])
        database.$client.pragma(setting)
      id = fillDatabase(database, rows, inputs(), tell, () => idFromCopyOf(filled))
      if (gapsOf(database) > mostGaps) {
        tell('writing the record without gaps', 0, 1)
        finished = join(own, 'record.sqlite')
        database.run(sql`VACUUM INTO ${finished}`)
      }
    } finally {
      database.$client.close()
    }
    tell('checking the record', 0, 1)
    checkAndSeal(finished)
    if (keepIn !== undefined && existsSync(path)) keepRecord(path, keepIn, id)
    renameSync(finished, path)
    withFile(directory, 'r', fsyncSync)
    return { id, ...counts }
  } catch (error) {
    throw ofWriting(error, path)
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

/** A folder of a build's own, beside the record and so on its disk: two builds never share one, whatever their numbers. */
function folderBeside(path: string, directory: string): string {
  try {
    mkdirSync(directory, { recursive: true })
    return mkdtempSync(`${resolve(path)}.building-${process.pid}-`)
  } catch (error) {
    const { message } = error as Error
    throw new RecordUnwritable(
      `no record can be written in ${directory}; set RECORD to a path where one can: ${message}`,
    )
  }
}

/** This share of a file may be pages that hold nothing; of a large record to leave them out takes a tenth of its building. */
const mostGaps = 0.01

/** Which share of the pages of a database hold nothing, as what was in them has been written anew elsewhere. */
function gapsOf(database: Database): number {
  const count = (of: string) => database.$client.pragma(of, { simple: true }) as number
  return count('freelist_count') / count('page_count')
}

/**
 * Checks a finished record and seals it, and waits until the disk has it. What is put in its place is what is checked: nothing
 * but the seal is written after this, where SQLite does not look.
 */
function checkAndSeal(path: string): void {
  const begun = beside<ReferencesAndChecksum>('references-and-checksum.ts', path)
  const database = openDatabase(path)
  let rest: ReferencesAndChecksum
  try {
    checkPages(database)
  } finally {
    database.$client.close()
    // Whatever is wrong: nobody reads the file any more when it is removed.
    rest = begun()
  }
  if (rest.orphan !== undefined) throw new SnapshotUnusable(rest.orphan)
  withFile(path, 'r+', (file) => {
    writeChecksum(file, rest.checksum)
    fsyncSync(file)
  })
}

function withFile(path: string, flags: string, work: (file: number) => void): void {
  const file = openSync(path, flags)
  try {
    work(file)
  } finally {
    closeSync(file)
  }
}

/** Removes from a folder what builds have left that were killed; `named` finds the number of the process in a name. */
function removeLeftOvers(folder: string, named: RegExp, own: string): void {
  for (const name of readdirSync(folder)) {
    const number = named.exec(name)?.[1]
    const path = join(folder, name)
    if (number !== undefined && path !== own && isLeftOver(path, Number(number), own))
      rmSync(path, { recursive: true, force: true })
  }
}

/**
 * Whether what a build has made is nobody's any more: its process is gone, or, where processes of several machines share
 * numbers, it is an hour older than the build that asks.
 */
function isLeftOver(path: string, number: number, own: string): boolean {
  const left = statSync(path, { throwIfNoEntry: false })
  if (left === undefined) return false
  if (statSync(own).ctimeMs - left.ctimeMs > 3_600_000) return true
  try {
    process.kill(number, 0)
    return false
  } catch (error) {
    // One of another user lives too, though it may not be asked.
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
