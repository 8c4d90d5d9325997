import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { closeSnapshot, openSnapshot, type Snapshot, SnapshotUnusable } from './snapshot.ts'

/** Earlier records that are at hand: their ids, the latest first, and one of them while it is read. */
export type KeptRecords = {
  ids: () => string[]
  read: <T>(id: string, of: (snapshot: Snapshot) => Promise<T>) => Promise<T>
}

const fileName = /^([0-9a-f]{16})\.sqlite$/

/** The records kept in a folder, each in a file that its id names; a folder that is not there keeps none. */
export function recordsKeptIn(folder: string): KeptRecords {
  const path = (id: string) => join(folder, `${id}.sqlite`)
  return {
    ids: () =>
      (existsSync(folder) ? readdirSync(folder) : [])
        .flatMap((name) => fileName.exec(name)?.[1] ?? [])
        .flatMap((id) => {
          // A file may be gone since the folder was read, and a link may lead nowhere.
          const time = statSync(path(id), { throwIfNoEntry: false })?.mtimeMs
          return time === undefined ? [] : { id, time }
        })
        .sort((a, b) => b.time - a.time || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id),
    read: async (id, of) => {
      const snapshot = openSnapshot(path(id))
      try {
        if (snapshot.id !== id) throw new SnapshotUnusable(`${path(id)} holds the record ${snapshot.id}`)
        return await of(snapshot)
      } finally {
        closeSnapshot(snapshot)
      }
    },
  }
}

/** The file of a record: of one kept in a folder by its id, or else at a path. Throws {@link SnapshotUnusable} where there is none. */
export function fileOfRecord(folder: string, name: string): string {
  const isId = /^[0-9a-f]{16}$/.test(name)
  if (!isId && existsSync(name)) return name
  const ids = recordsKeptIn(folder).ids()
  if (ids.includes(name)) return join(folder, `${name}.sqlite`)
  const others = ids.length === 0 ? 'nor any other' : `only ${ids.join(', ')}`
  throw new SnapshotUnusable(
    `${isId ? '' : `there is no file ${name}, and `}no record ${name} was kept in ${folder}, ${others}; "pacta seed --keep" keeps the record that it replaces`,
  )
}

/** How a copy is named while it is made, with the number of the process that makes it. */
export const copying = /^[0-9a-f]{16}\.sqlite\.(\d+)$/

/** Keeps a copy of the record at `path` in a folder, under its id and with its time, unless the record `next` has the same facts. */
export function keepRecord(path: string, folder: string, next: string): void {
  const snapshot = openSnapshot(path)
  const { id, builtAt } = snapshot
  closeSnapshot(snapshot)
  if (id === next) return
  mkdirSync(folder, { recursive: true })
  const kept = join(folder, `${id}.sqlite`)
  const copy = `${kept}.${process.pid}`
  copyFileSync(path, copy)
  utimesSync(copy, builtAt, builtAt)
  renameSync(copy, kept)
}
