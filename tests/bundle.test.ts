import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'

const run = (project: string, args: string[], settings: NodeJS.ProcessEnv = {}) => {
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...settings },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  })
  return { stdout, stderr }
}

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-bundle-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

describe('src/pacta.js starts from the bundle', () => {
  const before = new Date('2026-01-01T00:00:00Z')
  const bundled = new Date('2026-01-02T00:00:00Z')
  const after = new Date('2026-01-03T00:00:00Z')

  /** A project that says what it was started from, all of it older than its bundle but for what is at `changed`. */
  const startedFrom = (changed?: string) => {
    const { folder, remove } = newFolder()
    onTestFinished(remove)
    for (const part of ['src/storage', 'dist', 'node_modules']) mkdirSync(join(folder, part), { recursive: true })
    for (const name of ['src/pacta.js', 'src/bundled.js']) copyFileSync(name, join(folder, name))
    const says = (what: string) => `main = async () => void process.stdout.write('${what}')`
    const files = {
      'package.json': '{ "type": "module" }',
      'src/cli.ts': `export const ${says('source')}`,
      'src/storage/acts.ts': '',
      'node_modules/.package-lock.json': '{}',
      'dist/pacta.cjs': `exports.${says('bundle')}`,
    }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    for (const part of [...Object.keys(files), 'src/pacta.js', 'src/bundled.js'])
      utimesSync(join(folder, part), before, before)
    utimesSync(join(folder, 'dist/pacta.cjs'), bundled, bundled)
    if (changed === 'dist') rmSync(join(folder, 'dist'), { recursive: true })
    else if (changed !== undefined) utimesSync(join(folder, changed), after, after)
    return run(folder, ['src/pacta.js']).stdout
  }

  test('where nothing that it was made of has changed since', () => {
    expect(startedFrom()).toBe('bundle')
  })

  test.each(['src/cli.ts', 'src/storage/acts.ts', 'node_modules/.package-lock.json'])(
    'and from the source where %s has changed since',
    (changed) => {
      expect(startedFrom(changed)).toBe('source')
    },
  )

  test('and from the source where there is no bundle', () => {
    expect(startedFrom('dist')).toBe('source')
  })
})

describe('what V8 compiled of the bundle is kept', () => {
  const folderOfCache = 'node_modules/.cache/pacta'

  /** A project whose bundle counts how often it has been started, and keeps what was compiled; what is kept, by name. */
  const project = () => {
    const { folder, remove } = newFolder()
    onTestFinished(remove)
    for (const part of ['src', 'dist']) mkdirSync(join(folder, part), { recursive: true })
    for (const name of ['src/pacta.js', 'src/bundled.js']) copyFileSync(name, join(folder, name))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    const write = (letter: string) =>
      writeFileSync(
        join(folder, 'dist/pacta.cjs'),
        `exports.main = async (_, keepCompiled) => { process.stdout.write('${letter}'); keepCompiled() }`,
      )
    const kept = () =>
      readdirSync(join(folder, folderOfCache))
        .filter((name) => /^\d+-\d+$/.test(name))
        .map((name) => join(folder, folderOfCache, name))
    return { write, kept, start: () => run(folder, ['src/pacta.js']).stdout }
  }

  test('and taken by the next start', () => {
    const { write, kept, start } = project()
    write('a')
    expect(start()).toBe('a')
    const [file = ''] = kept()
    const before = readFileSync(file)
    const { mtimeMs } = statSync(file)
    expect(start()).toBe('a')
    // It would have been written again.
    expect(statSync(file).mtimeMs).toBe(mtimeMs)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('by the code itself: other code of the same length is compiled anew', () => {
    const { write, kept, start } = project()
    write('a')
    start()
    write('b')
    expect(start()).toBe('b')
    expect(kept()).toHaveLength(2)
  })

  test.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['changed in one bit', (whole: Buffer) => whole.fill(whole.readUInt8(200) ^ 1, 200, 201)],
  ])('and made anew where it is %s', (_, spoil) => {
    const { write, kept, start } = project()
    write('a')
    start()
    const [file = ''] = kept()
    const whole = readFileSync(file)
    writeFileSync(file, spoil(Buffer.from(whole)))
    expect(start()).toBe('a')
    expect(readFileSync(file).length).toBeGreaterThanOrEqual(whole.length)
  })
})

describe('the bundle does what the source does', () => {
  const { folder, remove } = newFolder()
  const calls = [
    '/v1/acts/ukr-withdrawal-decree',
    '/v1/treaties/mine-ban/members.svg',
    '/v1/acts?format=csv&limit=3',
    '/docs',
    '/docs/static/swagger-ui.css',
    '/openapi.yaml',
  ]

  beforeAll(() => {
    for (const part of ['src', 'migrations', 'seed', 'package.json'])
      cpSync(part, join(folder, part), { recursive: true, preserveTimestamps: true })
    // Of its own, so that nothing is kept in that of the checkout, nor taken from there.
    mkdirSync(join(folder, 'node_modules'))
    for (const name of readdirSync('node_modules'))
      if (!name.startsWith('.')) symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name))
    const { stderr } = run(folder, ['src/bundle.js'])
    expect(stderr).toBe('')
    return remove
  })

  /** What both print, the source first. */
  const fromBoth = (args: string[], settings: NodeJS.ProcessEnv) => {
    const from = (bundled: boolean) => {
      const day = new Date(bundled ? '2100-01-01T00:00:00Z' : '2000-01-01T00:00:00Z')
      utimesSync(join(folder, 'dist/pacta.cjs'), day, day)
      return run(folder, ['src/pacta.js', ...args], settings)
    }
    return { source: from(false), bundle: from(true) }
  }

  test.each(calls)('answers %s octet by octet', (call) => {
    const { source, bundle } = fromBoth(['get', call], { RECORD: inject('record') ?? '', SEED: '/nowhere' })
    expect(source.stdout.length).toBeGreaterThan(100)
    expect(bundle).toEqual(source)
  })

  test('builds the same record of the seed, with its threads and its migrations', () => {
    const { source, bundle } = fromBoth(['seed'], { RECORD: join(folder, 'record.sqlite') })
    expect(source.stdout).toMatch(/^record [0-9a-f]{16}: /)
    expect(bundle.stdout).toBe(source.stdout)
  })

  test('says the same of a seed that is not there', () => {
    const { source, bundle } = fromBoth(['check'], { SEED: '/nowhere' })
    expect(source.stderr).not.toBe('')
    expect(bundle).toEqual(source)
  })
})

test('without esbuild there is no bundle, and that is no fault', () => {
  const { folder, remove } = newFolder()
  onTestFinished(remove)
  mkdirSync(join(folder, 'src'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  copyFileSync('src/bundle.js', join(folder, 'src/bundle.js'))
  const { status, stderr } = spawnSync(process.execPath, ['src/bundle.js'], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toContain('no bundle is made, Pacta runs from its source')
  expect(status).toBe(0)
})
