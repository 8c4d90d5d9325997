import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyOfChange } from '../../src/storage/changes.ts'
import { countKnownAfter, listKnownAfter } from '../../src/storage/known-after.ts'
import type { Pins } from '../../src/storage/pins.ts'
import { actEvidence, acts, sources, statements } from '../../src/storage/tables.ts'
import { databaseOfSeed } from '../record.ts'

const database = databaseOfSeed()
const rows = {
  sources: database.select().from(sources).all(),
  statements: database.select().from(statements).all(),
  acts: database.select().from(acts).all(),
  evidence: database.select().from(actEvidence).all(),
}
const kindOf = new Map(rows.sources.map(({ id, kind }) => [id, kind]))
const spoken = new Map(rows.statements.map((statement) => [statement.id, statement]))
const supports = Map.groupBy(
  rows.evidence.filter(({ relation }) => relation === 'supports'),
  ({ act }) => act,
)

const day = fc.constantFrom(
  '1995-01-01',
  '2005-12-31',
  '2024-06-30',
  '2025-06-08',
  '2025-06-28',
  '2025-07-18',
  '2026-02-03',
)
const accordingTo = fc.constantFrom<Pins['accordingTo'][]>(
  'all',
  ['article'],
  ['depositary'],
  ['report', 'reuters-ukraine-decree'],
)
const treaty = fc.constantFrom(undefined, 'mine-ban', 'torture')

/** What became known, read row by row from the tables. */
function readAfter(since: string, { knownOn, accordingTo }: Pins, treaty: string | undefined): string[] {
  const told = rows.statements.filter(
    ({ source, knownLatest }) =>
      knownLatest !== null &&
      knownLatest <= knownOn &&
      (accordingTo === 'all' || accordingTo.includes(source) || accordingTo.includes(kindOf.get(source) ?? '')),
  )
  const telling = new Set(told.map(({ source }) => source))
  const counting = new Set(told.map(({ id }) => id))
  const isOf = (one: { treaty: string | null }) => treaty === undefined || one.treaty === treaty
  const keysOf = (kind: 'source' | 'statement' | 'act', found: { id: string }[]) =>
    found.map(({ id }) => keyOfChange({ kind, id })).sort()
  return [
    ...keysOf(
      'source',
      rows.sources.filter(
        ({ id, publishedLatest: day }) =>
          treaty === undefined && day !== null && day > since && day <= knownOn && telling.has(id),
      ),
    ),
    ...keysOf(
      'statement',
      told.filter((statement) => (statement.knownLatest ?? '') > since && isOf(statement)),
    ),
    ...keysOf(
      'act',
      rows.acts.filter((act) => {
        const days = (supports.get(act.id) ?? [])
          .filter(({ statement }) => counting.has(statement))
          .map(({ statement }) => spoken.get(statement)?.knownLatest ?? '')
        return days.length > 0 && days.every((day) => day > since) && isOf(act)
      }),
    ),
  ]
}

test('what became known after a day is what the rows say, in the order of kinds and ids', () => {
  fc.assert(
    fc.property(day, day, accordingTo, treaty, (since, knownOn, accordingTo, treaty) => {
      const pins = { knownOn, accordingTo }
      const { rows, total } = listKnownAfter(database, since, pins, { treaty }, { limit: 100_000, after: undefined })
      expect(rows.map(keyOfChange)).toEqual(readAfter(since, pins, treaty))
      expect(total).toBe(rows.length)
      expect(rows.every(({ known }) => known !== null && known > since && known <= knownOn)).toBe(true)
      if (treaty === undefined) expect(countKnownAfter(database, since, pins)).toBe(total)
    }),
    { numRuns: 60, examples: [['2025-06-28', '2026-02-03', 'all', undefined]] },
  )
})
