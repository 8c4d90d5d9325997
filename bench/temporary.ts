import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string | undefined

/** A folder for this run's files, gone when the run ends. */
export function temporary(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'pacta-bench-'))
    process.once('exit', () => rmSync(made, { recursive: true, force: true }))
    folder = made
  }
  return folder
}
