import { and, asc, eq } from 'drizzle-orm'
import { type Assessment, type DateOfAct, dateOf } from '../domain/evidence.ts'
import type { Database } from './database.ts'
import { assessmentsOf, type EvidenceOfAct, evidenceOf } from './evidence.ts'
import { type Page, type Paged, pageOf } from './page.ts'
import type { Pins } from './pins.ts'
import { acts, states, treaties } from './tables.ts'

export type ConflictFilter = { treaty?: string; state?: string; act?: string }

/** Rival dates of one act, and the assessment that prefers one of them. */
export type ConflictFound = {
  id: string
  act: { id: string; name: string }
  treaty: { id: string; name: string }
  state: { id: string; name: string } | null
  date: DateOfAct
  evidence: EvidenceOfAct[]
  assessment: Assessment | undefined
}

const columns = {
  act: { id: acts.id, name: acts.summary },
  treaty: { id: treaties.id, name: treaties.shortName },
  state: { id: states.id, name: states.name },
}

/** The id of the conflict over an act's date. */
export const conflictId = (act: string): string => `${act}-date`

export function listConflicts(
  database: Database,
  filter: ConflictFilter,
  pins: Pins,
  page: Page,
): Paged<ConflictFound> {
  const where = and(
    eq(acts.rivalDates, true),
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
  const found = all
    .map((row) => {
      const ofAct = evidence.get(row.act.id) ?? []
      const assessment = assessments.get(row.act.id)
      return { id: conflictId(row.act.id), ...row, date: dateOf(ofAct, assessment), evidence: ofAct, assessment }
    })
    .filter(({ date }) => date.conflict)
  return pageOf(found, page, ({ id }) => id)
}

export function findConflict(database: Database, id: string, pins: Pins): ConflictFound | undefined {
  if (!id.endsWith('-date')) return undefined
  return listConflicts(database, { act: id.slice(0, -'-date'.length) }, pins, { limit: 1, after: undefined }).rows[0]
}
