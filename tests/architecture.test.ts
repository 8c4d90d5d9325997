import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

/** What each room of src may import: other rooms, and single files beside them. */
const mayImport: Record<string, string[]> = {
  'json-schema.ts': [],
  'project.ts': [],
  domain: ['json-schema.ts'],
  storage: ['project.ts', 'domain'],
  seed: ['json-schema.ts', 'project.ts', 'domain', 'storage', 'explain.ts'],
  import: ['json-schema.ts', 'domain', 'storage', 'seed', 'explain.ts'],
  http: ['json-schema.ts', 'project.ts', 'domain', 'storage', 'explain.ts'],
  client: [],
  'explain.ts': ['domain'],
  'config.ts': ['project.ts', 'domain'],
  'progress.ts': ['storage'],
  'v8.ts': [],
  'metrics.ts': ['config.ts', 'http'],
  'workers.ts': ['config.ts', 'http', 'metrics.ts'],
  'served-record.ts': ['config.ts', 'progress.ts', 'storage', 'seed'],
  'server.ts': ['config.ts', 'storage', 'http', 'metrics.ts', 'served-record.ts', 'workers.ts'],
  'cli.ts': [
    'project.ts',
    'config.ts',
    'progress.ts',
    'domain',
    'storage',
    'seed',
    'import',
    'http',
    'v8.ts',
    'server.ts',
    'served-record.ts',
  ],
  'pacta.js': ['cli.ts', 'made-of.js'],
  'bundle.js': ['made-of.js'],
  'made-of.js': [],
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|js)$/.test(file))
  .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }))

const roomOf = (file: string) => file.split('/')[0] ?? file
const importsOf = (text: string) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name ?? '')

/** Every import of a file of src that stays inside src, as the file it leads to. */
const importsInside = ({ file, text }: (typeof files)[number]) =>
  importsOf(text)
    .filter((name) => name.startsWith('.'))
    .map((name) => join(file, '..', name))
    // The bundle, of the same code.
    .filter((name) => !name.startsWith('../dist/'))

const without = (pattern: RegExp, ...allowed: string[]) =>
  files.filter(({ file, text }) => !allowed.includes(file) && pattern.test(text)).map(({ file }) => file)

test('every file of src belongs to a room whose neighbours are known', () => {
  expect(files.map(({ file }) => roomOf(file)).filter((room) => !(room in mayImport))).toEqual([])
})

test('the imports are read at all: routes use storage, storage uses the domain', () => {
  const rooms = (file: string) =>
    importsInside(files.find((one) => one.file === file) ?? { file, text: '' }).map(roomOf)
  expect(rooms('http/routes/acts.ts')).toContain('storage')
  expect(rooms('storage/tables.ts')).toContain('domain')
  expect(rooms('pacta.js')).toEqual(['made-of.js', 'cli.ts'])
})

test.each(Object.entries(mayImport))('%s imports nothing of src but %j', (room, allowed) => {
  const strays = files
    .filter(({ file }) => roomOf(file) === room)
    .flatMap((one) => importsInside(one).map((target) => ({ file: one.file, target })))
    .filter(({ target }) => roomOf(target) !== room && !allowed.includes(roomOf(target)))
  expect(strays).toEqual([])
})

test('the domain does no input and no output: it imports no part of Node and no database', () => {
  const packages = files
    .filter(({ file }) => roomOf(file) === 'domain')
    .flatMap(({ text }) => importsOf(text))
    .filter((name) => !name.startsWith('.'))
  expect(new Set(packages)).toEqual(new Set(['fastest-levenshtein']))
})

test('only the server and the command line ask what day it is; the log has the time, and ids that no other process has', () => {
  const log = 'http/door/request-log.ts'
  // Every answer tells when it is sent.
  const door = 'http/door/door.ts'
  expect(without(/Temporal\.Now|Date\.now|new Date\(\)/, 'server.ts', 'cli.ts', 'workers.ts', log, door)).toEqual([])
  expect(without(/performance\.now/, 'served-record.ts', 'cli.ts', 'http/door/queue.ts', log)).toEqual([])
  expect(without(/Math\.random|randomUUID|randomBytes/, log)).toEqual([])
})

test('only the command line hands the environment on, and only the configuration reads it', () => {
  expect(without(/process\.env|from 'node:process'/, 'cli.ts')).toEqual([])
})

test('no file or folder is a drawer for what has no name', () => {
  const drawers = /^(utils?|helpers?|common|shared|misc|lib|services?|managers?|index)(\.|$)/i
  const parts = files.flatMap(({ file }) => [...file.split('/').slice(0, -1), basename(file)])
  expect(parts.filter((part) => drawers.test(part))).toEqual([])
})

/** Every circle of files that import each other, each as the files that lead back to the first. */
function circlesOf(imports: Map<string, string[]>): string[][] {
  const done = new Set<string>()
  const circlesFrom = (file: string, way: string[]): string[][] => {
    if (way.includes(file)) return [way.slice(way.indexOf(file))]
    if (done.has(file)) return []
    const found = (imports.get(file) ?? []).flatMap((target) => circlesFrom(target, [...way, file]))
    done.add(file)
    return found
  }
  return [...imports.keys()].flatMap((file) => circlesFrom(file, []))
}

test('no file of src leads back to itself through what it imports, types included', () => {
  expect(circlesOf(new Map(files.map((one) => [one.file, importsInside(one)])))).toEqual([])
})
