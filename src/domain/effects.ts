import { isConsent } from './acts.ts'
import { effectOfKind } from './choices.ts'
import { clauseOf, dayAfter, noticeTakesEffect } from './clauses.ts'
import { dossierOf, type RecordedAct } from './dossier.ts'
import { daysKnown } from './evidence.ts'
import { standingPeriods } from './history.ts'
import { once } from './once.ts'
import { type Day, laterOf, type Span } from './partial-date.ts'
import { effectSpan, type NameOf, reasonsOfAct, saidBefore } from './reasons.ts'
import type { TreatyRecord } from './record.ts'
import { withdrawalTrack } from './withdrawal.ts'

/**
 * A day on which a treaty enters into force for a state, on which its withdrawal takes effect, or on which the period of a
 * withdrawal runs out that is held by an armed conflict; with the act that brings it about, the reasons in words, what it
 * depends on where that was only foretold, and the first and the last day on which evidence of the act came.
 */
export type EffectDay = {
  kind: 'entry_into_force' | 'withdrawal' | 'withdrawal_held'
  day: Day
  state: string
  act: RecordedAct
  because: string[]
  condition: string | null
  known: { first: Day; last: Day }
}

/** Every such day of some states that the record shows for certain, in order; one that is open has no day of its own. */
export function effectDays(record: TreatyRecord, states: readonly string[], nameOf: NameOf = (id) => id): EffectDay[] {
  const knownOf = daysOfEvidence(record)
  return states
    .flatMap((state) => {
      const found = saidBefore(dossierOf(record, state), nameOf, 'effects', () => daysOf(record, state, nameOf))
      return found.map((one) => ({ ...one, state, known: knownOf(one.act) }))
    })
    .sort((a, b) => (a.day === b.day ? (a.act.id < b.act.id ? -1 : 1) : a.day < b.day ? -1 : 1))
}

function daysOf(record: TreatyRecord, state: string, nameOf: NameOf): Omit<EffectDay, 'state' | 'known'>[] {
  const dossier = dossierOf(record, state)
  const { treaty, acts, conflicts } = dossier
  const rule = clauseOf(treaty, 'withdrawal')?.rule
  const happened = acts.filter(({ certainty }) => certainty === 'happened')
  const consents = happened.filter(({ kind }) => isConsent(kind))
  const notices = happened.filter(({ kind }) => kind === 'withdrawal_notification')
  const entryOf = (act: RecordedAct) =>
    act.took
      ? effectSpan(act.took, (day) => treaty.entryIntoForce && laterOf(day, treaty.entryIntoForce))
      : effectSpan(act.when, (day) => effectOfKind(treaty, act)?.(day) ?? null)
  const exitOf = (act: RecordedAct) => act.took ?? (rule ? noticeTakesEffect(rule, act.when, conflicts) : nothing)
  const reasons = (act: RecordedAct, day: Day) => reasonsOfAct(dossier, act, day, nameOf).map(({ text }) => text)
  const found: Omit<EffectDay, 'state' | 'known'>[] = []
  let before = standingPeriods(record, state)[0]
  for (const after of standingPeriods(record, state).slice(1)) {
    const { from: day } = after
    if (day !== null && before?.standing === 'party' && !after.possible.includes('party')) {
      const act = notices.findLast((one) => isOn(exitOf(one), day))
      if (act) {
        const condition = withdrawalTrack(record, state, day, nameOf).takesEffect?.condition ?? null
        found.push({ kind: 'withdrawal', day, act, because: reasons(act, day), condition })
      }
    }
    if (day !== null && after.standing === 'party' && !before?.possible.includes('party')) {
      const act = consents.findLast((one) => isOn(entryOf(one), day))
      if (act) found.push({ kind: 'entry_into_force', day, act, because: reasons(act, day), condition: null })
    }
    before = after
  }
  for (const act of rule ? notices : []) {
    if (act.when.latest === null) continue
    const day = dayAfter(rule?.delay ?? { kind: 'on_deposit' }, act.when.latest)
    const { stage, steps } = withdrawalTrack(record, state, day, nameOf)
    const step = steps.find(({ kind }) => kind === 'taking_effect')
    if (stage === 'held' && step?.act === act.id)
      found.push({ kind: 'withdrawal_held', day, act, because: step.because.map(({ text }) => text), condition: null })
  }
  return found
}

const nothing: Span = { earliest: null, latest: null }
const isOn = ({ earliest, latest }: Span, day: Day) => earliest === day && latest === day

/** For each act, the first and the last day on which evidence of it came; an act is there because of its evidence. */
const daysOfEvidence = once((record: TreatyRecord) => {
  const sources = new Map(record.sources.map((source) => [source.id, source]))
  const sourceOf = new Map(record.statements.map(({ id, source }) => [id, sources.get(source)]))
  const evidence = Map.groupBy(record.actEvidence, ({ act }) => act)
  return ({ id }: RecordedAct) => {
    const days = daysKnown(evidence.get(id) ?? [], ({ statement }) => sourceOf.get(statement))
    return { first: days[0] ?? record.treaty.adopted, last: days.at(-1) ?? record.treaty.adopted }
  }
})
