import { readSync, writeSync } from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import { crc32 } from 'node:zlib'

// A finished record carries the checksum (CRC-32) of its own file, so that damage and later changes are seen. It stands in
// the header of the file as `user_version`, four octets that SQLite leaves to applications (its file format, section 1.3, at offset 60).
const place = 60
const ofPart = 262_144

/** The checksum of an open file, of all its octets but those of the place where it stands. */
export function checksumOf(file: number): number {
  const reading = readParts(file)
  let part = reading.next()
  while (!part.done) part = reading.next()
  return part.value.counted
}

/** Writes a checksum into its place in a file that is open for writing. */
export function writeChecksum(file: number, checksum: number): void {
  const octets = Buffer.alloc(4)
  octets.writeUInt32BE(checksum)
  writeSync(file, octets, 0, octets.length, place)
}

/** Whether an open file is as it was sealed, to the last bit; others have their turn while it is read. */
export async function isAsSealed(file: number): Promise<boolean> {
  const reading = readParts(file)
  let part = reading.next()
  for (; !part.done; part = reading.next()) await turn()
  return part.value.carried === part.value.counted
}

/** Reads a file part by part. Returns the checksum that it carries, and that of all its other octets. */
function* readParts(file: number): Generator<void, { carried: number; counted: number }> {
  const octets = Buffer.alloc(ofPart)
  let [carried, counted] = [0, 0]
  for (let at = 0; ; ) {
    const read = readSync(file, octets, 0, octets.length, at)
    if (read === 0) return { carried, counted }
    if (at === 0) {
      carried = octets.readUInt32BE(place)
      octets.writeUInt32BE(0, place)
    }
    counted = crc32(octets.subarray(0, read), counted)
    at += read
    yield
  }
}
