import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Locked = { version?: string; gypfile?: boolean; optionalDependencies?: Record<string, string> }
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }

test('the lockfile names every optional package, of other platforms too: without one of them npm ci refuses the whole', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
    ),
  )
  expect(missing).toEqual([])
})

test('the lockfile keeps the line "gypfile": false of better-sqlite3, which npm install drops: without it npm 10 compiles what lies ready in the package', () => {
  expect(packages['node_modules/better-sqlite3']).toMatchObject({ gypfile: false })
})

test('the lockfiles name no registry, so that npm asks whichever one is set; that of bench is the same in this', () => {
  const resolved = ['package-lock.json', 'bench/package-lock.json'].filter((file) =>
    readFileSync(file, 'utf8').includes('"resolved"'),
  )
  expect(resolved).toEqual([])
})
