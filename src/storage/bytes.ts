import { createHash } from 'node:crypto'
import { createReadStream, fstatSync, open, read } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Snapshot } from './snapshot.ts'

/** The bytes of a snapshot's file: how many, their SHA-256, and any part of them, both ends included. */
export type Bytes = { size: number; sha256: Promise<Buffer>; read: (start: number, end: number) => Readable }

const known = new WeakMap<Snapshot, Bytes>()

/**
 * The file of a snapshot; of a record in memory, what would be its file. The digest is computed once. Reading goes through
 * the snapshot's own descriptor, so that a file which takes its place at the path does not mix with it.
 */
export function bytesOf(snapshot: Snapshot): Bytes {
  const found = known.get(snapshot)
  if (found) return found
  const { descriptor, database } = snapshot
  const parts = descriptor === undefined ? inMemory(database.$client.serialize()) : inFile(descriptor)
  const bytes = { ...parts, sha256: digest(parts.read(0, parts.size - 1)) }
  // Whoever asks for it is told; nobody need ask.
  bytes.sha256.catch(() => known.delete(snapshot))
  known.set(snapshot, bytes)
  return bytes
}

function inFile(descriptor: number): Omit<Bytes, 'sha256'> {
  return {
    size: fstatSync(descriptor).size,
    // A stream that is given up closes its descriptor even so; this one is the snapshot's, and others read through it.
    read: (start, end) =>
      createReadStream('', {
        fd: descriptor,
        autoClose: false,
        start,
        end,
        fs: { open, read, close: (_, done) => done?.(null) },
      }),
  }
}

function inMemory(bytes: Buffer): Omit<Bytes, 'sha256'> {
  return { size: bytes.length, read: (start, end) => Readable.from([bytes.subarray(start, end + 1)]) }
}

async function digest(bytes: Readable): Promise<Buffer> {
  const hash = createHash('sha256')
  await pipeline(bytes, hash)
  return hash.digest()
}
