import { nameInSentence } from '../domain/names.ts'
import { once, onceLately } from '../domain/once.ts'
import type { Because, NameOf } from '../domain/reasons.ts'
import type { Step } from '../domain/withdrawal.ts'
import type { Database } from '../storage/database.ts'
import { actNames, namesOfStates, namesOfTreaties, statementNames } from '../storage/names.ts'
import { piece } from './pieces.ts'
import { actRef, dateKnown, statementRef } from './references.ts'

/** What states and treaties are called in a sentence. */
export const nameIn = once((database: Database): NameOf => {
  const states = namesOfStates(database)
  const treaties = namesOfTreaties(database)
  const spoken = new Map([
    ...[...states].map(([id, name]) => [id, nameInSentence(name)] as const),
    ...[...treaties].map(([id, name]) => [id, `the ${name}`] as const),
  ])
  return (id) => spoken.get(id) ?? nameInSentence(id)
})

/** What the domain has frozen as a piece, anything else as it is. */
export const pieceIfLasting = <T extends object>(part: T): T => (Object.isFrozen(part) ? piece(part) : part)

/**
 * Shows what does not change from day to day once, as a piece; the domain freezes it. What names the day is new each day,
 * and shown anew. `remembered` is how it is remembered what was shown: otherwise for as long as the thing is kept.
 */
export function shownOnce<T extends object, S extends object>(
  show: (thing: T) => S,
  remembered: (show: (thing: T) => S) => (thing: T) => S = once,
): (thing: T) => S {
  const lasting = remembered((thing) => piece(show(thing)))
  return (thing) => (Object.isFrozen(thing) ? lasting(thing) : show(thing))
}

// These are the lists that acts have: what is shown of all of them would stay as long as what is read of their treaties.
const mostStatementsShown = 500

/** Shows the steps of a derivation with the names of the acts and statements that they rest on. */
export const showBecause = once((database: Database) => {
  const nameOfAct = actNames(database)
  const nameOfStatement = statementNames(database)
  const act = (id: string) => actRef({ id, name: nameOfAct(id) ?? id })
  const statementLists = shownOnce(
    (ids: string[]) => ids.map((id) => statementRef({ id, name: nameOfStatement(id) ?? id })),
    (show) => onceLately(mostStatementsShown, show),
  )
  // One empty list, frozen, is that of all steps that no statement speaks of; as a piece it would be in every answer.
  const statements = (ids: string[]) => (ids.length === 0 ? [] : statementLists(ids))
  const step = shownOnce((because: Because) => ({
    rule: because.rule,
    article: because.article,
    act: because.act === null ? null : act(because.act),
    statements: statements(because.statements),
    text: because.text,
  }))
  return { act, step }
})

/** Shows the steps of a withdrawal with their dates, acts and reasons. */
export const showSteps = once((database: Database) => {
  const show = showBecause(database)
  return shownOnce(({ kind, plane, status, date, act, because }: Step) => ({
    kind,
    plane,
    status,
    date: date?.value == null ? null : dateKnown(date.value, date.basis, []),
    act: act === null ? null : show.act(act),
    because: because.map(show.step),
  }))
})
