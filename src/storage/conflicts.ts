import { type Assessment, type DateOfAct, dateOf, effectsIn } from '../domain/evidence.ts'
import type { Database } from './database.ts'
import { and, asc, eq, or, sql } from './drizzle.ts'
import { assessmentsOf, type EvidenceOfAct, effectArgumentsOf, evidenceOf, isOneOf } from './evidence.ts'
import { readLately } from './lately.ts'
import { type Page, type Paged, pageOf } from './page.ts'
import type { Pins } from './pins.ts'
import { acts, states, treaties } from './tables.ts'

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
export const conflictsUnderTreaty = readLately(
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
export const conflictIds = (database: Database): string[] =>
  conflictsUnder(database, {}, { knownOn: '9999-12-31', accordingTo: 'all' }).map(({ id }) => id)

/** Which conflicts there are under the pins: those of the rows, where all evidence of an act counts, or of what is left of it. */
function conflictsUnder(database: Database, filter: ConflictFilter, pins: Pins): { id: string; act: string }[] {
  const rows = database
    .select({
      act: acts.id,
      date: acts.rivalDates,
      effective: acts.rivalEffects,
      isWhole: sql<number>`coalesce(${acts.knownWhole} <= ${pins.knownOn}, 0)`,
    })
    .from(acts)
    .where(
      and(
        or(eq(acts.rivalDates, true), eq(acts.rivalEffects, true)),
        filter.treaty === undefined ? undefined : eq(acts.treaty, filter.treaty),
        filter.state === undefined ? undefined : eq(acts.state, filter.state),
        filter.act === undefined ? undefined : eq(acts.id, filter.act),
      ),
    )
    .orderBy(asc(acts.id))
    .all()
  const inPart = rows.filter(({ isWhole }) => pins.accordingTo !== 'all' || !isWhole).map(({ act }) => act)
  const left = new Set(readConflicts(database, inPart, pins).map(({ id }) => id))
  const read = new Set(inPart)
  return rows.flatMap((row) =>
    conflictFacts
      .map((fact) => ({ id: conflictId(row.act, fact), act: row.act, is: row[fact] }))
      .filter(({ id, act, is }) => (read.has(act) ? left.has(id) : is)),
  )
}

/** The conflicts over these acts, by id. */
function readConflicts(database: Database, ids: string[], pins: Pins): ConflictFound[] {
  if (ids.length === 0) return []
  const rows = database
    .select(columns)
    .from(acts)
    .innerJoin(treaties, eq(treaties.id, acts.treaty))
    .leftJoin(states, eq(states.id, acts.state))
    .where(isOneOf(acts.id, ids))
    .orderBy(asc(acts.id))
    .all()
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
