import type { Clause, Rule } from '../domain/clauses.ts'
import type { StandingClaim } from '../domain/evidence.ts'
import { once } from '../domain/once.ts'
import { accordingTo, asKnownOn, type TreatyRecord } from '../domain/record.ts'
import type { Database } from './database.ts'
import { asc, eq } from './drizzle.ts'
import { assessmentsOf, isOneOf } from './evidence.ts'
import { lately } from './lately.ts'
import type { Pins } from './pins.ts'
import {
  actEvidence,
  acts,
  actTargets,
  circumstanceEvidence,
  circumstances,
  clauses,
  completeLists,
  sources,
  standingClaims,
  statements,
  stepRequirements,
  treatyDates,
} from './tables.ts'

/** How much a record weighs: about as many rows as it is made of. */
const rowsOf = ({ acts, actEvidence, statements, circumstanceEvidence }: TreatyRecord) =>
  100 + acts.length + actEvidence.length + statements.length + circumstanceEvidence.length

// Some dozens of treaties; as objects, with what is derived from them, they are some tens of megabytes.
const mostRows = 35_000

const recordsRead = once((_: Database) => lately(mostRows, rowsOf))
const recordsPinned = once((_: Database) => lately(mostRows, rowsOf))

/** All that the record holds on a treaty, as the law reads it; kept, since a snapshot never changes. */
export function treatyRecordOf(database: Database, treaty: string): TreatyRecord {
  return recordsRead(database)(treaty, () => readTreatyRecord(database, treaty))
}

/**
 * What the record holds on a treaty under the pins: first only the sources named, then only what they had said by then.
 * It is the same object for as long as it is kept, so what is derived from it is kept with it.
 */
export function pinnedRecord(database: Database, treaty: string, { knownOn, accordingTo: named }: Pins): TreatyRecord {
  const key = JSON.stringify([treaty, knownOn, named])
  return recordsPinned(database)(key, () => {
    const record = treatyRecordOf(database, treaty)
    return asKnownOn(named === 'all' ? record : accordingTo(record, named), knownOn)
  })
}

function readTreatyRecord(database: Database, treaty: string): TreatyRecord {
  const days = database.select().from(treatyDates).where(eq(treatyDates.treaty, treaty)).all()
  const on = (event: (typeof days)[number]['event']) => days.find((row) => row.event === event)?.day ?? null
  const actRows = database.select().from(acts).where(eq(acts.treaty, treaty)).orderBy(asc(acts.id)).all()
  const actIds = actRows.map(({ id }) => id)
  const targets = database.select().from(actTargets).where(isOneOf(actTargets.act, actIds)).all()
  const targetsByAct = Map.groupBy(targets, ({ act }) => act)
  const evidence = database.select().from(actEvidence).where(isOneOf(actEvidence.act, actIds)).all()
  const claims = database.select().from(standingClaims).where(eq(standingClaims.treaty, treaty)).all()
  const requirements = database.select().from(stepRequirements).where(eq(stepRequirements.treaty, treaty)).all()
  const ofCircumstances = database.select().from(circumstanceEvidence).all()
  const lists = database.select().from(completeLists).where(eq(completeLists.treaty, treaty)).all()
  const spoken = [...evidence, ...claims, ...requirements, ...ofCircumstances].map(({ statement }) => statement)
  const statementRows = database
    .select({
      id: statements.id,
      source: statements.source,
      speaker: statements.speaker,
      modality: statements.modality,
      utterance: statements.utterance,
    })
    .from(statements)
    .where(isOneOf(statements.id, spoken))
    .orderBy(asc(statements.id))
    .all()
  const heard = [...statementRows, ...lists].map(({ source }) => source)
  return {
    treaty: {
      id: treaty,
      adopted: on('adopted') ?? '0001-01-01',
      thresholdReached: on('thresholdReached'),
      entryIntoForce: on('entryIntoForce'),
      clauses: database
        .select()
        .from(clauses)
        .where(eq(clauses.treaty, treaty))
        .orderBy(asc(clauses.position))
        .all()
        .map((row): Clause => ({ ...row, rule: JSON.parse(row.rule) as Rule })),
    },
    sources: database
      .select()
      .from(sources)
      .where(isOneOf(sources.id, heard))
      .orderBy(asc(sources.id))
      .all()
      .map(({ id, kind, publishedEarliest, publishedLatest }) => ({
        id,
        kind,
        published: { earliest: publishedEarliest, latest: publishedLatest },
      })),
    statements: statementRows,
    acts: actRows.map((row) => ({ ...row, targets: (targetsByAct.get(row.id) ?? []).map(({ target }) => target) })),
    actEvidence: evidence,
    claims: disjunctions(claims),
    requirements,
    circumstances: database.select().from(circumstances).orderBy(asc(circumstances.id)).all(),
    circumstanceEvidence: ofCircumstances,
    assessments: [...assessmentsOf(database, actIds).values()],
    lists,
  }
}

/** Rows that give one state several standings in one statement are one claim. */
function disjunctions(rows: (typeof standingClaims.$inferSelect)[]): StandingClaim[] {
  const claims = Map.groupBy(rows, ({ statement, state, during }) => JSON.stringify([statement, state, during]))
  return [...claims.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, standings: [first, ...others].map(({ standing }) => standing) }] : [],
  )
}
