import { dossierOf } from '../domain/dossier.ts'
import { once } from '../domain/once.ts'
import { saidBefore } from '../domain/reasons.ts'
import { type Contested, type StandingAlone, standingOn } from '../domain/standing.ts'
import { withdrawalTrack } from '../domain/withdrawal.ts'
import { conflictsUnderTreaty } from '../storage/conflicts.ts'
import type { Database } from '../storage/database.ts'
import { namesOfStates, namesOfTreaties } from '../storage/names.ts'
import { pinnedRecord } from '../storage/treaty-records.ts'
import { nameIn, pieceIfLasting, showBecause, shownOnce, showSteps } from './derivation.ts'
import type { AnswerPins } from './pins.ts'
import { conflictOver, stateRef, treatyRef } from './references.ts'

/** Where a standing is asked for. */
export const pathOf = (treaty: string, state: string) => `/v1/treaties/${treaty}/members/${state}`

/** What is said of a standing wherever it is shown. */
export const standingShown = ({
  standing,
  possible,
  certain,
  since,
  confirmedThrough,
  carriedForward,
}: StandingAlone) => ({ standing, possible, certain, since, confirmedThrough, carriedForward })

/** The standing of a state in a treaty with its derivation, the track of its withdrawal and the conflicts that bear on it. */
export function membershipOf(database: Database, treaty: string, state: string, pins: AnswerPins & { asOf: string }) {
  const record = pinnedRecord(database, treaty, pins)
  const nameOf = nameIn(database)
  const answer = standingOn(record, state, pins.asOf, nameOf)
  const track = withdrawalTrack(record, state, pins.asOf, nameOf)
  const show = showBecause(database)
  const showStep = showSteps(database)
  const always = saidBefore(dossierOf(record, state), nameOf, 'whatever the day', () =>
    whateverTheDay(database, treaty, state, pins),
  )
  return {
    state: pieceIfLasting(always.state),
    treaty: pieceIfLasting(always.treaty),
    ...standingShown(answer),
    contradicted: answer.contradicted,
    contested: answer.contested.map(showContested(database)),
    because: answer.because.map(show.step),
    withdrawal: {
      stage: track.stage,
      steps: track.steps.map(showStep),
      next: track.next && showStep(track.next),
      takesEffect: track.takesEffect,
    },
    conflicts: pieceIfLasting(always.conflicts),
    links: pieceIfLasting(always.links),
  }
}

/** What is said of a membership whatever day is asked about. */
function whateverTheDay(database: Database, treaty: string, state: string, pins: AnswerPins) {
  const { knownOn, accordingTo } = pins
  const rivals = conflictsUnderTreaty(database, treaty, { knownOn, accordingTo }).get(state) ?? []
  return {
    state: stateRef({ id: state, name: namesOfStates(database).get(state) ?? state }),
    treaty: treatyRef({ id: treaty, name: namesOfTreaties(database).get(treaty) ?? treaty }),
    conflicts: rivals.map(({ act, fact }) => conflictOver(act, fact)),
    links: {
      self: pathOf(treaty, state),
      evidence: `${pathOf(treaty, state)}/evidence`,
      projection: `${pathOf(treaty, state)}/projection`,
      clauses: `/v1/treaties/${treaty}/clauses`,
      acts: `/v1/acts?treaty=${treaty}&state=${state}`,
      statements: `/v1/statements?treaty=${treaty}&state=${state}`,
    },
  }
}

const showContested = once((database: Database) => {
  const { act: showAct } = showBecause(database)
  const states = namesOfStates(database)
  const showState = (id: string) => stateRef({ id, name: states.get(id) ?? id })
  return shownOnce(({ act, by }: Contested) => ({
    act: showAct(act),
    by: by.map(({ act, state, certain }) => ({
      act: showAct(act),
      state: state === null ? null : showState(state),
      certain,
    })),
  }))
})

const ids = (things: { id: string }[]) => [...new Set(things.map(({ id }) => id))]

/** The statements that the derivation of a standing names, each once, in their order. */
export const statementsFor = ({ because }: ReturnType<typeof membershipOf>) =>
  ids(because.flatMap(({ statements }) => statements))

/** The acts and statements that a standing and its withdrawal name as their reasons, each once, in their order. */
export function restsOn({ because, withdrawal, contested }: ReturnType<typeof membershipOf>) {
  const steps = [...because, ...withdrawal.steps.flatMap((step) => step.because)]
  const acts = [
    ...steps.flatMap(({ act }) => act ?? []),
    ...withdrawal.steps.flatMap(({ act }) => act ?? []),
    ...contested.flatMap(({ act, by }) => [act, ...by.map((objection) => objection.act)]),
  ]
  return { acts: ids(acts), statements: ids(steps.flatMap(({ statements }) => statements)) }
}
