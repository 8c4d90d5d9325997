import type { Because, NameOf } from '../domain/reasons.ts'
import { accordingTo, asKnownOn, type TreatyRecord } from '../domain/record.ts'
import type { Step } from '../domain/withdrawal.ts'
import type { Database } from '../storage/database.ts'
import { namesOfActs, namesOfStatements, namesOfStates, namesOfTreaties } from '../storage/names.ts'
import type { Pins } from '../storage/pins.ts'
import { treatyRecordOf } from '../storage/treaty-records.ts'
import { actRef, dateKnown, statementRef } from './references.ts'

/** What the record holds on a treaty under the pins: first only the sources named, then only what they had said by then. */
export function pinnedRecord(database: Database, treaty: string, pins: Pins): TreatyRecord {
  const record = treatyRecordOf(database, treaty)
  return asKnownOn(pins.accordingTo === 'all' ? record : accordingTo(record, pins.accordingTo), pins.knownOn)
}

/** What states and treaties are called in a sentence. */
export function nameIn(database: Database): NameOf {
  const states = namesOfStates(database)
  const treaties = namesOfTreaties(database)
  return (id) => {
    const name = treaties.get(id) ?? states.get(id) ?? id
    if (treaties.has(id)) return `the ${name}`
    // "Iran (Islamic Republic of)" is for lists; a sentence says Iran.
    const spoken = name.replace(/ \(.*\)$/, '')
    return takesArticle.test(spoken) ? `the ${spoken}` : spoken
  }
}

// English says "the Russian Federation" but "Ukraine": names that tell a form of state, a group or islands.
const takesArticle =
  /^(Bahamas|Central|Comoros|Cook|Czech|Democratic|Dominican|European|Gambia|Holy|Lao|Maldives|Marshall|Netherlands|Philippines|Republic|Russian|Solomon|State|Syrian|United)/

/** Shows the steps of a derivation with the names of the acts and statements that they rest on. */
export function showBecause(database: Database) {
  const acts = namesOfActs(database)
  const statements = namesOfStatements(database)
  return {
    act: (id: string) => acts.get(id) ?? id,
    step: ({ act, statements: said, ...step }: Because) => ({
      ...step,
      act: act === null ? null : actRef({ id: act, name: acts.get(act) ?? act }),
      statements: said.map((id) => statementRef({ id, name: statements.get(id) ?? id })),
    }),
  }
}

/** Shows the steps of a withdrawal with their dates, acts and reasons. */
export function showSteps(database: Database) {
  const show = showBecause(database)
  return ({ date, act, because, ...step }: Step) => ({
    ...step,
    date: date?.value == null ? null : dateKnown(date.value, date.basis, []),
    act: act === null ? null : actRef({ id: act, name: show.act(act) }),
    because: because.map(show.step),
  })
}
