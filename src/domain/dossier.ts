import { type Act, type ActKind, actKinds, type ConsentKind, isConsent, planeOfKind } from './acts.ts'
import type { ArmedConflict, TreatyLaw } from './clauses.ts'
import {
  type ActEvidence,
  type Assessment,
  countedFrom,
  type DateOfAct,
  dateOf,
  daysKnown,
  effectsIn,
  type KnownStanding,
  type Modality,
  type Source,
  type Statement,
  saysItWasDone,
  standings,
} from './evidence.ts'
import { light } from './light.ts'
import { once } from './once.ts'
import { commonSpan, type Day, hullOf, reachedBy, type Span, spanOf } from './partial-date.ts'
import { completeFor, type TreatyRecord } from './record.ts'

/**
 * Whether an act happened, by its statements: somebody asserts it; somebody asserts it and somebody denies it; or it is
 * only one of several things that a statement leaves open.
 */
export type Certainty = 'happened' | 'disputed' | 'possible'

/**
 * An act with what its statements make of it. `date` is the date as the evidence gives it; `when` are the days on which
 * the act may have been done: whoever reports an act reports the past, so not after the first report of it. `effects` are
 * the days of effect that the evidence gives, `effective` and `took` the one that counts; `effectReported` is the last day on
 * which one that gives any became known.
 */
export type RecordedAct = Act & {
  date: DateOfAct
  when: Span
  took: Span | null
  effects: DateOfAct['values']
  effectReported: Day | null
  certainty: Certainty
  statements: string[]
  denials: string[]
  assessment: Assessment | null
}

/** A claim that the state's standing was one of `allowed` during a time. */
export type Claim = { statement: string; allowed: KnownStanding[]; during: Span; denies: boolean }

/** An armed conflict of the state, with the statements that speak of it. */
export type RecordedConflict = ArmedConflict & { id: string; summary: string; statements: string[] }

/** A statement that a step is still needed, and when it was published. */
export type Requirement = { statement: string; step: ActKind; published: Span }

/** All that the record holds on one state and one treaty; `listedAsAt` is the own day of the list that is read back to `completeAsAt`. */
export type Dossier = {
  treaty: TreatyLaw
  state: string
  acts: RecordedAct[]
  claims: Claim[]
  requirements: Requirement[]
  conflicts: RecordedConflict[]
  completeAsAt: Day | null
  listedAsAt: Day | null
  objectionsTo: (act: string, asOf: Day) => Objection[]
}

/** An objection that may stand on a day: whether it was surely `made` by then, and is `certain` not to have been taken back. */
export type Objection = { objection: RecordedAct; made: boolean; certain: boolean }

/** The dossier of `state` in a record. The record is sorted by state once, at the first question about it. */
export function dossierOf(record: TreatyRecord, state: string): Dossier {
  return sortedByState(record)(state)
}

const sortedByState = once((record: TreatyRecord): ((state: string) => Dossier) => {
  const sources = new Map(record.sources.map((source) => [source.id, source]))
  const statements = new Map(record.statements.map((statement) => [statement.id, statement]))
  const evidence = Map.groupBy(record.actEvidence, ({ act }) => act)
  const assessments = new Map(record.assessments.map((assessment) => [assessment.act, assessment]))
  const recorded = (acts: Act[]) =>
    acts
      .map((act) => recordedAct(act, evidence.get(act.id) ?? [], assessments.get(act.id), statements, sources))
      .filter((act) => act !== undefined)
      .toSorted(inOrderOfTime)
  const actsByState = Map.groupBy(record.acts, ({ state }) => state)
  const claimsByState = Map.groupBy(record.claims, ({ state }) => state)
  const requirementsByState = Map.groupBy(record.requirements, ({ state }) => state)
  const circumstancesByState = Map.groupBy(record.circumstances, ({ state }) => state)
  const objections = recorded(record.acts.filter(({ kind }) => kind === 'objection')).flatMap((objection) =>
    objection.targets.map((target) => ({ target, objection })),
  )
  const objectionsByTarget = Map.groupBy(objections, ({ target }) => target)
  const takenBack = recorded(record.acts.filter(({ kind }) => kind === 'objection_withdrawal'))
  /** The last day up to which a list is complete for a state, of several the last, and the own day of the list. */
  const listOf = (state: string) => {
    const [last] = record.lists
      .map((list) => ({ completeAsAt: completeFor(list, state), listedAsAt: list.asAt ?? list.completeAsAt }))
      .sort((a, b) => compare(b.completeAsAt, a.completeAsAt) || compare(a.listedAsAt, b.listedAsAt))
    return last ?? { completeAsAt: null, listedAsAt: null }
  }
  const objectionsTo: Dossier['objectionsTo'] = (act, asOf) => {
    const isDone = ({ when, certainty }: RecordedAct) =>
      certainty === 'happened' ? reachedBy(when, asOf) : reachedBy(when, asOf) === 'no' ? 'no' : 'unknown'
    return (objectionsByTarget.get(act) ?? []).flatMap(({ objection }) => {
      const back = takenBack.filter(({ targets }) => targets.includes(objection.id)).map(isDone)
      const done = isDone(objection)
      if (done === 'no' || back.includes('yes')) return []
      const made = done === 'yes'
      return [{ objection, made, certain: made && !back.includes('unknown') }]
    })
  }
  const publishedIn = (statement: string): Span =>
    sources.get(statements.get(statement)?.source ?? '')?.published ?? { earliest: null, latest: null }
  const modalityOf = (statement: string) => statements.get(statement)?.modality
  const dossiers = new Map<string, Dossier>()

  function conflictsOf(state: string): RecordedConflict[] {
    return (circumstancesByState.get(state) ?? [])
      .flatMap(({ id, summary }) => {
        const rows = record.circumstanceEvidence.filter(
          ({ circumstance, statement }) => circumstance === id && asserts(modalityOf(statement)),
        )
        if (rows.length === 0) return []
        const spoken = rows.map(({ statement }) => publishedIn(statement).latest).filter((day) => day !== null)
        const began = bounded(agreed(rows.map((row) => row.began)), spoken.sort()[0] ?? null)
        const ended = rows.some((row) => row.ended !== null) ? agreed(rows.map((row) => row.ended)) : null
        return [{ id, summary, began, ended, statements: rows.map(({ statement }) => statement).sort() }]
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  return (state) => {
    const known = dossiers.get(state)
    if (known) return known
    const own = actsByState.get(state) ?? []
    const dossier: Dossier = {
      treaty: record.treaty,
      state,
      acts: recorded(own),
      claims: light(
        (claimsByState.get(state) ?? [])
          .flatMap(({ statement, standings: claimed, during }) => {
            const modality = modalityOf(statement)
            if (modality === undefined || !speaksOfStanding.includes(modality)) return []
            const denies = modality === 'denied'
            const allowed = standings.filter((standing) => claimed.includes(standing) !== denies)
            return [{ statement, allowed, during: spanOf(during), denies }]
          })
          .sort((a, b) => (a.statement < b.statement ? -1 : 1)),
      ),
      requirements: light(
        (requirementsByState.get(state) ?? [])
          .filter(({ statement }) => modalityOf(statement) !== 'denied')
          .map(({ statement, step }) => ({ statement, step, published: publishedIn(statement) }))
          .sort((a, b) => (a.statement < b.statement ? -1 : 1)),
      ),
      conflicts: light(conflictsOf(state)),
      ...listOf(state),
      objectionsTo,
    }
    dossiers.set(state, dossier)
    // Nobody asks for these again.
    actsByState.delete(state)
    for (const { id } of own) evidence.delete(id)
    return dossier
  }
})

// An intention, a condition or a demand says nothing of how things stand; only these do.
const speaksOfStanding: Modality[] = ['asserted', 'denied', 'disjunctive', 'evaluative']

function asserts(modality: Modality | undefined): boolean {
  return modality === 'asserted' || modality === 'evaluative'
}

/**
 * Whether a statement that bears on an act shows that it was done. An act of international law must be asserted. Steps at
 * home and in politics are also shown by the words that make them: who announces an intention has announced it.
 */
function shows(modality: Modality | undefined, act: Act): boolean {
  return (
    asserts(modality) ||
    (planeOfKind[act.kind] !== 'international' && (modality === 'intended' || modality === 'required'))
  )
}

function recordedAct(
  act: Act,
  evidence: ActEvidence[],
  assessment: Assessment | undefined,
  statements: Map<string, Statement>,
  sources: Map<string, Source>,
): RecordedAct | undefined {
  const modalityOf = (row: ActEvidence) => statements.get(row.statement)?.modality
  const isDenial = (row: ActEvidence) => row.relation === 'denies' || modalityOf(row) === 'denied'
  const denials = evidence.filter(isDenial)
  const speaking = evidence.filter((row) => !isDenial(row) && shows(modalityOf(row), act))
  const showing = speaking.filter(saysItWasDone)
  const opening = evidence.filter((row) => !isDenial(row) && modalityOf(row) === 'disjunctive')
  const supporting = showing.length > 0 ? showing : opening
  if (supporting.length === 0) return undefined
  const date = dateOf(supporting, assessment)
  const ofEffect = [...new Set([...supporting, ...speaking])]
  const effect = effectsIn(ofEffect, act.effective)
  const { effective, span: took } = countedFrom(effect, act.effective)
  const sourceOf = ({ statement }: ActEvidence) => sources.get(statements.get(statement)?.source ?? '')
  const reported = showing.flatMap((row) => sourceOf(row)?.published.latest ?? []).sort()
  const effectKnown = daysKnown(
    ofEffect.filter(({ effective }) => effective !== null),
    sourceOf,
  )
  const { id, treaty, kind, state, actor, aim, summary, targets } = act
  // Spread from the act, its properties would stand apart from the object: it is thousands of these that are held.
  return {
    id,
    treaty,
    kind,
    state,
    actor,
    aim,
    summary,
    targets,
    date,
    when: bounded(date.span, reported[0] ?? null),
    effective,
    took,
    effects: effect.values,
    effectReported: effectKnown.at(-1) ?? null,
    certainty: showing.length === 0 ? 'possible' : denials.length === 0 ? 'happened' : 'disputed',
    statements: supporting.map(({ statement }) => statement).sort(),
    denials: light(denials.map(({ statement }) => statement).sort()),
    assessment: assessment ?? null,
  }
}

// A date that is given after its first report is a rival date, not a bound: it stays as it is.
function bounded(span: Span, day: Day | null): Span {
  return commonSpan(span, { earliest: null, latest: day }) ?? span
}

function agreed(dates: (string | null)[]): Span {
  const spans = dates.filter((date) => date !== null).map(spanOf)
  const [first, ...others] = spans
  if (first === undefined) return { earliest: null, latest: null }
  return commonSpan(first, ...others) ?? others.reduce(hullOf, first)
}

const order = new Map(actKinds.map((kind, index) => [kind, index]))

// On one day in the order in which a state does them, an undated act where it could be first.
function inOrderOfTime(a: RecordedAct, b: RecordedAct): number {
  return (
    compare(a.when.earliest ?? '', b.when.earliest ?? '') ||
    compare(a.when.latest ?? '~', b.when.latest ?? '~') ||
    (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0) ||
    compare(a.id, b.id)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The last act, by `asOf`, by which a state consented to be bound; undefined where none is certain, or it took that back. */
export function lastConsent(
  record: TreatyRecord,
  state: string,
  asOf: Day,
): (RecordedAct & { kind: ConsentKind }) | undefined {
  const bears = ({ kind, certainty, when }: RecordedAct) =>
    (isConsent(kind) || kind === 'withdrawal_of_consent') && certainty === 'happened' && reachedBy(when, asOf) === 'yes'
  const last = dossierOf(record, state).acts.findLast(bears)
  return last && isConsent(last.kind) ? (last as RecordedAct & { kind: ConsentKind }) : undefined
}
