import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listActs } from '../../src/storage/acts.ts'
import { keyOfChange } from '../../src/storage/changes.ts'
import { listConflicts } from '../../src/storage/conflicts.ts'
import { listKnownAfter } from '../../src/storage/known-after.ts'
import type { Page, Paged } from '../../src/storage/page.ts'
import { pageOf } from '../../src/storage/page.ts'
import type { Pins } from '../../src/storage/pins.ts'
import { searchRecord } from '../../src/storage/search.ts'
import { listSources } from '../../src/storage/sources.ts'
import { listSpeakers } from '../../src/storage/speakers.ts'
import { listStatements } from '../../src/storage/statements.ts'
import { listStates } from '../../src/storage/states.ts'
import { clausesOf, listTreaties } from '../../src/storage/treaties.ts'
import { databaseOfSeed } from '../record.ts'

const database = databaseOfSeed()
const all = { knownOn: '2099-12-31', accordingTo: 'all' as const }
const articles = { ...all, accordingTo: ['reuters-ukraine-decree', 'unnamed-ukraine-decree'] }

type List = (page: Page) => Paged<{ id: string }>
const lists: Record<string, List> = {
  acts: (page) => listActs(database, {}, articles, page),
  'acts of one state': (page) => listActs(database, { state: 'UKR' }, all, page),
  statements: (page) => listStatements(database, {}, articles, page),
  'statements that hold a word': (page) => listStatements(database, { q: 'mine' }, articles, page),
  'statements of a treaty that hold a word': (page) =>
    listStatements(database, { q: 'ratification', treaty: 'mine-ban' }, all, page),
  'statements of a topic that hold a word': (page) =>
    listStatements(database, { q: 'withdrawal', topic: 'membership' }, all, page),
  states: (page) => listStates(database, {}, page),
  'states by status': (page) => listStates(database, { unStatus: 'member' }, page),
  speakers: (page) => listSpeakers(database, {}, page),
  sources: (page) => listSources(database, {}, page),
  treaties: (page) => listTreaties(database, {}, page),
  conflicts: (page) => listConflicts(database, {}, articles, page),
  'what a search finds': (page) => searchRecord(database, 'mines', undefined, page),
  'what a search of one kind finds': (page) => searchRecord(database, 'u', 'state', page),
  'what became known after a day': (page) => knownAfter(all, {}, page),
  'what became known after a day, as articles tell it': (page) => knownAfter(articles, {}, page),
  'what became known of a treaty after a day': (page) => knownAfter(all, { treaty: 'mine-ban' }, page),
  clauses: (page) => pageOf(clausesOf(database, 'mine-ban'), page, ({ id }) => id),
}

/** What became known after the spring of 2025, by keys: a statement may have the id of an act. */
function knownAfter(pins: Pins, filter: { treaty?: string }, page: Page): Paged<{ id: string }> {
  const found = listKnownAfter(database, '2025-06-01', pins, filter, page)
  return { ...found, rows: found.rows.map((row) => ({ id: keyOfChange(row) })) }
}

const whole = (list: List) => list({ limit: 100_000, after: undefined })

/** Every page of a list, one after the other. */
function pagesOf(list: List, limit: number): Paged<{ id: string }>[] {
  const pages: Paged<{ id: string }>[] = []
  let after: string[] | undefined
  do {
    const page = list({ limit, after })
    pages.push(page)
    after = page.next
  } while (after !== undefined && pages.length < 100_000)
  return pages
}

test.each(Object.entries(lists))('%s: pages of any size, put together, are the whole list', (_, list) => {
  const { rows, total } = whole(list)
  expect(rows.length).toBeGreaterThan(0)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: rows.length + 1 }), (limit) => {
      expect(pagesOf(list, limit).flatMap((page) => page.rows.map(({ id }) => id))).toEqual(rows.map(({ id }) => id))
    }),
    { numRuns: 8, examples: [[1], [rows.length], [rows.length + 1]].slice(rows.length > 500 ? 1 : 0) as [number][] },
  )
  expect(total).toBe(rows.length)
})

test.each(Object.entries(lists))(
  '%s: nothing stands twice, every page tells the same total, only the last has no next',
  (_, list) => {
    const { rows, total } = whole(list)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    const pages = pagesOf(list, Math.ceil(rows.length / 3))
    expect(pages.map((page) => page.total)).toEqual(pages.map(() => total))
    expect(pages.map(({ next }) => next === undefined)).toEqual(pages.map((_, i) => i === pages.length - 1))
  },
)

test('statements go on after where one was that is gone, whichever way they are found', () => {
  const sources = listSources(database, {}, { limit: 1000, after: undefined }).rows.map(({ id }) => id)
  const gone = fc.constantFrom(...sources).chain((id) => fc.constantFrom(id, `${id}-2`, id.slice(0, -1)))
  const filters = fc.constantFrom({}, { q: 'mine' }, { state: 'UKR' }, { q: 'ratification', state: 'UKR' })
  fc.assert(
    fc.property(gone, fc.nat(2000), filters, (source, position, filter) => {
      const idsOf = (page: Page) => listStatements(database, filter, all, page).rows.map(({ id }) => id)
      const after = [source, String(position)]
      const later = new Set(listStatements(database, {}, all, { limit: 100_000, after }).rows.map(({ id }) => id))
      const expected = idsOf({ limit: 100_000, after: undefined }).filter((id) => later.has(id))
      expect(idsOf({ limit: 100_000, after })).toEqual(expected)
    }),
    {
      numRuns: 4,
      examples: [
        ['reuters-ukraine-decre', 5, { q: 'mine' }],
        ['reuters-ukraine-decree', 900, { state: 'UKR' }],
      ],
    },
  )
})

test('acts come in the order of time, each before what came later', () => {
  const days = listActs(database, {}, articles, { limit: 1000, after: undefined }).rows.map(({ date }) => date.span)
  const starts = days.map(({ earliest, latest }) => earliest ?? latest ?? '9999-12-31')
  expect(starts).toEqual([...starts].sort())
})

test('states come in the order of their names', () => {
  const names = listStates(database, {}, { limit: 1000, after: undefined }).rows.map(({ name }) => name)
  expect(names).toEqual([...names].sort((a, b) => (Buffer.from(a) < Buffer.from(b) ? -1 : 1)))
  expect(names.length).toBe(198)
})
