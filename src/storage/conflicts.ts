import { type Assessment, type DateOfAct, dateOf, effectsIn, type SourceKind } from '../domain/evidence.ts'
import { once } from '../domain/once.ts'
import { commonSpan, type Day, type Span, spanOf } from '../domain/partial-date.ts'
import type { Database } from './database.ts'
import { and, asc, eq, or } from './drizzle.ts'
import { assessmentsOf, type EvidenceOfAct, effectArgumentsOf, evidenceOf, isOneOf } from './evidence.ts'
import { readLately } from './lately.ts'
import { type Page, type Paged, pageOf } from './page.ts'
import { noPins, type Pins, settled } from './pins.ts'
import { preparedById } from './prepared.ts'
import { actEvidence, acts, sources, statements, states, treaties } from './tables.ts'

export type ConflictFilter = { treaty?: string; state?: string; act?: string }

/** What of an act sources can disagree on: the day on which it was done, and the day on which it takes effect. */
export const conflictFacts = ['date', 'effective'] as const
export type ConflictFact = (typeof conflictFacts)[number]

/** Rival values for one fact of an act, and the assessment that prefers one of them. */
export type ConflictFound = {
  id: string
  fact: ConflictFact
  act: { id: string; name: string }
  treaty: { id: string; name: string }
  state: { id: string; name: string } | null
  date: DateOfAct
  evidence: EvidenceOfAct[]
  assessment: Assessment | undefined
}

const columns = {
  act: { id: acts.id, name: acts.summary },
  effective: acts.effective,
  treaty: { id: treaties.id, name: treaties.shortName },
  state: { id: states.id, name: states.name },
}

/** The id of the conflict over a fact of an act. */
export const conflictId = (act: string, fact: ConflictFact = 'date'): string => `${act}-${fact}`

export function listConflicts(
  database: Database,
  filter: ConflictFilter,
  pins: Pins,
  page: Page,
): Paged<ConflictFound> {
  const found = pageOf(conflictsUnder(database, filter, pins), page, ({ id }) => id)
  const acts = [...new Set(found.rows.map(({ act }) => act))]
  const whole = new Map(
    readConflicts(database, acts, pins).map((conflict): [string, ConflictFound] => [conflict.id, conflict]),
  )
  return { ...found, rows: found.rows.flatMap(({ id }) => whole.get(id) ?? []) }
}

/** The conflicts over the acts under one treaty, by state; kept, as few treaties have any and each standing names its own. */
export const conflictsUnderTreaty = (database: Database, treaty: string, pins: Pins) =>
  conflictsLately(database, treaty, settled(database, pins))

const conflictsLately = readLately(
  2_000,
  (database: Database, treaty: string, pins: Pins) => {
    const found = readConflicts(
      database,
      conflictsUnder(database, { treaty }, pins).map(({ act }) => act),
      pins,
    )
    const named = found.map(({ act, fact, state }) => ({ act, fact, state: state?.id }))
    return Map.groupBy(named, ({ state }) => state)
  },
  (byState) => byState.size,
)

/** The ids of all conflicts, for suggesting the nearest. */
export const conflictIds = (database: Database): string[] => conflictsUnder(database, {}, noPins).map(({ id }) => id)

/** What sources say of a fact on which they disagree: who gives which days, and since when that is known. */
type Rival = {
  id: string
  act: string
  treaty: string
  state: string | null
  given: { source: string; kind: SourceKind; known: Day | null; span: Span }[]
}

/** All that sources disagree on, in the order of ids; few, as each was assessed by hand, so read once. */
const rivalsOf = once((database: Database): Rival[] => {
  const rows = database
    .select({
      act: acts.id,
      treaty: acts.treaty,
      state: acts.state,
      source: sources.id,
      kind: sources.kind,
      known: statements.knownLatest,
      date: actEvidence.date,
      effective: actEvidence.effective,
    })
    .from(acts)
    .innerJoin(actEvidence, eq(actEvidence.act, acts.id))
    .innerJoin(statements, eq(statements.id, actEvidence.statement))
    .innerJoin(sources, eq(sources.id, statements.source))
    .where(and(or(eq(acts.rivalDates, true), eq(acts.rivalEffects, true)), eq(actEvidence.relation, 'supports')))
    .orderBy(asc(acts.id))
    .all()
  return [...Map.groupBy(rows, ({ act }) => act).values()].flatMap((told) =>
    conflictFacts.flatMap((fact) => {
      const given = told.flatMap(({ source, kind, known, [fact]: date }) =>
        date === null ? [] : { source, kind, known, span: spanOf(date) },
      )
      return told
        .slice(0, 1)
        .map(({ act, treaty, state }) => ({ id: conflictId(act, fact), act, treaty, state, given }))
    }),
  )
})

/** Which conflicts there are under the pins: where the days that are given by what counts exclude each other. */
const conflictsUnder = (database: Database, filter: ConflictFilter, { knownOn, accordingTo }: Pins): Rival[] =>
  rivalsOf(database).filter(({ act, treaty, state, given }) => {
    if (filter.treaty !== undefined && treaty !== filter.treaty) return false
    if (filter.state !== undefined && state !== filter.state) return false
    if (filter.act !== undefined && act !== filter.act) return false
    const [first, ...others] = given
      .filter(({ known }) => known !== null && known <= knownOn)
      .filter(({ source, kind }) => accordingTo === 'all' || accordingTo.includes(source) || accordingTo.includes(kind))
      .map(({ span }) => span)
    return first !== undefined && commonSpan(first, ...others) === undefined
  })

const actsInConflict = preparedById((database, ids) =>
  database
    .select(columns)
    .from(acts)
    .innerJoin(treaties, eq(treaties.id, acts.treaty))
    .leftJoin(states, eq(states.id, acts.state))
    .where(isOneOf(acts.id, ids))
    .orderBy(asc(acts.id)),
)

/** The conflicts over these acts, by id. */
function readConflicts(database: Database, ids: string[], pins: Pins): ConflictFound[] {
  if (ids.length === 0) return []
  const rows = actsInConflict(database, ids)
  const evidence = evidenceOf(database, ids, pins)
  const assessments = assessmentsOf(database, ids, pins)
  const effectBecause = effectArgumentsOf(database, ids, pins)
  return rows
    .flatMap(({ effective, ...row }): ConflictFound[] => {
      const act = row.act.id
      const ofAct = evidence.get(act) ?? []
      const assessment = assessments.get(act)
      const ofEffect =
        effective === null ? undefined : { act, preferred: effective, because: effectBecause.get(act) ?? [] }
      const about = { ...row, evidence: ofAct }
      return [
        { ...about, id: conflictId(act, 'date'), fact: 'date', date: dateOf(ofAct, assessment), assessment },
        {
          ...about,
          id: conflictId(act, 'effective'),
          fact: 'effective',
          date: effectsIn(ofAct, effective),
          assessment: ofEffect,
        },
      ]
    })
    .filter(({ date }) => date.conflict)
}

export function findConflict(database: Database, id: string, pins: Pins): ConflictFound | undefined {
  const act = id.replace(/-(date|effective)$/, '')
  return listConflicts(database, { act }, pins, { limit: 2, after: undefined }).rows.find((found) => found.id === id)
}
