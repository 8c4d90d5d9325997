import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/http/app.ts'
import { changeLog } from '../../src/http/formats/change-log.ts'
import { buildSnapshot } from '../../src/seed/build.ts'
import { type Change, changesBetween, changesInTurns, changesSince } from '../../src/storage/changes.ts'
import { sql } from '../../src/storage/drizzle.ts'
import { type KeptRecords, recordsKeptIn } from '../../src/storage/kept.ts'
import { closeSnapshot, openSnapshot, type Snapshot } from '../../src/storage/snapshot.ts'
import { databaseOfSeed } from '../record.ts'
import { edit, writeSmallSeed } from '../seed/faults.ts'
import { app as appOfRecord, crowd, expectProblem, get, idsOf, snapshot as record, send, today } from './exchange.ts'

describe('since a record', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-changes-'))
  const kept = join(folder, 'kept')
  let [before, keptAtFirst]: string[] = []
  let snapshot: Snapshot
  let app: Awaited<ReturnType<typeof buildApp>>
  const since = async (query = '') => (await app.inject(`/v1/changes?since=${before}${query}`)).json()

  // A record is built, built again of the same facts, and built once more with one correction.
  beforeAll(async () => {
    const [seed, path] = [writeSmallSeed(join(folder, 'seed')), join(folder, 'record.sqlite')]
    before = buildSnapshot(seed, path, kept).id
    edit(seed, 'sources/reuters-ukraine-decree.yaml', '# Locators', '# The locators')
    buildSnapshot(seed, path, kept)
    keptAtFirst = recordsKeptIn(kept).ids().join()
    edit(seed, 'sources/reuters-ukraine-decree.yaml', 'topic: withdrawal', 'topic: procedure')
    buildSnapshot(seed, path, kept)
    snapshot = openSnapshot(path)
    app = await buildApp({ snapshot: () => snapshot, today: () => today, kept: recordsKeptIn(kept) })
  }, 60_000)
  afterAll(() => {
    closeSnapshot(snapshot)
    rmSync(folder, { recursive: true })
  })

  test('who asks while two records are compared waits for the same comparison, which is kept', async () => {
    const records = recordsKeptIn(kept)
    let compared = 0
    const counted: KeptRecords = {
      ...records,
      read: (id, of) => {
        compared += 1
        return records.read(id, of)
      },
    }
    const one = { ...snapshot }
    const shared = await buildApp({ snapshot: () => one, today: () => today, kept: counted })
    const url = `/v1/changes?since=${before}`
    const both = await Promise.all([shared.inject(url), shared.inject(`${url}&kind=statement`)])
    expect(both.map((answer) => answer.json().page.total)).toEqual([1, 1])
    expect(compared).toBe(1)
    expect((await shared.inject(url)).body).toBe(both[0].body)
    expect(compared).toBe(1)
  })

  test('a comparison is turned away where more waits than is done in good time, and made when it is asked for again', async () => {
    const { waiting, busy, fromOutside } = crowd()
    const one = { ...snapshot }
    const context = { snapshot: () => one, today: busy, kept: recordsKeptIn(kept) }
    const asked = await buildApp(context, { rewriteUrl: fromOutside })
    expectProblem(await asked.inject(`/v1/changes?since=${before}`), 503)
    await Promise.all(waiting)
    expect((await asked.inject(`/v1/changes?since=${before}`)).json().counts.corrected).toBe(1)
  })

  test('one correction is exactly that change', async () => {
    expect(await since()).toMatchObject({
      data: [
        {
          change: 'corrected',
          kind: 'statement',
          id: 'reuters-zelenskiy-signed-decree',
          treaty: { id: 'mine-ban' },
          facts: [{ name: 'topic', before: 'withdrawal', after: 'procedure' }],
          href: '/v1/statements/reuters-zelenskiy-signed-decree',
        },
      ],
      counts: { added: 0, corrected: 1, withdrawn: 0 },
      page: { total: 1 },
      pin: { record: snapshot.id },
      links: { permalink: `/v1/changes?since=${before}&record=${snapshot.id}` },
    })
  })

  test('filters leave the counts as they are', async () => {
    for (const query of ['&change=added', '&kind=act'])
      expect(await since(query)).toMatchObject({ data: [], counts: { corrected: 1 }, page: { total: 0 } })
    for (const query of ['&change=corrected', '&kind=statement', '&treaty=ottawa-convention'])
      expect((await since(query)).data).toHaveLength(1)
  })

  test('in CSV a change is a line that names the facts', async () => {
    const { body } = await app.inject(`/v1/changes?since=${before}&format=csv`)
    expect(body.trim().split('\r\n')).toHaveLength(2)
    expect(body).toContain('corrected,statement,reuters-zelenskiy-signed-decree')
    expect(body).toContain('topic')
  })

  test('the log is Markdown', async () => {
    const log = await recordsKeptIn(kept).read(before ?? '', async (old) =>
      changeLog(snapshot, old, changesBetween(old.database, snapshot.database)),
    )
    expect(log).toContain(`## [${snapshot.id}] - ${snapshot.builtAt.toISOString().slice(0, 10)}\n\nSince [${before}].`)
    expect(log).toMatch(
      /### Corrected\n\n- statement `reuters-zelenskiy-signed-decree`: .*\n {2}- `topic`: "withdrawal" is now "procedure"$/,
    )
  })

  test('the record that is replaced is kept, unless its facts are the same', () => {
    expect(keptAtFirst).toBe('')
    expect(recordsKeptIn(kept).ids()).toEqual([before])
  })

  test('since the record that is served nothing has changed', async () => {
    const answer = (await app.inject(`/v1/changes?since=${snapshot.id}`)).json()
    expect(answer).toMatchObject({ data: [], counts: { added: 0, corrected: 0, withdrawn: 0 } })
  })

  test('a record that is not kept is a 400 that says which are', async () => {
    const answer = await app.inject('/v1/changes?since=0000000000000000')
    expectProblem(answer, 400, { parameter: 'since', allowed: [snapshot.id, before] })
  })

  test('a link among the records kept that leads nowhere is none of them', async () => {
    const link = join(kept, '0123456789abcdef.sqlite')
    symlinkSync('/nowhere', link)
    expect((await since()).page.total).toBe(1)
    expect((await app.inject('/v1/changes?since=0123456789abcdef')).statusCode).toBe(400)
    rmSync(link)
  })

  test.each(['knownOn=2025-06-30', 'accordingTo=article'])('%s does not go with a record', async (query) => {
    expectProblem(await send(`/v1/changes?since=${record.id}&${query}`), 400, { parameter: query.split('=')[0] ?? '' })
  })
})

describe('between two records', () => {
  /** What changes when the record is edited. */
  const changesAfter = (sql: string) => {
    const after = databaseOfSeed()
    after.$client.pragma('foreign_keys = OFF')
    after.$client.exec(sql)
    return { to: changesBetween(record.database, after), back: changesBetween(after, record.database) }
  }

  test('in turns the same is found as at once, with a turn for others after every thousand rows', async () => {
    const after = databaseOfSeed()
    after.$client.pragma('foreign_keys = OFF')
    after.$client.exec(`
      DELETE FROM statements WHERE rowid % 7 = 0;
      UPDATE acts SET summary = summary || '.' WHERE rowid % 5 = 0;
      DELETE FROM statement_states WHERE rowid % 11 = 0`)
    let turns = 0
    const inTurns = await changesInTurns(record.database, after, async () => {
      turns += 1
    })
    expect(JSON.stringify(inTurns)).toBe(JSON.stringify(changesBetween(record.database, after)))
    const { rows } = record.database.get<{ rows: number }>(
      sql`SELECT (SELECT count(*) FROM statements) + (SELECT count(*) FROM acts) AS rows`,
    )
    expect(turns).toBeGreaterThan((2 * rows) / 1000)
  })

  test('what was compared is kept as long as it is asked for, but not without bound', async () => {
    const now = { ...record }
    const large = Array.from({ length: 120_000 }, () => ({ facts: [] }) as unknown as Change)
    const compared: string[] = []
    const since = (id: string) =>
      changesSince(now, id, async () => {
        compared.push(id)
        return large
      })
    for (const id of ['a', 'a', 'b', 'b', 'a']) await since(id)
    expect(compared).toEqual(['a', 'b', 'a'])
  })

  test('a comparison that failed is made anew', async () => {
    const now = { ...record }
    const failing = changesSince(now, 'a', () => Promise.reject(new Error('the file was cut short')))
    await expect(failing).rejects.toThrow('the file was cut short')
    expect(await changesSince(now, 'a', async () => [])).toEqual([])
  })

  test('a date is told of the evidence, not again of the act that it dates', () => {
    const row = "statement = 'reuters-newsroom-ukraine-ratified'"
    const { to } = changesAfter(`
      UPDATE act_evidence SET date = '2006', earliest = '2006-01-01', latest = '2006-12-31' WHERE ${row};
      UPDATE acts SET date = '2006', sort_day = '2006-01-01' WHERE id LIKE '%ukr-ratification'`)
    expect(to).toMatchObject([{ change: 'corrected', kind: 'statement', id: 'reuters-newsroom-ukraine-ratified' }])
    expect(to[0]?.facts).toEqual([
      { name: expect.stringMatching(/^evidence\..*ratification\.date$/), before: '2005', after: '2006' },
    ])
  })

  test('a row that belongs to a thing and is deleted is a correction of the thing', () => {
    const { to } = changesAfter("DELETE FROM state_names WHERE name = 'The Emirates'")
    expect(to).toMatchObject([{ change: 'corrected', kind: 'state', id: 'ARE' }])
    expect(to[0]?.facts).toContainEqual({ name: 'names.the emirates.name', before: 'The Emirates', after: null })
  })

  test('a row of keys alone is a fact by being there', () => {
    const { to } = changesAfter("DELETE FROM statement_states WHERE statement = 'reuters-zelenskiy-signed-decree'")
    expect(to.map(({ facts }) => facts)).toEqual([[{ name: 'states.UKR', before: 'UKR', after: null }]])
  })

  test('of a thing that is added nothing is listed, of one that is withdrawn all that it stated', () => {
    const { to, back } = changesAfter(
      "INSERT INTO speakers (id, kind, name) VALUES ('nobody-yet', 'person', 'Nobody Yet')",
    )
    expect(to).toMatchObject([{ change: 'added', kind: 'speaker', id: 'nobody-yet', facts: [] }])
    expect(back).toMatchObject([{ change: 'withdrawn', kind: 'speaker', id: 'nobody-yet', name: 'Nobody Yet' }])
    expect(back[0]?.facts).toEqual([
      { name: 'kind', before: 'person', after: null },
      { name: 'name', before: 'Nobody Yet', after: null },
    ])
  })

  test('a new order and what is computed are no changes', () => {
    const { to } = changesAfter('UPDATE statements SET position = position + 1, known_latest = NULL')
    expect(to).toEqual([])
  })

  test('a column that an older record does not have is a fact that is added', () => {
    const { back } = changesAfter('ALTER TABLE speakers DROP COLUMN note')
    expect(back.every(({ kind, change }) => kind === 'speaker' && change === 'corrected')).toBe(true)
    expect(new Set(back.flatMap(({ facts }) => facts.map(({ name }) => name)))).toEqual(new Set(['note']))
  })
})

describe('since a day', () => {
  test('a day after the day of knowledge is a 400, as a window is that ends before it begins', async () => {
    const error = { parameter: 'since', value: '2025-06-28', message: expect.stringContaining('2025-01-01') }
    expectProblem(await send('/v1/changes?since=2025-06-28&knownOn=2025-01-01'), 400, error)
    expectProblem(await send('/v1/changes?since=9999-12-31'), 400, { parameter: 'since' })
    expect((await get('/v1/changes?since=2025-06-28&knownOn=2025-06-28')).data).toEqual([])
    // It is that day already in some time zone.
    expect((await get('/v1/changes?since=2025-06-28&knownOn=2025-06-27')).data).toEqual([])
    expect((await get(`/v1/changes?since=${today}`)).data).toEqual([])
  })

  test('what became known after it is added: what the day after tells and the day itself did not', async () => {
    const statements = '/v1/statements?accordingTo=article&limit=200'
    const before = await idsOf(`${statements}&knownOn=2025-06-28`)
    const now = await idsOf(statements)
    const { data, basis } = await get('/v1/changes?since=2025-06-28&accordingTo=article&kind=statement&limit=200')
    expect(data.map(({ id }: { id: string }) => id)).toEqual(now.filter((id) => !before.includes(id)).sort())
    expect(new Set(data.map(({ change }: { change: string }) => change))).toEqual(new Set(['added']))
    expect(basis).toContain('known after that day')
  })

  test('an act is new when nothing had told of it before', async () => {
    const acts = '/v1/acts?accordingTo=article&limit=200'
    const before = await idsOf(`${acts}&knownOn=2025-06-28`)
    const { data } = await get('/v1/changes?since=2025-06-28&accordingTo=article&kind=act&limit=200')
    expect(data.map(({ id }: { id: string }) => id)).toEqual(
      (await idsOf(acts)).filter((id) => !before.includes(id)).sort(),
    )
  })

  test('nothing is known after the last day', async () => {
    expect((await get(`/v1/changes?since=${today}`)).data).toEqual([])
  })

  test.each(['2025-02-30', 'yesterday', '2025'])('%s is no day', async (since) => {
    expectProblem(await send(`/v1/changes?since=${since}`), 400, { parameter: 'since', value: since })
  })

  test('none is a 400', async () => {
    expect((await appOfRecord.inject('/v1/changes')).statusCode).toBe(400)
  })
})
