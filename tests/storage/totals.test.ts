import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planes } from '../../src/domain/acts.ts'
import { modalities, topics, voices } from '../../src/domain/evidence.ts'
import { type ActFilter, listActs } from '../../src/storage/acts.ts'
import type { Page, Paged } from '../../src/storage/page.ts'
import type { Pins } from '../../src/storage/pins.ts'
import { listStatements, type StatementFilter } from '../../src/storage/statements.ts'
import { databaseOfSeed } from '../record.ts'

const database = databaseOfSeed()

/** A filter that is mostly left out: of many together a list soon holds nothing. */
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })

const state = rarely(fc.constantFrom('UKR', 'POL', 'RUS', 'AUT', 'SSD'))
const treaty = rarely(fc.constantFrom('mine-ban', 'nuclear-test-ban', 'torture', 'civil-political-rights'))
// Around the acts that lie on no one day, or of which more became known later.
const end = rarely(fc.constantFrom('1996-09-24', '2000-01-01', '2005-12-27', '2025-03-15', '2025-06-27', '2025-07-18'))
const pins: fc.Arbitrary<Pins> = fc.record({
  knownOn: fc.constantFrom('1950-01-01', '1990-06-30', '2005-12-30', '2025-06-29', '2025-12-01', '2026-12-31'),
  accordingTo: fc.oneof(
    { weight: 3, arbitrary: fc.constant('all' as const) },
    { weight: 1, arbitrary: fc.constantFrom<string[][]>(['article'], ['depositary'], ['article', 'report']) },
  ),
})
const now = { knownOn: '2026-12-31', accordingTo: 'all' as const }
const limit = fc.integer({ min: 200, max: 2000 })

/** What the pages of a list hold, put together, is as much as each of them says that the whole list holds. */
function expectTotal(list: (page: Page) => Paged<{ id: string }>, limit: number): void {
  const ids: string[] = []
  const totals = new Set<number>()
  let after: string[] | undefined
  do {
    const page = list({ limit, after })
    ids.push(...page.rows.map(({ id }) => id))
    totals.add(page.total)
    after = page.next
  } while (after !== undefined)
  expect([...totals]).toEqual([ids.length])
  expect(new Set(ids).size).toBe(ids.length)
}

test('the total of a list of acts is how many its pages hold, whatever is asked for', () => {
  const filter: fc.Arbitrary<ActFilter> = fc.record({
    kind: rarely(fc.constantFrom('signature', 'ratification', 'accession', 'objection', 'announcement')),
    plane: rarely(fc.constantFrom(...planes)),
    state,
    treaty,
    minIndependentSources: rarely(fc.constantFrom(1, 2)),
    from: end,
    to: end,
    dateMatch: fc.constantFrom('certain', 'possible'),
  })
  fc.assert(
    fc.property(filter, pins, limit, (filter, pins, limit) => {
      expectTotal((page) => listActs(database, filter, pins, page), limit)
    }),
    {
      numRuns: 40,
      examples: [
        [{}, now, 2000],
        [{}, { ...now, knownOn: '2025-06-29' }, 2000],
        [{ kind: 'signature', plane: 'international' }, now, 1000],
        [{ kind: 'signature', plane: 'political' }, now, 1000],
        [{ from: '2025-03-15', to: '2025-07-18' }, { ...now, knownOn: '2025-06-29' }, 200],
        [{ plane: 'political', to: '2025-03-15', dateMatch: 'certain' }, now, 200],
        [{ state: 'UKR' }, now, 200],
        [{ state: 'UKR', from: '2005-12-27', to: '2025-06-27' }, { ...now, knownOn: '2025-06-29' }, 200],
      ],
    },
  )
})

test('the total of a list of statements is how many its pages hold, whatever is asked for', () => {
  const filter: fc.Arbitrary<StatementFilter> = fc.record({
    topic: rarely(fc.constantFrom(...topics)),
    modality: rarely(fc.constantFrom(...modalities)),
    voice: rarely(fc.constantFrom(...voices)),
    state,
    treaty,
    q: rarely(fc.constantFrom('mine', 'ratified', 'parliament')),
  })
  fc.assert(
    fc.property(filter, pins, limit, (filter, pins, limit) => {
      expectTotal((page) => listStatements(database, filter, pins, page), limit)
    }),
    {
      numRuns: 30,
      examples: [
        [{}, now, 2000],
        [{ topic: 'membership' }, { ...now, knownOn: '1990-06-30' }, 1000],
        [{ topic: 'reaction', modality: 'evaluative' }, now, 200],
        [{ modality: 'asserted', voice: 'newsroom' }, { ...now, knownOn: '2025-06-29' }, 200],
        [{ state: 'UKR' }, { ...now, knownOn: '2005-12-30' }, 200],
      ],
    },
  )
})
