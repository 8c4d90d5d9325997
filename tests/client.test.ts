import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPactaClient } from '../src/client/client.ts'
import { schemaOf } from '../src/client/generate.ts'
import { buildApp } from '../src/http/app.ts'
import { fillDatabase } from '../src/seed/build.ts'
import { compileSeed } from '../src/seed/compile.ts'
import { readSeed } from '../src/seed/read.ts'
import { createDatabase } from '../src/storage/database.ts'
import type { Snapshot } from '../src/storage/snapshot.ts'
import { recordInMemory } from './record.ts'
import { smallSeed } from './seed/faults.ts'

const today = () => '2026-01-01'
const serving = (snapshot: Snapshot) => buildApp({ snapshot: () => snapshot, today })

let app: Awaited<ReturnType<typeof serving>>
let baseUrl: string
beforeAll(async () => {
  app = await serving(recordInMemory())
  baseUrl = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => app.close())

describe('the types of the client', () => {
  const kept = readFileSync('src/client/schema.ts', 'utf8')

  test('are those of the OpenAPI document; where they are not, `npm run client` makes them anew', async () => {
    const made = await schemaOf((await app.inject('/openapi.json')).body)
    expect(made === kept, 'src/client/schema.ts is not what the document gives: npm run client').toBe(true)
  })

  test('are the same whatever the record is', async () => {
    const database = createDatabase()
    const id = fillDatabase(database, compileSeed(readSeed(smallSeed())), 'tests')
    const other = await serving({ database, id, inputs: 'tests', builtAt: new Date(0), file: 'in memory' })
    const [one, two] = await Promise.all([app, other].map(async (app) => (await app.inject('/openapi.json')).body))
    expect(one).not.toBe(two)
    expect(await schemaOf(two ?? '')).toBe(kept)
  })

  test('are for every path of the document', async () => {
    const { paths } = (await app.inject('/openapi.json')).json()
    for (const path of Object.keys(paths)) expect(kept).toContain(`\n    "${path}": {\n`)
  })
})

describe('the client', () => {
  const pacta = () => createPactaClient({ baseUrl })
  const path = { treaty: 'ottawa-convention', state: 'Ukraine' }

  test('answers with the standing', async () => {
    const query = { asOf: '2025-07-01', accordingTo: ['article'] }
    const { data, error } = await pacta().GET('/v1/treaties/{treaty}/members/{state}', { params: { path, query } })
    expect(error).toBeUndefined()
    const standing: 'party' | 'contracting_state' | 'signatory' | 'former_party' | 'not_party' | 'unknown' | undefined =
      data?.data.standing
    expect(standing).toBe('party')
    expect(data?.data.state.id).toBe('UKR')
    expect(data?.pin.accordingTo).toEqual(['article'])
  })

  test('gives a parameter again that may be given again', async () => {
    const query = { standing: ['party' as const, 'not_party' as const], asOf: '2025-07-01', limit: 200 }
    const answer = await pacta().GET('/v1/treaties/{treaty}/members', { params: { path, query } })
    expect(answer.response.url).toContain('standing=party&standing=not_party')
    const standings = new Set(answer.data?.data.map(({ standing }) => standing))
    expect(standings).toEqual(new Set(['party', 'not_party']))
  })

  test('has the types of a problem', async () => {
    const { data, error } = await pacta().GET('/v1/acts', { params: { query: { state: 'Ukrane' } } })
    expect(data).toBeUndefined()
    const nearest: string | undefined = error?.errors?.[0]?.nearest
    expect([error?.status, nearest]).toEqual([400, 'Ukraine'])
  })

  test('knows no other parameter and no other path', async () => {
    // @ts-expect-error "stat" is misspelt
    const misspelt = await pacta().GET('/v1/acts', { params: { query: { stat: 'UKR' } } })
    expect(misspelt.response.status).toBe(400)
    // @ts-expect-error there is no such path
    const nowhere = await pacta().GET('/v1/act')
    expect(nowhere.response.status).toBe(404)
  })

  test('reads other formats as text', async () => {
    const query = { state: 'UKR', format: 'csv' as const }
    const { data } = await pacta().GET('/v1/acts', { params: { query }, parseAs: 'text' })
    const text: string | undefined = data
    expect(text).toMatch(/^id,kind,plane,/)
  })
})

describe('the examples of the README', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-client-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  // The server answers from this process: what calls it must not be waited for in a way that stops everything.
  const execute = promisify(execFile)
  const run = async (command: string, ...args: string[]) => (await execute(command, args, { cwd: folder })).stdout
  const runs = (command: string, ...args: string[]) =>
    run(command, ...args).then(
      () => true,
      () => false,
    )

  const readme = readFileSync('README.md', 'utf8')
  const examples = (language: string, pattern: RegExp) =>
    [...readme.matchAll(RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))]
      .map(([, text = '']) => text)
      .filter((text) => pattern.test(text))

  /** The one example in a language that has a word, asking this test's server, as a file. */
  function example(language: string, pattern: RegExp, name: string, edit = (text: string) => text) {
    const [text = '', ...more] = examples(language, pattern)
    expect([text.includes('http://127.0.0.1:8080'), more.length]).toEqual([true, 0])
    writeFileSync(join(folder, name), edit(text.replaceAll('http://127.0.0.1:8080', baseUrl)))
    return name
  }

  const member = async (query: string) =>
    (await app.inject(`/v1/treaties/mine-ban/members/UKR?asOf=2025-07-01${query}`)).json().data
  const inBrief = async () => {
    const { standing, withdrawal } = await member('')
    return `${standing} ${withdrawal.stage}`
  }
  const parties = async () => {
    const list = await app.inject('/v1/treaties/mine-ban/members?standing=party&limit=200')
    return list.json().data.length
  }

  test('TypeScript: it compiles, and tells the standing and why', async () => {
    const client = JSON.stringify(resolve('src/client/client.ts'))
    const file = example('ts', /createPactaClient/, 'example.ts', (text) => text.replace(`'./client.ts'`, client))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    const options = '--noEmit --strict --target esnext --module nodenext --allowImportingTsExtensions --skipLibCheck'
    const types = ['--types', 'node', '--typeRoots', resolve('node_modules/@types')]
    const tsc = resolve('node_modules/typescript/bin/tsc')
    await run(process.execPath, tsc, ...options.split(' '), ...types, file)
    const { standing, withdrawal, because } = await member('&accordingTo=article')
    const lines = because.map(({ article, text }: { article: string | null; text: string }) => `${article} ${text}`)
    expect((await run(process.execPath, file)).trimEnd().split('\n')).toEqual([
      `${standing} ${withdrawal.stage}`,
      ...lines,
    ])
  })

  test('curl', async ({ skip }) => {
    if (!(await runs('curl', '--version'))) skip('curl is not here: its example was not run')
    const out = await run('sh', example('sh', /^curl/m, 'example.sh'))
    expect(out).toContain('"standing":"party"')
    expect(out).toContain('state.id,state.name,treaty.id')
  })

  test.for(['requests', 'pandas'])('Python with %s', async (library, { skip }) => {
    if (!(await runs('python3', '--version'))) skip('Python is not here: its examples were not run')
    const file = example('python', RegExp(`^import ${library}$`, 'm'), `${library}_example.py`)
    await run('python3', '-m', 'py_compile', file)
    if (!(await runs('python3', '-c', `import ${library}`)))
      skip(`${library} is not here: its example was compiled, not run`)
    const out = await run('python3', file)
    if (library === 'requests') expect(out.trim()).toBe(await inBrief())
    else expect(out).toMatch(RegExp(`^party +${await parties()}$`, 'm'))
  })

  test('R', async ({ skip }) => {
    const file = example('r', /jsonlite/, 'example.R')
    if (!(await runs('Rscript', '--version'))) skip('R is not here: its example was not run')
    await run('Rscript', '-e', `invisible(parse("${file}"))`)
    if (!(await runs('Rscript', '-e', 'library(jsonlite)')))
      skip('jsonlite is not here: the example of R was parsed, not run')
    const [first = '', ...rest] = (await run('Rscript', file)).split('\n')
    expect(first.trim()).toBe(await inBrief())
    expect(rest.join(' ').split(/\s+/)).toContain(String(await parties()))
  })
})
