#!/usr/bin/env node
import module from 'node:module'
import { inProject, isBundled } from './made-of.js'

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
// Node keeps what it makes of the code, stripped of its types where it has some and compiled, beside the packages: the next
// start takes it from there. Where nothing can be written, as in an image that is read only, it goes on without, and says
// nothing.
module.enableCompileCache(inProject('node_modules/.cache/pacta'))
const { main } = await (isBundled() ? import('../dist/pacta.js') : import('./cli.ts'))
process.exitCode = await main(process.argv.slice(2))
