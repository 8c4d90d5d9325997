import { type Assessment, type DateOfAct, dateOf, effectsIn } from '../domain/evidence.ts'
import type { Database } from './database.ts'
import { and, asc, eq, or } from './drizzle.ts'
import { assessmentsOf, type EvidenceOfAct, effectArgumentsOf, evidenceOf } from './evidence.ts'
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
  const where = and(
    or(eq(acts.rivalDates, true), eq(acts.rivalEffects, true)),
    filter.treaty === undefined ? undefined : eq(acts.treaty, filter.treaty),
    filter.state === undefined ? undefined : eq(acts.state, filter.state),
    filter.act === undefined ? undefined : eq(acts.id, filter.act),
  )
  const rival = database
    .select(columns)
    .from(acts)
    .innerJoin(treaties, eq(treaties.id, acts.treaty))
    .leftJoin(states, eq(states.id, acts.state))
  const all = rival.where(where).orderBy(asc(acts.id)).all()
  const ids = all.map(({ act }) => act.id)
  const evidence = evidenceOf(database, ids, pins)
  const assessments = assessmentsOf(database, ids)
  const effectBecause = effectArgumentsOf(database, ids)
  const found = all
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
  return pageOf(found, page, ({ id }) => id)
}

export function findConflict(database: Database, id: string, pins: Pins): ConflictFound | undefined {
  const act = id.replace(/-(date|effective)$/, '')
  return listConflicts(database, { act }, pins, { limit: 2, after: undefined }).rows.find((found) => found.id === id)
}
