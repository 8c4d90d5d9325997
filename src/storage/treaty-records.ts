import type { Act } from '../domain/acts.ts'
import type { Rule, TreatyLaw } from '../domain/clauses.ts'
import type { ActEvidence, StandingClaim, Statement } from '../domain/evidence.ts'
import { light } from '../domain/light.ts'
import { once } from '../domain/once.ts'
import { accordingTo, asKnownOn, type TreatyRecord } from '../domain/record.ts'
import type { Database } from './database.ts'
import { and, asc, eq } from './drizzle.ts'
import { assessmentsOf, evidenceColumns, isOneOf } from './evidence.ts'
import { readLately } from './lately.ts'
import { noPins, type Pins } from './pins.ts'
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

/** All that the record holds on a treaty, as the law reads it; kept, since a snapshot never changes. */
export const treatyRecordOf = readLately(
  mostRows,
  (database: Database, treaty: string) => readRecords(database, [treaty])[0] as TreatyRecord,
  rowsOf,
)

/**
 * What the record holds on a treaty under the pins: first only the sources named, then only what they had said by then.
 * It is the same object for as long as it is kept, so what is derived from it is kept with it.
 */
export const pinnedRecord = (database: Database, treaty: string, pins: Pins): TreatyRecord =>
  pinnedLately(database, treaty, asKey(pins))

const pinnedLately = readLately(
  mostRows,
  (database: Database, treaty: string, pins: Pins) => pinned(database, treatyRecordOf(database, treaty), pins),
  rowsOf,
)

/** The same pins are the same key, in whichever order, and however often, they name their sources. */
const asKey = ({ knownOn, accordingTo: named }: Pins): Pins => ({
  knownOn,
  accordingTo: named === 'all' ? named : [...new Set(named)].sort(),
})

function pinned(database: Database, record: TreatyRecord, pins: Pins): TreatyRecord {
  const { knownOn, accordingTo: named } = pins
  const kept = asKnownOn(named === 'all' ? record : accordingTo(record, named), knownOn)
  if (record.assessments.length === 0) return kept
  const assessed = record.assessments.map(({ act }) => act)
  return { ...kept, assessments: [...assessmentsOf(database, assessed, pins).values()] }
}

/** How much the part of one state weighs: of most treaties it has a row or two. */
const rowsOfPart = ({ acts, actEvidence, statements }: TreatyRecord) =>
  10 + acts.length + actEvidence.length + statements.length
const rowsOfParts = (parts: TreatyRecord[]) => parts.reduce((sum, part) => sum + rowsOfPart(part), 0)

// One state in some thousands of treaties, or some dozens of states in some dozens.
const mostRowsOfParts = 40_000

const partsOfState = readLately(
  mostRowsOfParts,
  (database: Database, state: string, treaties: string[]) => readRecords(database, treaties, state),
  rowsOfParts,
)

/**
 * What the record holds on one state in each of these treaties under the pins, in their order: all that its standing there
 * rests on, of other states at least what they object to. Of a treaty that is not kept whole only that is read, of all in one
 * go, since a state has little in each.
 */
export function pinnedPartsOf(database: Database, state: string, treaties: string[], pins: Pins): TreatyRecord[] {
  const key = asKey(pins)
  const whole = treaties.map((treaty) => pinnedLately.atHand(database, treaty, key))
  const others = treaties.filter((_, index) => whole[index] === undefined)
  const parts = others.length === 0 ? [] : pinnedPartsLately(database, state, others, key)
  const partOf = new Map(parts.map((part) => [part.treaty.id, part]))
  return treaties.flatMap((treaty, index) => whole[index] ?? partOf.get(treaty) ?? [])
}

const pinnedPartsLately = readLately(
  mostRowsOfParts,
  (database: Database, state: string, treaties: string[], pins: Pins) =>
    partsOfState(database, state, treaties).map((part) => pinned(database, part, pins)),
  rowsOfParts,
)

/** What the record holds on some treaties, or on one state in each of them. */
function readRecords(database: Database, ids: string[], state?: string): TreatyRecord[] {
  const ofTreaties = (column: Parameters<typeof eq>[0]) =>
    ids.length === 1 ? eq(column, ids[0]) : isOneOf(column, ids)
  const ofState = (column: Parameters<typeof eq>[0]) => (state === undefined ? undefined : eq(column, state))
  const laws = lawsOf(database)
  const own = database
    .select(ofAct)
    .from(acts)
    .where(and(ofState(acts.state), ofTreaties(acts.treaty)))
    .orderBy(asc(acts.id))
    .all()
  const same = sharingStrings()
  const actRows = (state === undefined ? own : withObjections(database, own)).map(same)
  const actIds = actRows.map(({ id }) => id)
  const targets = Map.groupBy(
    database.select().from(actTargets).where(isOneOf(actTargets.act, actIds)).all(),
    ({ act }) => act,
  )
  const evidence = Map.groupBy(
    database
      .select(evidenceColumns)
      .from(actEvidence)
      .where(isOneOf(actEvidence.act, actIds))
      .all()
      .map((row) => asEvidence(same(row))),
    ({ act }) => act,
  )
  const claims = Map.groupBy(
    database
      .select()
      .from(standingClaims)
      .where(and(ofTreaties(standingClaims.treaty), ofState(standingClaims.state)))
      .all(),
    ({ treaty }) => treaty,
  )
  const requirements = Map.groupBy(
    database
      .select()
      .from(stepRequirements)
      .where(and(ofTreaties(stepRequirements.treaty), ofState(stepRequirements.state)))
      .all(),
    ({ treaty }) => treaty,
  )
  const circumstanceRows = circumstancesOf(database).filter((one) => state === undefined || one.state === state)
  const circumstanceIds = new Set(circumstanceRows.map(({ id }) => id))
  const ofCircumstances = circumstanceEvidenceOf(database).filter(({ circumstance }) =>
    circumstanceIds.has(circumstance),
  )
  const lists = Map.groupBy(
    database.select().from(completeLists).where(ofTreaties(completeLists.treaty)).all(),
    ({ treaty }) => treaty,
  )
  const spoken = [evidence, claims, requirements].flatMap((rows) => [...rows.values()].flat())
  const statementsById = new Map(
    database
      .select({
        id: statements.id,
        source: statements.source,
        speaker: statements.speaker,
        modality: statements.modality,
        utterance: statements.utterance,
      })
      .from(statements)
      .where(isOneOf(statements.id, [...new Set([...spoken, ...ofCircumstances].map(({ statement }) => statement))]))
      .all()
      .map((row) => [row.id, asStatement(same(row))]),
  )
  const heardAnywhere = [...statementsById.values(), ...[...lists.values()].flat()].map(({ source }) => source)
  const sourcesById = new Map(
    database
      .select()
      .from(sources)
      .where(isOneOf(sources.id, [...new Set(heardAnywhere)]))
      .all()
      .map(({ id, kind, publishedEarliest, publishedLatest }) => [
        id,
        { id, kind, published: { earliest: publishedEarliest, latest: publishedLatest } },
      ]),
  )
  const assessed = assessmentsOf(database, actIds, noPins)
  const actsByTreaty = Map.groupBy(actRows, ({ treaty }) => treaty)
  return ids.map((id) => {
    const ofTreaty = actsByTreaty.get(id) ?? []
    const evidenceHere = ofTreaty.flatMap((act) => evidence.get(act.id) ?? [])
    const claimsHere = claims.get(id) ?? []
    const requirementsHere = requirements.get(id) ?? []
    const listsHere = lists.get(id) ?? []
    const statementsHere = [...evidenceHere, ...claimsHere, ...requirementsHere, ...ofCircumstances].map(
      ({ statement }) => statement,
    )
    const statementRows = inOrder(statementsHere, statementsById)
    const heard = [...statementRows, ...listsHere].map(({ source }) => source)
    return {
      treaty: lawIn(laws, id),
      sources: inOrder(heard, sourcesById),
      statements: statementRows,
      acts: ofTreaty.map((row) => asAct(row, targets.get(row.id) ?? [])),
      actEvidence: evidenceHere,
      claims: disjunctions(claimsHere),
      requirements: requirementsHere,
      circumstances: circumstanceRows,
      circumstanceEvidence: ofCircumstances,
      assessments: ofTreaty.flatMap((act) => assessed.get(act.id) ?? []),
      lists: listsHere,
    }
  })
}

/** What the law reads of an act; a row has more, for lists. */
const ofAct = {
  id: acts.id,
  treaty: acts.treaty,
  kind: acts.kind,
  state: acts.state,
  actor: acts.actor,
  aim: acts.aim,
  effective: acts.effective,
  summary: acts.summary,
}
type ActRow = Pick<typeof acts.$inferSelect, keyof typeof ofAct>

// What is held of a record by the ten thousand is written out here: a row, or a row that is spread, is held as two objects, of
// which one has room for more.

const asStatement = ({ id, source, speaker, modality, utterance }: Statement): Statement => ({
  id,
  source,
  speaker,
  modality,
  utterance,
})

const asEvidence = ({
  statement,
  act,
  relation,
  date,
  basis,
  reading,
  notified,
  effective,
}: ActEvidence): ActEvidence => ({ statement, act, relation, date, basis, reading, notified, effective })

const asAct = (
  { id, treaty, kind, state, actor, aim, effective, summary }: ActRow,
  targets: (typeof actTargets.$inferSelect)[],
): Act => ({
  id,
  treaty,
  kind,
  state,
  actor,
  aim,
  effective,
  summary,
  targets: light(targets.map(({ target }) => target)),
})

/** Makes the rows of a record hold each string once: SQLite gives every cell a string of its own, though nearly all are ids and days that stand in many. */
function sharingStrings(): <T extends Record<string, unknown>>(row: T) => T {
  const seen = new Map<unknown, unknown>()
  return (row) => {
    for (const name in row) {
      const value = row[name]
      if (typeof value !== 'string') continue
      const first = seen.get(value) as typeof value | undefined
      if (first === undefined) seen.set(value, value)
      else row[name] = first
    }
    return row
  }
}

/** A state's own acts, what others object to in them under the same treaty, and which objections are taken back, by id. */
function withObjections(database: Database, own: ActRow[]): ActRow[] {
  const answering = (answered: ActRow[], kind: ActRow['kind']) => {
    const treatyOf = new Map(answered.map(({ id, treaty }) => [id, treaty]))
    const rows = database
      .select({ target: actTargets.target, act: ofAct })
      .from(actTargets)
      .innerJoin(acts, eq(acts.id, actTargets.act))
      .where(and(isOneOf(actTargets.target, [...treatyOf.keys()]), eq(acts.kind, kind)))
      .all()
    return rows.flatMap(({ target, act }) => (treatyOf.get(target) === act.treaty ? [act] : []))
  }
  const objections = answering(own, 'objection')
  const all = [...own, ...objections, ...answering(objections, 'objection_withdrawal')]
  return [...new Map(all.map((act) => [act.id, act])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What the law needs to know of every treaty; of half a hundred rules some thousands of treaties have the same. */
const lawsOf = once((database: Database): Map<string, TreatyLaw> => {
  const laws = new Map<string, TreatyLaw>()
  for (const { treaty, event, day } of database.select().from(treatyDates).all()) {
    const law = lawIn(laws, treaty)
    if (event === 'adopted' || event === 'thresholdReached' || event === 'entryIntoForce') law[event] = day
  }
  const rules = new Map<string, Rule>()
  const rows = database
    .select({ treaty: clauses.treaty, id: clauses.id, article: clauses.article, rule: clauses.rule })
    .from(clauses)
    .orderBy(asc(clauses.treaty), asc(clauses.position))
    .all()
  for (const { treaty, rule, ...clause } of rows) {
    const read = rules.get(rule) ?? (JSON.parse(rule) as Rule)
    rules.set(rule, read)
    lawIn(laws, treaty).clauses.push({ ...clause, rule: read })
  }
  return laws
})

function lawIn(laws: Map<string, TreatyLaw>, id: string): TreatyLaw {
  const law = laws.get(id) ?? { id, adopted: '0001-01-01', thresholdReached: null, entryIntoForce: null, clauses: [] }
  laws.set(id, law)
  return law
}

const circumstancesOf = once((database: Database) =>
  database.select().from(circumstances).orderBy(asc(circumstances.id)).all(),
)
const circumstanceEvidenceOf = once((database: Database) => database.select().from(circumstanceEvidence).all())

/** The things with these ids that are there, each once, by id. */
const inOrder = <T>(ids: string[], things: Map<string, T>): T[] =>
  [...new Set(ids)].sort().flatMap((id) => things.get(id) ?? [])

/** Rows that give one state several standings in one statement are one claim. */
function disjunctions(rows: (typeof standingClaims.$inferSelect)[]): StandingClaim[] {
  const claims = Map.groupBy(rows, ({ statement, state, during }) => JSON.stringify([statement, state, during]))
  return [...claims.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, standings: [first, ...others].map(({ standing }) => standing) }] : [],
  )
}
