import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settings } from '../src/config.ts'
import { buildApp } from '../src/http/app.ts'
import { fillDatabase } from '../src/seed/build.ts'
import { compileSeed } from '../src/seed/compile.ts'
import { checkQuotations, locate, normalise, sha256Of } from '../src/seed/quotations.ts'
import { readSeed } from '../src/seed/read.ts'
import { createDatabase } from '../src/storage/database.ts'
import type { Snapshot } from '../src/storage/snapshot.ts'
import { recordInMemory } from './record.ts'
import { blocksOf, callsIn, expectShown } from './shown.ts'

const readme = readFileSync('README.md', 'utf8')

/** The code blocks of the README, and the calls with the output that it shows. */
const blocks = blocksOf(readme)
const calls = callsIn(blocks)

const serving = (snapshot: Snapshot) => buildApp({ snapshot: () => snapshot, today: () => '2026-01-01' })
type App = Awaited<ReturnType<typeof serving>>

/** What `pacta get` prints, by line. */
const linesOf = async (app: App, path: string) => JSON.stringify((await app.inject(path)).json(), null, 2).split('\n')

describe('the calls of the README', () => {
  const [added] = calls.slice(-1)
  const ofProject = calls.filter((call) => call !== added)
  let app: App
  beforeAll(async () => {
    app = await serving(recordInMemory())
  })

  test('are five, and one for the article that is added', () => {
    expect(ofProject).toHaveLength(5)
    expect(added?.path).toContain('example-daily')
  })

  test.each(ofProject)('$path answers what is shown', async ({ path, shown }) => {
    expectShown(shown, await linesOf(app, path))
  })

  test('each way to look at many states or many days is named', () => {
    for (const way of ['overview', 'treaties', 'compare', 'panel', 'members.svg', 'history.svg', 'withdrawal.svg'])
      expect(readme).toMatch(new RegExp(`^\\| \`/v1/[^\`]*${RegExp.escape(way)}\\b`, 'm'))
    expect(readme).toContain('](docs/questions.md)')
  })

  test('the other paths that the README names are served', async () => {
    // The figures are served on a port of their own.
    const paths = [...readme.matchAll(/`(\/(?!metrics`)[\w/.?=&,-]+)`/g)].map(([, path = '']) => path)
    expect(paths.length).toBeGreaterThan(6)
    for (const path of paths) expect([path, (await app.inject(path)).statusCode]).toEqual([path, 200])
  })
})

describe('the article that the README adds', () => {
  const work = mkdtempSync(join(tmpdir(), 'pacta-readme-'))
  afterAll(() => rmSync(work, { recursive: true }))
  const [, article = ''] = /example\.txt <<'END'\n([\s\S]*?)END\n/.exec(readme) ?? []
  const file = (name: string) =>
    blocks.find(({ language, text }) => language === 'yaml' && text.startsWith(`# seed/${name}\n`))?.text ?? ''
  const source = file('sources/example-daily-no-vote.yaml')
  const speaker = file('speakers.yaml')
  const seed = join(work, 'seed')
  cpSync('seed', seed, { recursive: true })
  writeFileSync(join(seed, 'sources/example-daily-no-vote.yaml'), source)
  writeFileSync(join(seed, 'speakers.yaml'), `${readFileSync('seed/speakers.yaml', 'utf8')}\n${speaker}`)

  test('is cited as shown', () => {
    const [, words = ''] = /^ *npx pacta cite \S+ '(.+)'$/m.exec(readme) ?? []
    const found = locate(article, words)
    expect(found).toHaveLength(1)
    const [{ start, end, words: printed } = { start: 0, end: 0, words: '' }] = found
    const { length } = [...normalise(article)]
    expect(blocks.map(({ text }) => text)).toContain(
      `# file: { sha256: ${sha256Of(Buffer.from(article))}, characters: ${length} }\n` +
        `    words: ${JSON.stringify(printed)}\n    locator: { start: ${start}, end: ${end} }\n`,
    )
  })

  test('makes a sound seed, in which its quotation stands to the letter', () => {
    const articles = join(work, 'articles')
    mkdirSync(articles)
    writeFileSync(join(articles, 'example.txt'), article)
    const { checked, sources, problems } = checkQuotations(readSeed(seed), articles)
    expect({ checked, sources }).toEqual({ checked: 1, sources: 1 })
    expect(problems.filter(({ file }) => file.includes('example-daily'))).toEqual([])
  })

  test('is answered as shown', async () => {
    const { path = '', shown = '' } = calls.at(-1) ?? {}
    const database = createDatabase()
    const id = fillDatabase(database, compileSeed(readSeed(seed)), 'tests')
    const snapshot = { database, id, inputs: 'tests', builtAt: new Date(0), file: 'in memory' }
    expectShown(shown, await linesOf(await serving(snapshot), path))
  })
})

test('the README lists every setting with its default and its meaning, and no other', () => {
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| `(.*?)` \| (.*) \|$/gm)].map(([, ...cells]) => cells)
  expect(rows).toEqual(Object.entries(settings).map(([name, { default: value, meaning }]) => [name, value, meaning]))
})

test('the decisions say of every dependency why it is there', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const decisions = readFileSync('docs/decisions.md', 'utf8')
  const names = Object.keys({ ...dependencies, ...devDependencies })
  expect(names.filter((name) => !decisions.includes(`**${name}**`))).toEqual([])
})
