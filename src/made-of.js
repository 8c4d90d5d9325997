import { hash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The file or folder at `path` in the project. */
export const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/**
 * What a bundle is made of: a digest of the names of all files of code, of how long each is and when it was changed, to the
 * second, which is what an image keeps; of the packages, of the lockfile. A package that is changed by hand is not seen.
 */
export function madeOf() {
  const code = readdirSync(inProject('src'), { recursive: true }).map((name) => `src/${name}`)
  const files = ['package.json', 'package-lock.json', ...code.sort()].map((path) => {
    const stats = statSync(inProject(path), { throwIfNoEntry: false })
    return stats && !stats.isFile() ? '' : `${path} ${stats?.size} ${Math.floor((stats?.mtimeMs ?? 0) / 1000)}\n`
  })
  return hash('sha256', files.join(''))
}

/** Whether there is a bundle (src/bundle.js), and all that it was made of is as it was: its first line says of what. */
export function isBundled() {
  const expected = `// made of ${madeOf()}\n`
  const read = Buffer.alloc(expected.length)
  try {
    const file = openSync(inProject('dist/pacta.js'))
    readSync(file, read)
    closeSync(file)
  } catch {
    return false
  }
  return read.latin1Slice() === expected
}
