import type { ActKind } from './acts.ts'
import { light } from './light.ts'
import {
  commonSpan,
  type Day,
  hullOf,
  type PartialDate,
  type Precision,
  partialDateOf,
  precisionOf,
  type Span,
  spanOf,
} from './partial-date.ts'

/** What a source is: a news article, a depositary's list, or a report of any other body. */
export const sourceKinds = ['article', 'depositary', 'report'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** How a statement stands to what it says. */
export const modalities = [
  'asserted',
  'denied',
  'intended',
  'required',
  'conditional',
  'disjunctive',
  'evaluative',
] as const
export type Modality = (typeof modalities)[number]

/** In whose words a statement is printed. */
export const voices = ['direct_quote', 'indirect_speech', 'document', 'newsroom'] as const
export type Voice = (typeof voices)[number]

/** Who can speak in a source; a document (a decree, a treaty) speaks in its own words. */
export const speakerKinds = ['person', 'body', 'newsroom', 'collective', 'document'] as const
export type SpeakerKind = (typeof speakerKinds)[number]

/** What a statement does to the fact it bears on. */
export const relations = ['supports', 'denies', 'requires'] as const

/** Whether a date is printed, or read from the words together with something else. */
export const dateBases = ['stated', 'inferred'] as const
export type DateBasis = (typeof dateBases)[number]

/** What a statement may be about. */
export const topics = [
  'withdrawal',
  'procedure',
  'membership',
  'reasons',
  'use_of_mines',
  'treaty_terms',
  'reaction',
  'armed_conflict',
  'mine_clearance',
] as const
export type Topic = (typeof topics)[number]

/** The standings of a state in a treaty. */
export const standings = ['party', 'contracting_state', 'signatory', 'former_party', 'not_party'] as const
export type KnownStanding = (typeof standings)[number]

/** Where a statement comes from, and since when it could be known: the source's assessed days of publication. */
export type Source = { id: string; kind: SourceKind; published: Span }

/** A statement as the law reads it; renderings of one utterance share `utterance`. */
export type Statement = { id: string; source: string; speaker: string; modality: Modality; utterance: string | null }

/**
 * A statement that bears on an act, with the date that it gives the act, if any; `notified` is the day of the
 * depositary's notification of the act, where it is recorded.
 */
export type ActEvidence = {
  statement: string
  act: string
  relation: 'supports' | 'denies'
  date: PartialDate | null
  notified: PartialDate | null
  basis: DateBasis | null
  reading: string | null
  effective: PartialDate | null
}

/** A statement that one of these standings is the state's during a time. */
export type StandingClaim = {
  statement: string
  treaty: string
  state: string
  standings: KnownStanding[]
  during: PartialDate
}

/** A statement that a step is still needed before a state has left, or joined. */
export type StepRequirement = { statement: string; treaty: string; state: string; step: ActKind }

/** Something about a state that a clause makes count: here, that it is engaged in an armed conflict. */
export type Circumstance = { id: string; kind: 'armed_conflict'; state: string; summary: string }

/** A statement that bears on a circumstance, with what it says of its beginning and end. */
export type CircumstanceEvidence = {
  statement: string
  circumstance: string
  began: PartialDate | null
  ended: PartialDate | null
  reading: string | null
}

/** Which of several rival dates of an act is preferred, and why. */
export type Assessment = { act: string; preferred: PartialDate; because: string[] }

/** One date that evidence gives an act, with the statements that give it. */
export type DatedBy = { value: PartialDate; span: Span; basis: DateBasis; statements: string[]; readings: string[] }

/** What the evidence says of an act's date: every value given, the value to use, and whether the values exclude each other. */
export type DateOfAct = {
  value: PartialDate | null
  precision: Precision | null
  span: Span
  basis: DateBasis | null
  readings: string[]
  values: DatedBy[]
  conflict: boolean
}

/**
 * The date of an act from the statements that support it. Dates that can be true together give the most precise one;
 * rival dates give the assessed one where it is among them, otherwise the span that holds them all.
 */
export function dateOf(evidence: ActEvidence[], assessment: Assessment | undefined): DateOfAct {
  const values = datesGiven(evidence)
  const [first, ...others] = values
  if (first === undefined) {
    return {
      value: null,
      precision: null,
      span: { earliest: null, latest: null },
      basis: null,
      readings: [],
      values,
      conflict: false,
    }
  }
  const common = commonSpan(first.span, ...others.map(({ span }) => span))
  const conflict = common === undefined
  const preferred = assessment && values.find(({ value }) => value === assessment.preferred)
  const chosen =
    preferred ??
    (common && values.find(({ span }) => span.earliest === common.earliest && span.latest === common.latest))
  if (chosen) {
    return {
      value: chosen.value,
      precision: precisionOf(chosen.value),
      span: chosen.span,
      basis: chosen.basis,
      readings: chosen.readings,
      values,
      conflict,
    }
  }
  const span = common ?? values.reduce((hull, { span }) => hullOf(hull, span), first.span)
  const value = partialDateOf(span)
  return {
    value,
    precision: value === null ? null : precisionOf(value),
    span,
    basis: 'inferred',
    readings: values.flatMap(({ readings }) => readings),
    values,
    conflict,
  }
}

/**
 * What the evidence says of an act's day of effect, read as its date is; `preferred` is the recorded day, which counts where
 * it is among those that are given.
 */
export function effectsIn(evidence: ActEvidence[], preferred: PartialDate | null = null): DateOfAct {
  const given = evidence.map((row) => {
    const date = row.effective
    const isDrawn = !saysItWasDone(row)
    return {
      ...row,
      date,
      basis: isDrawn ? ('inferred' as const) : ('stated' as const),
      reading: isDrawn ? row.reading : null,
    }
  })
  return dateOf(given, preferred === null ? undefined : { act: '', preferred, because: [] })
}

/**
 * From when an act counts: the day that its evidence gives; where none of that was known yet, the recorded day, since whoever
 * was told of the act was told since when it counts.
 */
export function countedFrom({ value, values, span }: DateOfAct, recorded: PartialDate | null) {
  if (values.length > 0) return { effective: value, span }
  return { effective: recorded, span: recorded === null ? null : spanOf(recorded) }
}

/**
 * Whether evidence says that the act was done. A statement about something else, from which only a day of effect is inferred,
 * does not.
 */
export const saysItWasDone = ({
  date,
  effective,
  reading,
}: Pick<ActEvidence, 'date' | 'effective' | 'reading'>): boolean =>
  date !== null || effective === null || reading === null

/** Whether dates that evidence gives exclude each other: `2011` and `2011-07-09` do not. */
export function areRival([first, ...others]: DatedBy[]): boolean {
  return first !== undefined && commonSpan(first.span, ...others.map(({ span }) => span)) === undefined
}

function datesGiven(evidence: ActEvidence[]): DatedBy[] {
  const byValue = new Map<PartialDate, DatedBy>()
  for (const { statement, relation, date, basis, reading } of evidence) {
    if (relation !== 'supports' || date === null) continue
    const given = byValue.get(date) ?? {
      value: date,
      span: spanOf(date),
      basis: 'inferred',
      statements: [],
      readings: [],
    }
    given.statements.push(statement)
    if (reading !== null && !given.readings.includes(reading)) given.readings.push(reading)
    if (basis === 'stated') given.basis = 'stated'
    byValue.set(date, given)
  }
  const values = [...byValue.values()].sort((a, b) => (a.value < b.value ? -1 : 1))
  return light(
    values.map(({ value, span, basis, statements, readings }) => ({
      value,
      span,
      basis,
      statements: statements.toSorted(),
      readings: light(readings.toSorted()),
    })),
  )
}

/** A list that names every participant of a treaty on one day: who is not on it was not a participant by then. */
export type CompleteList = { source: string; treaty: string; completeAsAt: Day }

/** What tells since when evidence could be known: a publication, the depositary's notification, or the act itself. */
export const knownBases = ['publication', 'depositary_notification', 'act'] as const
export type KnownBasis = (typeof knownBases)[number]

/**
 * Since when evidence of an act could be known. An article or a report is known from its publication; a depositary makes
 * each act known as it receives it, long before a list is printed, so from its notification or else from the act's day.
 */
export function knownSince(evidence: ActEvidence, source: Source): { span: Span; basis: KnownBasis } {
  if (source.kind === 'depositary') {
    const notified = evidence.notified === null ? null : spanOf(evidence.notified)
    if (notified?.latest) return { span: notified, basis: 'depositary_notification' }
    const acted = evidence.date === null ? null : spanOf(evidence.date)
    if (acted?.latest) return { span: acted, basis: 'act' }
  }
  return { span: source.published, basis: 'publication' }
}

/** The days by which each piece of evidence of an act was certainly known, in order. */
export const daysKnown = (evidence: ActEvidence[], sourceOf: (row: ActEvidence) => Source | undefined): Day[] =>
  evidence
    .flatMap((row) => {
      const source = sourceOf(row)
      return source ? (knownSince(row, source).span.latest ?? []) : []
    })
    .sort()
