import { type ActEvidence, type Assessment, knownSince } from '../domain/evidence.ts'
import type { Database } from './database.ts'
import { and, asc, eq, sql } from './drizzle.ts'
import { counts, type Pins } from './pins.ts'
import {
  actEvidence,
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
export const isOneOf = (column: Parameters<typeof eq>[0], ids: (string | number)[]) =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`

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
  const rows = database
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
    .where(and(isOneOf(actEvidence.act, acts), counts(pins)))
    .orderBy(asc(sources.publishedLatest), asc(sources.id), asc(statements.position))
    .all()
    .map(({ kind, earliest, latest, ...row }) => ({
      ...row,
      knownSince: knownSince(row, { id: row.source, kind, published: { earliest, latest } }),
    }))
  return Map.groupBy(rows, ({ act }) => act)
}

/** Why these acts' recorded days of effect are preferred to rival ones. */
export function effectArgumentsOf(database: Database, acts: string[]): Map<string, string[]> {
  const rows = database
    .select({ act: effectArguments.act, argument: effectArguments.argument })
    .from(effectArguments)
    .where(isOneOf(effectArguments.act, acts))
    .orderBy(asc(effectArguments.act), asc(effectArguments.position))
    .all()
  const byAct = Map.groupBy(rows, ({ act }) => act)
  return new Map([...byAct].map(([act, arguments_]) => [act, arguments_.map(({ argument }) => argument)]))
}

/** The assessments of these acts' rival dates, with their arguments. */
export function assessmentsOf(database: Database, acts: string[]): Map<string, Assessment> {
  const rows = database
    .select({ act: assessments.act, preferred: assessments.preferred, argument: assessmentArguments.argument })
    .from(assessments)
    .innerJoin(assessmentArguments, eq(assessmentArguments.act, assessments.act))
    .where(isOneOf(assessments.act, acts))
    .orderBy(asc(assessments.act), asc(assessmentArguments.position))
    .all()
  const found = new Map<string, Assessment>()
  for (const { act, preferred, argument } of rows) {
    const assessment = found.get(act) ?? { act, preferred, because: [] }
    assessment.because.push(argument)
    found.set(act, assessment)
  }
  return found
}
