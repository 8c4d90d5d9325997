import type { Placeholder } from 'drizzle-orm'
import { type ActEvidence, type Assessment, knownSince } from '../domain/evidence.ts'
import type { Database } from './database.ts'
import { and, asc, eq, sql } from './drizzle.ts'
import { asOneValue, counts, type Pins } from './pins.ts'
import { preparedById, preparedUnderPins } from './prepared.ts'
import {
  actEvidence,
  argumentStatements,
  assessmentArguments,
  assessments,
  effectArguments,
  sources,
  speakers,
  statements,
} from './tables.ts'

/** What a statement says of an act, with the source and the speaker it comes from. */
export type EvidenceOfAct = ActEvidence & {
  summary: string
  modality: (typeof statements.$inferSelect)['modality']
  source: string
  publisher: string | null
  knownSince: ReturnType<typeof knownSince>
  utterance: string | null
  speaker: string
  speakerName: string
}

/** A row's value is one of `ids`; one bound parameter however many there are. */
export const isOneOf = (column: Parameters<typeof eq>[0], ids: (string | number)[] | Placeholder) =>
  sql`${column} IN (SELECT value FROM json_each(${asOneValue(ids)}))`

/** What a statement says of an act, as the law reads it. */
export const evidenceColumns = {
  statement: actEvidence.statement,
  act: actEvidence.act,
  relation: actEvidence.relation,
  date: actEvidence.date,
  basis: actEvidence.basis,
  reading: actEvidence.reading,
  notified: actEvidence.notified,
  effective: actEvidence.effective,
}

/** The evidence that counts under the pins, for each of these acts, in the order of its sources. */
export function evidenceOf(database: Database, acts: string[], pins: Pins): Map<string, EvidenceOfAct[]> {
  const rows = evidenceRows(database, acts, pins).map(({ kind, earliest, latest, ...row }) => ({
    ...row,
    knownSince: knownSince(row, { id: row.source, kind, published: { earliest, latest } }),
  }))
  return Map.groupBy(rows, ({ act }) => act)
}

const evidenceRows = preparedUnderPins((database, ids, pins) =>
  database
    .select({
      ...evidenceColumns,
      summary: statements.summary,
      modality: statements.modality,
      source: statements.source,
      publisher: sources.publisher,
      kind: sources.kind,
      earliest: sources.publishedEarliest,
      latest: sources.publishedLatest,
      utterance: statements.utterance,
      speaker: statements.speaker,
      speakerName: speakers.name,
    })
    .from(actEvidence)
    .innerJoin(statements, eq(statements.id, actEvidence.statement))
    .innerJoin(sources, eq(sources.id, statements.source))
    .innerJoin(speakers, eq(speakers.id, statements.speaker))
    .where(and(isOneOf(actEvidence.act, ids), counts(pins)))
    .orderBy(asc(sources.publishedLatest), asc(sources.id), asc(statements.position)),
)

/** Why these acts' recorded days of effect are preferred to rival ones, as far as the pins let it be argued. */
export function effectArgumentsOf(database: Database, acts: string[], pins: Pins): Map<string, string[]> {
  return argued(database, effectArgumentRows(database, acts), 'effective', pins)
}

const effectArgumentRows = preparedById((database, ids) =>
  database
    .select()
    .from(effectArguments)
    .where(isOneOf(effectArguments.act, ids))
    .orderBy(asc(effectArguments.act), asc(effectArguments.position)),
)

/** The assessments of these acts' rival dates, with their arguments as far as the pins let them be argued. */
export function assessmentsOf(database: Database, acts: string[], pins: Pins): Map<string, Assessment> {
  const rows = assessmentRows(database, acts)
  if (rows.length === 0) return new Map()
  const assessed = rows.map(({ act }) => act)
  const because = argued(database, argumentRows(database, assessed), 'date', pins)
  return new Map(rows.map((row) => [row.act, { ...row, because: because.get(row.act) ?? [] }]))
}

const assessmentRows = preparedById((database, ids) =>
  database
    .select({ act: assessments.act, preferred: assessments.preferred })
    .from(assessments)
    .where(isOneOf(assessments.act, ids))
    .orderBy(asc(assessments.act)),
)

const argumentRows = preparedById((database, ids) =>
  database
    .select()
    .from(assessmentArguments)
    .where(isOneOf(assessmentArguments.act, ids))
    .orderBy(asc(assessmentArguments.act), asc(assessmentArguments.position)),
)

/**
 * The arguments for each act. One that rests on a statement which does not count under the pins is left out, and it is said
 * that something is.
 */
function argued(
  database: Database,
  rows: (typeof assessmentArguments.$inferSelect)[],
  fact: 'date' | 'effective',
  pins: Pins,
): Map<string, string[]> {
  if (rows.length === 0) return new Map()
  const byAct = Map.groupBy(rows, ({ act }) => act)
  const restsOn = argumentsShutOut(database, [...byAct.keys()], pins).filter((row) => row.fact === fact)
  const shutOut = new Set(restsOn.map(({ act, position }) => `${act} ${position}`))
  return new Map(
    [...byAct].map(([act, all]) => {
      const left = all.filter(({ position }) => !shutOut.has(`${act} ${position}`)).map(({ argument }) => argument)
      return [act, left.length === all.length ? left : [...left, leftOut(all.length - left.length)]]
    }),
  )
}

/** The arguments that rest on a statement which does not count. */
const argumentsShutOut = preparedUnderPins((database, ids, pins) =>
  database
    .select({ act: argumentStatements.act, fact: argumentStatements.fact, position: argumentStatements.position })
    .from(argumentStatements)
    .innerJoin(statements, eq(statements.id, argumentStatements.statement))
    .where(and(isOneOf(argumentStatements.act, ids), sql`(${counts(pins)}) IS NOT TRUE`)),
)

const leftOut = (many: number) =>
  many === 1
    ? 'One argument of the record rests on statements that are left out here.'
    : `${many} arguments of the record rest on statements that are left out here.`
