import { closeSync, openSync, readSync, type Stats, statSync } from 'node:fs'
import { faultBelow, openDatabase } from '../storage/database.ts'
import { sql } from '../storage/drizzle.ts'

/** How every SQLite file begins: https://sqlite.org/fileformat2.html, section 1.3. */
const beginning = Buffer.from('SQLite format 3\0')

/**
 * What lies at a path that no record may take the place of, in words: a folder, a device, a file that is no database, a
 * database of another program or one that cannot be read now. A record, whole or damaged, an empty file or nothing at all may be replaced.
 */
export function inTheWayAt(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined || (stats.isFile() && stats.size === 0)) return undefined
  if (!stats.isFile()) return stats.isDirectory() ? 'a folder' : 'no file'
  if (!beginsAsDatabase(path, stats)) return 'not a database'
  try {
    const database = openDatabase(path)
    try {
      const tables = database.all<{ name: string }>(sql`SELECT name FROM sqlite_master WHERE type = 'table'`)
      const isRecord = tables.length === 0 || tables.some(({ name }) => name === 'records')
      return isRecord ? undefined : 'a database of another program'
    } finally {
      database.$client.close()
    }
  } catch (error) {
    const { code = '', message } = faultBelow(error)
    // A damaged database is what is left of a record; one that is locked, or that nobody may read, may be whole.
    return damaged.test(code) ? undefined : `a database that cannot be read: ${message}`
  }
}

const damaged = /^SQLITE_(CORRUPT|NOTADB)/

function beginsAsDatabase(path: string, { size }: Stats): boolean {
  const file = openSync(path, 'r')
  try {
    const length = Math.min(size, beginning.length)
    const bytes = Buffer.alloc(length)
    readSync(file, bytes, 0, length, 0)
    return bytes.equals(beginning.subarray(0, length))
  } finally {
    closeSync(file)
  }
}
