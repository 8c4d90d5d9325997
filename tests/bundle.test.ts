import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { emptyFolder } from './seed/faults.ts'

const run = (project: string, args: string[], settings: NodeJS.ProcessEnv = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...settings },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  })
  return { status, stdout, stderr }
}

/** A small project with a bundle: its program is `text`. */
const newProject = (text: string) => {
  const folder = emptyFolder()
  for (const part of ['src/storage', 'node_modules']) mkdirSync(join(folder, part), { recursive: true })
  for (const name of ['pacta.js', 'bundle.js', 'made-of.js']) copyFileSync(join('src', name), join(folder, 'src', name))
  symlinkSync(resolve('node_modules/esbuild'), join(folder, 'node_modules/esbuild'))
  const files = {
    'package.json': '{ "type": "module" }',
    'package-lock.json': '{}',
    'src/storage/acts.ts': '',
    'src/cli.ts': text,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  expect(run(folder, ['src/bundle.js']).stderr).toBe('')
  return { folder, start: (from = folder) => run(from, ['src/pacta.js']).stdout }
}

describe('src/pacta.js starts from the bundle', () => {
  const saysWhatItIs =
    "export const main = async () => process.stdout.write(import.meta.url.endsWith('.js') ? 'bundle' : 'source')"
  const yesterday = new Date(Date.now() - 86_400_000)
  const tomorrow = new Date(Date.now() + 86_400_000)

  test('where all that it was made of is as it was', () => {
    expect(newProject(saysWhatItIs).start()).toBe('bundle')
  })

  test.each<[string, (folder: string) => void]>([
    ['a file of code is newer', (folder) => utimesSync(join(folder, 'src/storage/acts.ts'), tomorrow, tomorrow)],
    [
      'a file of code is another, though older',
      (folder) => utimesSync(join(folder, 'src/cli.ts'), yesterday, yesterday),
    ],
    ['a file of code is longer', (folder) => writeFileSync(join(folder, 'src/storage/acts.ts'), '// more')],
    ['a file of code is gone', (folder) => rmSync(join(folder, 'src/storage/acts.ts'))],
    ['a file of code has come', (folder) => writeFileSync(join(folder, 'src/storage/new.ts'), '')],
    [
      'other packages are asked for',
      (folder) => writeFileSync(join(folder, 'package-lock.json'), '{ "packages": {} }'),
    ],
    ['there is no bundle', (folder) => rmSync(join(folder, 'dist'), { recursive: true })],
    ['the bundle is empty', (folder) => writeFileSync(join(folder, 'dist/pacta.js'), '')],
  ])('and from the source where %s', (_, change) => {
    const { folder, start } = newProject(saysWhatItIs)
    change(folder)
    expect(start()).toBe('source')
  })

  test('in a copy that keeps the times of files to the second, as an image does', () => {
    const { folder, start } = newProject(saysWhatItIs)
    const copy = emptyFolder()
    cpSync(folder, copy, { recursive: true, preserveTimestamps: true })
    for (const name of ['src/cli.ts', 'package.json']) {
      const second = new Date(Math.floor(statSync(join(folder, name)).mtimeMs / 1000) * 1000)
      utimesSync(join(copy, name), second, second)
    }
    expect(start(copy)).toBe('bundle')
  })
})

describe('the bundle does what the source does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-bundle-'))
  const calls = [
    '/v1/acts/ukr-withdrawal-decree',
    '/v1/treaties/mine-ban/members.svg',
    '/v1/acts?format=csv&limit=3',
    '/docs',
    '/docs/static/swagger-ui.css',
    '/openapi.yaml',
  ]

  beforeAll(() => {
    for (const part of ['src', 'migrations', 'seed', 'package.json', 'package-lock.json'])
      cpSync(part, join(folder, part), { recursive: true, preserveTimestamps: true })
    // Of its own, so that nothing is kept in that of the checkout, nor taken from there.
    mkdirSync(join(folder, 'node_modules'))
    for (const name of readdirSync('node_modules'))
      if (!name.startsWith('.')) symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name))
    const { stderr } = run(folder, ['src/bundle.js'])
    expect(stderr).toBe('')
    return () => rmSync(folder, { recursive: true })
  })

  /** What both print. */
  const fromBoth = (args: string[], settings: NodeJS.ProcessEnv) => {
    const [there, away] = [join(folder, 'dist/pacta.js'), join(folder, 'dist/away.js')]
    renameSync(there, away)
    const source = run(folder, ['src/pacta.js', ...args], settings)
    renameSync(away, there)
    return { source, bundle: run(folder, ['src/pacta.js', ...args], settings) }
  }

  test.each(calls)(
    'answers %s octet by octet',
    (call) => {
      const { source, bundle } = fromBoth(['get', call], { RECORD: inject('record') ?? '', SEED: '/nowhere' })
      expect(source.stdout.length).toBeGreaterThan(100)
      expect(bundle).toEqual(source)
    },
    180_000,
  )

  test('builds the same record of the seed, with its threads and its migrations', () => {
    const record = join(folder, 'record.sqlite')
    const { stdout } = run(folder, ['src/pacta.js', 'seed'], { RECORD: record })
    expect(stdout).toMatch(/^record [0-9a-f]{16}: /)
    // In the tests' own process it was built from the source.
    expect(readFileSync(record).equals(readFileSync(inject('record') ?? ''))).toBe(true)
  })

  test('says the same of a seed that is not there', () => {
    const { source, bundle } = fromBoth(['check'], { SEED: '/nowhere' })
    expect(source.stderr).not.toBe('')
    expect(bundle).toEqual(source)
  })
})

test('without esbuild there is no bundle, and that is no fault', () => {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'src'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  for (const name of ['src/bundle.js', 'src/made-of.js']) copyFileSync(name, join(folder, name))
  const { status, stderr } = run(folder, ['src/bundle.js'])
  expect(stderr).toContain(
    'no bundle is made, Pacta runs from its source and starts more slowly: esbuild is not installed',
  )
  expect(status).toBe(0)
})
