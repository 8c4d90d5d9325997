import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { inProject, madeOf } from './made-of.js'

// Bundles the code and the packages it uses into a few files in dist/, from which src/pacta.js starts in two thirds of the
// time: Node looks for each of some 600 modules by itself, and reads and links it. Plain JavaScript, and never a failure: npm
// runs it at the end of an installation, under whichever Node there is, and without a bundle Pacta runs from its source.

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

try {
  const { build } = await import('esbuild')
  // Before it is read: what is changed meanwhile is not in the bundle.
  const made = madeOf()
  const { outputFiles } = await build({
    entryPoints: { pacta: inProject('src/cli.ts') },
    outdir: inProject('dist'),
    write: false,
    bundle: true,
    // V8 holds the code as long as it runs: a megabyte of it is spaces. What a stack trace names stays short to look up.
    minifyWhitespace: true,
    lineLimit: 160,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node26',
    logLevel: 'error',
    // These read files that lie beside their code, or are asked for by name.
    external: ['better-sqlite3', '@fastify/swagger', '@fastify/swagger-ui', 'yaml'],
    // For the packages in CommonJS.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [drizzleAsModules],
  })
  // V8 holds code in which one letter is beyond ASCII in twice the octets. esbuild escapes those in strings; an escape is the
  // same wherever else they may stand, in regular expressions, templates and comments.
  const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
  mkdirSync(inProject('dist'), { recursive: true })
  const write = (path, text) => {
    const unfinished = `${path}.${process.pid}`
    writeFileSync(unfinished, text.replace(/[^\0-\x7f]/g, escaped))
    renameSync(unfinished, path)
  }
  // The first file last, as it leads to the others, which have names of their own for each content.
  const isFirst = ({ path }) => basename(path) === 'pacta.js'
  for (const { path, text } of outputFiles.filter((file) => !isFirst(file))) write(path, text)
  for (const { path, text } of outputFiles.filter(isFirst)) write(path, `// made of ${made}\n${text}`)
  const names = outputFiles.map(({ path }) => basename(path))
  for (const name of readdirSync(inProject('dist'))) if (!names.includes(name)) rmSync(inProject(`dist/${name}`))
} catch (error) {
  const why = /'esbuild'/.test(error.message) ? 'esbuild is not installed (--omit=dev)' : error.message
  console.error(`no bundle is made, Pacta runs from its source and starts more slowly: ${why}`)
}
// What V8 has made of other code is of no more use. Node finds it by the code, so it may as well stay where it cannot be removed.
try {
  rmSync(inProject('node_modules/.cache/pacta'), { recursive: true, force: true })
} catch {}
