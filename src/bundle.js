import { renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Bundles the code and the packages it uses into dist/, from which src/pacta.js starts in a third less time: Node looks for
// each of some 600 modules by itself, and reads and links it. Plain JavaScript, and never a failure: npm runs it at the end
// of an installation, under whichever Node there is, and without a bundle Pacta runs from its source.

const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

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

const [made, unfinished] = [inProject('dist'), inProject('dist.unfinished')]
try {
  const { build } = await import('esbuild')
  rmSync(unfinished, { recursive: true, force: true })
  await build({
    entryPoints: [inProject('src/cli.ts')],
    outdir: unfinished,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node26',
    logLevel: 'error',
    // The first three read files that lie beside their code. What is loaded when it is first asked for stays what it is:
    // esbuild gives a package in CommonJS no named exports there.
    external: ['better-sqlite3', '@fastify/swagger', '@fastify/swagger-ui', 'yaml'],
    // For the packages in CommonJS.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [drizzleAsModules],
  })
  rmSync(made, { recursive: true, force: true })
  renameSync(unfinished, made)
} catch (error) {
  rmSync(unfinished, { recursive: true, force: true })
  console.error(`no bundle is made, Pacta runs from its source: ${error.message}`)
}
