#!/usr/bin/env node
import { readdirSync, statSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

// Plain JavaScript, so that any Node can read it and say which one is needed: the rest is TypeScript that Node 26 runs
// as it is, and better-sqlite3 ends in a segmentation fault on Node 20.
const [major] = process.versions.node.split('.').map(Number)
if (major < 26) {
  console.error(
    `Pacta runs on Node 26; this is Node ${process.versions.node}.\n` +
      '`npm ci` puts Node 26 into node_modules, and npm runs on that: `npm start`, `npm test`, `npx pacta --help`.\n' +
      'Where install scripts are switched off it is not there yet: `npm rebuild node --ignore-scripts=false`.',
  )
  process.exit(1)
}
const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
// Node keeps what it makes of the code, stripped of its types and compiled, beside the packages: the next start takes it
// from there. Where nothing can be written, as in an image that is read only, it goes on without, and says nothing.
module.enableCompileCache(inProject('node_modules/.cache/pacta'))
const { main } = await (isBundled() ? import('../dist/cli.js') : import('./cli.ts'))
process.exitCode = await main(process.argv.slice(2))

/** Whether there is a bundle (src/bundle.js), and no file that it was made of, nor a package, has changed since. */
function isBundled() {
  const changed = (path) => {
    const stats = statSync(inProject(path), { throwIfNoEntry: false })
    return stats?.isFile() ? stats.mtimeMs : 0
  }
  const made = changed('dist/cli.js')
  const code = () => readdirSync(inProject('src'), { recursive: true }).map((path) => `src/${path}`)
  return made > 0 && ['node_modules/.package-lock.json', ...code()].every((path) => changed(path) <= made)
}
