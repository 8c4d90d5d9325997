import { type Act, bearsOnStanding } from './acts.ts'
import type { TreatyLaw } from './clauses.ts'
import {
  type ActEvidence,
  type Assessment,
  type Circumstance,
  type CircumstanceEvidence,
  type CompleteList,
  knownSince,
  type Source,
  type StandingClaim,
  type Statement,
  type StepRequirement,
  saysItWasDone,
} from './evidence.ts'
import { addDays, type Day, earlierOf, type Span, spanOf } from './partial-date.ts'

/**
 * A complete list. Where it is read back to an earlier day, `asAt` is its own day, and `unheardOf` has for each state of which
 * something was done by then that nobody could know the day before the first such act: no further is it complete for that state.
 */
export type ReadList = CompleteList & { asAt?: Day; unheardOf?: Map<string, Day> }

/** The last day up to which a list is complete for a state. */
export const completeFor = ({ completeAsAt, unheardOf }: ReadList, state: string): Day =>
  unheardOf?.get(state) ?? completeAsAt

/** All that the record holds on one treaty, as the law reads it. */
export type TreatyRecord = {
  treaty: TreatyLaw
  sources: Source[]
  statements: Statement[]
  acts: Act[]
  actEvidence: ActEvidence[]
  claims: StandingClaim[]
  requirements: StepRequirement[]
  circumstances: Circumstance[]
  circumstanceEvidence: CircumstanceEvidence[]
  assessments: Assessment[]
  lists: ReadList[]
}

/**
 * The record as it could be known on `day`: what articles and reports had certainly published by then, and the acts that
 * the depositary had made known by then (see `knownSince`). A complete list grows with the acts it lists, so it counts
 * as complete up to `day`. The treaty's own entry into force is known from the deposit that brings it about. What is
 * learnt later never changes what stood then; only how far a list confirms it for a state is shortened by what the depositary had
 * been given by then and made known later.
 */
export function asKnownOn(record: TreatyRecord, day: Day): TreatyRecord {
  const sources = new Map(record.sources.map((source) => [source.id, source]))
  const sourceOf = new Map(record.statements.map(({ id, source }) => [id, sources.get(source)]))
  const knownBy = (span: Span) => span.latest !== null && span.latest <= day
  const published = (source: Source | undefined) => source !== undefined && knownBy(source.published)
  const known = record.actEvidence.filter((evidence) => {
    const source = sourceOf.get(evidence.statement)
    return source !== undefined && knownBy(knownSince(evidence, source).span)
  })
  const spoken = new Set(known.map(({ statement }) => statement))
  const statements = record.statements.filter(({ id }) => spoken.has(id) || published(sourceOf.get(id)))
  const lists = record.lists.map((list) => {
    const { completeAsAt, asAt = completeAsAt } = list
    if (completeAsAt <= day) return list
    return { ...list, completeAsAt: day, asAt, unheardOf: lastDaysComplete(record, known, day) }
  })
  const heard = new Set([...statements.map(({ source }) => source), ...lists.map(({ source }) => source)])
  return restOn({
    ...record,
    treaty: treatyKnownOn(record.treaty, day),
    sources: record.sources.filter((source) => published(source) || heard.has(source.id)),
    statements,
    actEvidence: known,
    claims: record.claims.filter(({ statement }) => published(sourceOf.get(statement))),
    requirements: record.requirements.filter(({ statement }) => published(sourceOf.get(statement))),
    circumstanceEvidence: record.circumstanceEvidence.filter(({ statement }) => published(sourceOf.get(statement))),
    lists,
  })
}

/**
 * By state, the day before the first act that it had done by `day`, as a complete list says, and of which none of the `known`
 * evidence tells: the depositary had been given it and had not made it known.
 */
function lastDaysComplete(
  { acts, actEvidence, lists, statements }: TreatyRecord,
  known: ActEvidence[],
  day: Day,
): Map<string, Day> {
  const listing = new Set(lists.map(({ source }) => source))
  const listed = new Set(statements.flatMap(({ id, source }) => (listing.has(source) ? [id] : [])))
  const told = new Set(known.map(({ act }) => act))
  const stateOf = new Map(
    acts.flatMap((act) =>
      act.state !== null && bearsOnStanding(act) && !told.has(act.id) ? [[act.id, act.state]] : [],
    ),
  )
  // What was left out before, as known on a later day, is still unheard of.
  const before = lists.flatMap(({ unheardOf }) => [...(unheardOf ?? [])])
  const days = new Map(before.filter(([, eve]) => eve < day))
  for (const { act, date, relation, statement } of actEvidence) {
    const state = stateOf.get(act)
    if (state === undefined || date === null || relation !== 'supports' || !listed.has(statement)) continue
    const { earliest } = spanOf(date)
    if (earliest === null || earliest > day) continue
    const eve = addDays(earliest, -1)
    days.set(state, earlierOf(eve, days.get(state) ?? eve))
  }
  return days
}

/**
 * The treaty with its own days as far as they could be known: from the deposit that brings it into force that day can
 * be counted; where that deposit is not recorded, it is known when it comes.
 */
function treatyKnownOn(treaty: TreatyLaw, day: Day): TreatyLaw {
  const { thresholdReached, entryIntoForce } = treaty
  const tells = thresholdReached ?? entryIntoForce
  return tells === null || tells <= day ? treaty : { ...treaty, thresholdReached: null, entryIntoForce: null }
}

/** The record according to some sources only, named by id or by kind; a day of effect stays where one of them gives it. */
export function accordingTo(record: TreatyRecord, sources: string[]): TreatyRecord {
  const kept = record.sources.filter(({ id, kind }) => sources.includes(id) || sources.includes(kind))
  const ids = new Set(kept.map(({ id }) => id))
  const statements = record.statements.filter(({ source }) => ids.has(source))
  const said = new Set(statements.map(({ id }) => id))
  const bySaid = <T extends { statement: string }>(rows: T[]) => rows.filter(({ statement }) => said.has(statement))
  const actEvidence = bySaid(record.actEvidence)
  const given = new Set(actEvidence.flatMap(({ act, effective }) => (effective ? [`${act} ${effective}`] : [])))
  const isGiven = ({ id, effective }: Act) => effective === null || given.has(`${id} ${effective}`)
  return restOn({
    ...record,
    sources: kept,
    statements,
    acts: record.acts.map((act) => (isGiven(act) ? act : { ...act, effective: null })),
    actEvidence,
    claims: bySaid(record.claims),
    requirements: bySaid(record.requirements),
    circumstanceEvidence: bySaid(record.circumstanceEvidence),
    lists: record.lists.filter(({ source }) => ids.has(source)),
  })
}

// Acts and circumstances have no evidence of their own: without a statement that speaks for them they are not there.
function restOn(record: TreatyRecord): TreatyRecord {
  const supported = new Set(record.actEvidence.filter(({ relation }) => relation === 'supports').map(({ act }) => act))
  const shown = new Set(record.circumstanceEvidence.map(({ circumstance }) => circumstance))
  return {
    ...record,
    acts: record.acts.filter(({ id }) => supported.has(id)),
    circumstances: record.circumstances.filter(({ id }) => shown.has(id)),
  }
}

/**
 * The independent sources that support an act, those that depend on each other together in one group; their number is
 * the number of groups. A source depends on another when all that it says for the act are renderings of utterances that
 * the other also renders: two newspapers that print one address count once, a newspaper that adds a statement of its own counts.
 */
export function independentSources(
  record: { actEvidence: ActEvidence[]; statements: Pick<Statement, 'id' | 'source' | 'utterance'>[] },
  act: string,
): string[][] {
  const supporting = new Set(
    record.actEvidence
      .filter((row) => row.act === act && row.relation === 'supports' && saysItWasDone(row))
      .map(({ statement }) => statement),
  )
  const utterancesBySource = new Map<string, (string | null)[]>()
  for (const { id, source, utterance } of record.statements) {
    if (!supporting.has(id)) continue
    utterancesBySource.set(source, [...(utterancesBySource.get(source) ?? []), utterance])
  }
  const groups: string[][] = []
  for (const [source, utterances] of utterancesBySource) {
    const depends = (other: string) => {
      const others = utterancesBySource.get(other) ?? []
      const renders = (some: (string | null)[], all: (string | null)[]) =>
        some.every((one) => one !== null && all.includes(one))
      return renders(utterances, others) || renders(others, utterances)
    }
    const joined = groups.filter((group) => group.some(depends))
    for (const group of joined) groups.splice(groups.indexOf(group), 1)
    groups.push([...joined.flat(), source].sort())
  }
  return groups.sort()
}
