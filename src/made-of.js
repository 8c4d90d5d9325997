import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** As in src/project.ts, for what any Node can read. */
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
  return createHash('sha256').update(files.join('')).digest('hex')
}

/** Whether there is a bundle (src/bundle.js), and all that it was made of is as it was: its first line says of what. */
export function isBundled() {
  let first
  try {
    first = readFileSync(inProject('dist/pacta.js'), 'latin1')
  } catch {
    return false
  }
  return first.startsWith(`// made of ${madeOf()}\n`)
}
