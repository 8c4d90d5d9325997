import type { Act } from './acts.ts'
import type { TreatyLaw } from './clauses.ts'
import type {
  ActEvidence,
  Assessment,
  Circumstance,
  CircumstanceEvidence,
  CompleteList,
  Source,
  StandingClaim,
  Statement,
  StepRequirement,
} from './evidence.ts'
import type { Day } from './partial-date.ts'

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
  lists: CompleteList[]
}

/** The record as it could be known on `day`: only what sources had certainly published by then. */
export function asKnownOn(record: TreatyRecord, day: Day): TreatyRecord {
  return keepSources(record, ({ published }) => published.latest !== null && published.latest <= day)
}

/** The record according to some sources only, named by id or by kind. */
export function accordingTo(record: TreatyRecord, sources: string[]): TreatyRecord {
  return keepSources(record, ({ id, kind }) => sources.includes(id) || sources.includes(kind))
}

function keepSources(record: TreatyRecord, keep: (source: Source) => boolean): TreatyRecord {
  const sources = record.sources.filter(keep)
  const kept = new Set(sources.map(({ id }) => id))
  const statements = record.statements.filter(({ source }) => kept.has(source))
  const said = new Set(statements.map(({ id }) => id))
  const bySaid = <T extends { statement: string }>(rows: T[]) => rows.filter(({ statement }) => said.has(statement))
  const actEvidence = bySaid(record.actEvidence)
  const circumstanceEvidence = bySaid(record.circumstanceEvidence)
  const supported = new Set(actEvidence.filter(({ relation }) => relation === 'supports').map(({ act }) => act))
  const shown = new Set(circumstanceEvidence.map(({ circumstance }) => circumstance))
  return {
    ...record,
    sources,
    statements,
    acts: record.acts.filter(({ id }) => supported.has(id)),
    actEvidence,
    claims: bySaid(record.claims),
    requirements: bySaid(record.requirements),
    circumstances: record.circumstances.filter(({ id }) => shown.has(id)),
    circumstanceEvidence,
    lists: record.lists.filter(({ source }) => kept.has(source)),
  }
}
