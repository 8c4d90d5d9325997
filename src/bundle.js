import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { inProject, madeOf } from './made-of.js'

// Bundles the code and the packages it uses into dist/pacta.cjs, from which src/pacta.js starts in half the time: Node looks
// for each of some 600 modules by itself, and reads and links it. Plain JavaScript, and never a failure: npm runs it at the
// end of an installation, under whichever Node there is, and without a bundle Pacta runs from its source.

// src/storage/drizzle.ts takes Drizzle in its CommonJS form, as it must where Node reads one module after the other. Here its ES
// modules are the better ones: what of them is not used is left out.
const drizzle = `
export * from 'drizzle-orm'
export * from 'drizzle-orm/sqlite-core'
export * from 'drizzle-orm/better-sqlite3'
export * from 'drizzle-orm/better-sqlite3/migrator'`
const drizzleAsModules = {
  name: 'drizzle as modules',
  setup: (build) =>
    build.onLoad({ filter: /[\\/]storage[\\/]drizzle\.ts$/ }, () => ({
      contents: drizzle,
      resolveDir: inProject('src'),
    })),
}

const [bundle, unfinished] = [inProject('dist/pacta.cjs'), inProject(`dist/unfinished-${process.pid}.cjs`)]
try {
  const { build } = await import('esbuild')
  // Before it is read: what is changed meanwhile is not in the bundle.
  const made = madeOf()
  const { outputFiles } = await build({
    entryPoints: [inProject('src/cli.ts')],
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node26',
    logLevel: 'error',
    // These read files that lie beside their code, or are asked for by name.
    external: ['better-sqlite3', '@fastify/swagger', '@fastify/swagger-ui', 'yaml'],
    // What is loaded when it is first asked for is required then.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'urlOfThis' },
    banner: { js: "const urlOfThis = require('node:url').pathToFileURL(__filename).href;" },
    plugins: [drizzleAsModules],
  })
  // V8 holds code in which one letter is beyond ASCII in twice the octets. esbuild escapes those in strings; an escape is the
  // same wherever else they may stand, in regular expressions, templates and comments.
  const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
  const code = outputFiles[0].text.replace(/[^\0-\x7f]/g, escaped)
  mkdirSync(inProject('dist'), { recursive: true })
  writeFileSync(unfinished, `// made of ${made}\n${code}`)
  // A start that comes in between takes the old bundle, or the source.
  renameSync(unfinished, bundle)
} catch (error) {
  rmSync(unfinished, { force: true })
  const why = /'esbuild'/.test(error.message) ? 'esbuild is not installed (--omit=dev)' : error.message
  console.error(`no bundle is made, Pacta runs from its source and starts more slowly: ${why}`)
}
// What V8 has made of other code is of no more use. It is found by the code, so it may as well stay where it cannot be removed.
try {
  rmSync(inProject('node_modules/.cache/pacta'), { recursive: true, force: true })
} catch {}
