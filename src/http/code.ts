import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { inProject } from '../project.ts'

/** Which code answers: a digest of it, of the packages that it uses and of Node with all that is in it, and when it was last changed. */
export const code = (() => {
  const hash = createHash('sha256').update(JSON.stringify(process.versions))
  let changed = 0
  const files = readdirSync(inProject('src'), { recursive: true, encoding: 'utf8' }).map((name) => `src/${name}`)
  // What npm has installed stands in a lockfile of its own.
  for (const name of ['package.json', 'node_modules/.package-lock.json', ...files.sort()]) {
    const stats = statSync(inProject(name), { throwIfNoEntry: false })
    if (!stats?.isFile()) continue
    hash.update(`${name}\n`).update(readFileSync(inProject(name)))
    if (!name.startsWith('node_modules')) changed = Math.max(changed, stats.mtimeMs)
  }
  return { digest: hash.digest('hex'), changed: new Date(changed) }
})()
