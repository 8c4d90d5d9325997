import fc from 'fast-check'
import { expect, test } from 'vitest'
import { topics, voices } from '../../src/domain/evidence.ts'
import type { Pins } from '../../src/storage/pins.ts'
import { listStatements, newestStatements, type StatementFilter } from '../../src/storage/statements.ts'
import { databaseOfSeed } from '../record.ts'

const database = databaseOfSeed()
const whole = { limit: 100_000, after: undefined }
const maybe = <T>(...values: T[]) => fc.constantFrom(undefined, ...values)

// Of few statements and of nearly all: the places of the ones are gathered, the rows of the others are read.
const others: fc.Arbitrary<StatementFilter> = fc.record({
  treaty: maybe('mine-ban', 'torture'),
  source: maybe('reuters-ukraine-decree', 'untc-mine-ban'),
  speaker: maybe('roman-kostenko', 'secretary-general-depositary'),
  topic: maybe(...topics),
  voice: maybe(...voices),
})
const found: fc.Arbitrary<StatementFilter> = fc.constantFrom(
  { q: 'withdrawal' },
  { q: 'mine' },
  { state: 'UKR' },
  { q: 'ratification', state: 'UKR' },
)
const pins: fc.Arbitrary<Pins> = fc.record({
  knownOn: fc.constantFrom('1999-12-31', '2025-06-29', '2099-12-31'),
  accordingTo: fc.constantFrom<Pins['accordingTo'][]>('all', ['article'], ['depositary', 'reuters-ukraine-decree']),
})

test('what words or a state find and other filters leave is what both find, in the same order', () => {
  fc.assert(
    fc.property(found, others, pins, (found, others, pins) => {
      const idsOf = (filter: StatementFilter) => listStatements(database, filter, pins, whole).rows.map(({ id }) => id)
      const left = new Set(idsOf(others))
      const both = idsOf(found).filter((id) => left.has(id))
      expect(idsOf({ ...others, ...found })).toEqual(both)
      const newest = newestStatements(database, { ...others, ...found }, pins, 100_000).map(({ id }) => id)
      expect(newest.sort()).toEqual(both.sort())
    }),
    {
      numRuns: 25,
      examples: [
        [{ q: 'withdrawal' }, { topic: 'membership' }, { knownOn: '2099-12-31', accordingTo: 'all' }],
        [{ q: 'mine' }, { treaty: 'mine-ban' }, { knownOn: '2099-12-31', accordingTo: 'all' }],
        [{ state: 'UKR' }, {}, { knownOn: '2025-06-29', accordingTo: ['article'] }],
      ],
    },
  )
})
