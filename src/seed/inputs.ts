import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../project.ts'

/** A digest of all that a record is built from: the seed, the migrations, and the code that turns one into the other. */
export function inputsDigest(seedDirectory: string): string {
  const hash = createHash('sha256')
  for (const folder of [seedDirectory, ...['migrations', 'src/domain', 'src/seed', 'src/storage'].map(inProject)]) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()) {
      hash.update(`${entry.slice(folder.length)}\n`).update(readFileSync(entry))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
