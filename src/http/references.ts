import type { DateBasis, DateOfAct } from '../domain/evidence.ts'
import { type PartialDate, precisionOf, spanOf } from '../domain/partial-date.ts'
import { type ConflictFact, conflictId } from '../storage/conflicts.ts'

// What stands in a path as it is.
const unreserved = /^[\w.~-]*$/

type Named = { id: string; name: string }

/** A reference to a thing of the record, as it is published. */
export const reference = (resource: string) => {
  return <T extends Named | null>(thing: T) =>
    (thing && {
      id: thing.id,
      name: thing.name,
      href: `/v1/${resource}/${unreserved.test(thing.id) ? thing.id : encodeURIComponent(thing.id)}`,
    }) as T extends null ? null : Named & { href: string }
}

export const stateRef = reference('states')
export const treatyRef = reference('treaties')
export const actRef = reference('acts')
export const statementRef = reference('statements')
export const speakerRef = reference('speakers')
export const conflictRef = reference('conflicts')

/** A conflict over a fact of an act, by its name. */
export const conflictOver = (act: { id: string; name: string }, fact: ConflictFact) =>
  conflictRef({
    id: conflictId(act.id, fact),
    name: `${act.name.replace(/\.$/, '')}: its ${fact === 'date' ? 'date' : 'day of effect'}`,
  })

export const sourceRef = ({ id, publisher }: { id: string; publisher: string | null }) => ({
  id,
  publisher,
  href: `/v1/sources/${id}`,
})

/** A date as evidence gives it, as it is published. */
export function dateKnown(value: PartialDate, basis: DateBasis | null, readings: (string | null)[]) {
  return {
    value,
    precision: precisionOf(value),
    ...spanOf(value),
    basis: basis ?? 'inferred',
    readings: readings.filter((reading) => reading !== null),
  }
}

export const dateOfAct = ({ value, basis, readings }: DateOfAct) =>
  value === null ? null : dateKnown(value, basis, readings)
