import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { client } from './client.ts'
import { type Finding, onGround, pause, told, until } from './ground.ts'
import { idOfWhole, leftBeside } from './kills.ts'

const page = 4096

/** Puts bytes over a page of a file, counted from its beginning or, below 0, from its end. */
function overwrite(path: string, number: number, bytes: Buffer) {
  const file = readFileSync(path)
  bytes.copy(file, number < 0 ? file.length + number * page : number * page)
  writeFileSync(path, file)
}

function change(path: string, sql: string) {
  const database = new Sqlite(path)
  database.pragma('foreign_keys = OFF')
  database.exec(sql)
  database.close()
}

/** What may lie at the place of a record and is none: each is made of a whole record at a path. */
export const spoilings: Record<string, (path: string) => void> = {
  'a text file': (path) => writeFileSync(path, 'not a record '.repeat(1000)),
  'an empty file': (path) => truncateSync(path, 0),
  'a record cut in its header': (path) => truncateSync(path, 50),
  'a record cut after its first page': (path) => truncateSync(path, page),
  'a record cut in the middle': (path) => truncateSync(path, readFileSync(path).length / 2),
  'a record one page short': (path) => truncateSync(path, readFileSync(path).length - page),
  'a record cut within its last page': (path) => truncateSync(path, readFileSync(path).length - 100),
  'a record whose header is noise': (path) => overwrite(path, 0, Buffer.alloc(page, 'noise')),
  'a record with a page of zeros': (path) => overwrite(path, 40, Buffer.alloc(page)),
  'a record with a page of noise': (path) => overwrite(path, 60, Buffer.alloc(page, 'noise')),
  'a record whose last page is noise': (path) => overwrite(path, -1, Buffer.alloc(page, 'noise')),
  'a database of another program': (path) => {
    rmSync(path)
    change(path, 'CREATE TABLE songs (id INTEGER PRIMARY KEY, title TEXT)')
  },
  'an empty database': (path) => {
    rmSync(path)
    change(path, 'VACUUM')
  },
  'a record of a form that lacks a column': (path) => change(path, 'ALTER TABLE speakers DROP COLUMN note'),
  'a record of a form that lacks a table': (path) => change(path, 'DROP TABLE circumstances'),
  'a record without its search index': (path) => change(path, 'DROP TABLE search'),
  'a folder': (path) => {
    rmSync(path)
    mkdirSync(path)
    writeFileSync(join(path, 'x'), 'x')
  },
  'a pipe': (path) => {
    rmSync(path)
    if (spawnSync('mkfifo', [path]).status !== 0) writeFileSync(path, 'no pipe can be made here')
  },
  'a link that leads nowhere': (path) => {
    rmSync(path)
    symlinkSync('/nowhere/record.sqlite', path)
  },
}

/** What is something else than a record, so that no record takes its place; whoever wants one there has to clear it away. */
const inTheWay = new Set([
  'a folder',
  'a pipe',
  'a text file',
  'a record whose header is noise',
  'a database of another program',
])

/**
 * Each thing that is no record is put in the place of the record that a server serves: it goes on with the old one and says
 * so once. A server that begins on it, with no seed, ends with 1 and a clear message; with a seed it builds the record anew,
 * unless what lies there is something else, which is left alone.
 */
export const recordSpoiled = (kinds = Object.keys(spoilings)): Promise<Finding> =>
  onGround(async (ground) => {
    const good = await ground.record(0)
    const RECORD = join(ground.folder(), 'record.sqlite')
    const SEED = ground.seed(0)
    cpSync(good, RECORD)
    const id = idOfWhole(RECORD)
    const server = await ground.serve({ SEED: '/nowhere', RECORD })
    const { ask, close } = client(server.port)
    const wrong: string[] = []
    const saidOnce = () => server.log().split('the old one goes on').length - 1
    const make = (kind: string) => {
      const place = join(ground.folder(), 'record.sqlite')
      cpSync(good, place)
      spoilings[kind]?.(place)
      return place
    }

    for (const kind of ['nothing at all', ...kinds]) {
      const before = saidOnce()
      // A folder cannot be renamed onto a file: there is nothing there for a moment.
      rmSync(RECORD, { recursive: true, force: true })
      if (kind !== 'nothing at all') renameSync(make(kind), RECORD)
      if (!(await until(() => saidOnce() > before, 5))) wrong.push(`${kind}: the server says nothing of it`)
      const ready = await ask('/readyz')
      const answer = await ask('/v1/speakers/roman-kostenko')
      for (const { status, body } of [ready, answer])
        if (status !== 200 || !body.includes(id)) wrong.push(`${kind}: the server answered ${status} ${body}`)
    }
    const before = saidOnce()
    await pause(2500)
    if (saidOnce() !== before) wrong.push(`what cannot be served is told ${saidOnce() - before} times more`)
    // Between two of them there is nothing for a moment, of which the server may have spoken too.
    if (before > 2 * kinds.length + 1)
      wrong.push(`${kinds.length} things that cannot be served were told ${before} times`)
    cpSync(good, `${RECORD}.next`)
    rmSync(RECORD, { recursive: true, force: true })
    renameSync(`${RECORD}.next`, RECORD)
    if (!(await until(() => server.log().includes('a new record is served'), 5)))
      wrong.push('a whole record that comes after all of them is not taken up')
    close()

    for (const kind of kinds) {
      const path = make(kind)
      const { child, ended } = ground.begin(['serve'], { SEED: '/nowhere', RECORD: path, PORT: '0' })
      const patience = setTimeout(() => child.kill('SIGKILL'), 20_000)
      const begun = await ended
      clearTimeout(patience)
      if (begun.code !== 1) wrong.push(`${kind}: a server that begins on it ends with ${begun.code ?? begun.signal}`)
      if (!begun.said.includes(path) || /^\s+at /m.test(begun.said) || begun.said.trim().includes('\n'))
        wrong.push(`${kind}: a server that begins on it does not say it in a clear line: ${begun.said}`)

      const built = await ground.run(['get', '/readyz'], { SEED, RECORD: path })
      if (inTheWay.has(kind)) {
        if (built.code !== 1 || /^\s+at /m.test(built.said) || !built.said.includes('is left as it is'))
          wrong.push(`${kind}: building anew says ${built.said}`)
        continue
      }
      if (built.code !== 0 || !built.said.includes('built record'))
        wrong.push(`${kind}: with a seed it is not built anew: ${built.code} ${built.said}`)
      else if (idOfWhole(path) !== id || leftBeside(path).length > 0)
        wrong.push(
          `${kind}: what is built anew is ${idOfWhole(path)}, beside it ${leftBeside(path)} in ${dirname(path)}`,
        )
    }
    const seen = `${kinds.length} kinds, each in place of a record that is served and at a start with and without a seed`
    return { fault: 'what is no record lies in its place', times: kinds.length * 3, seen, wrong: told(wrong) }
  })
