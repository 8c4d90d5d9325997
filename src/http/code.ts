import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Which code answers: a digest of it, of the versions of what it uses and of the zlib that compresses, and when it was last changed. */
export const code = (() => {
  const hash = createHash('sha256').update(process.versions.zlib ?? '')
  let changed = 0
  const files = readdirSync(`${project}/src`, { recursive: true, encoding: 'utf8' }).map((name) => `src/${name}`)
  for (const name of ['package.json', ...files.sort()]) {
    const stats = statSync(`${project}/${name}`)
    if (!stats.isFile()) continue
    hash.update(`${name}\n`).update(readFileSync(`${project}/${name}`))
    changed = Math.max(changed, stats.mtimeMs)
  }
  return { digest: hash.digest('hex'), changed: new Date(changed) }
})()
