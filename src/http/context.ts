import type { Day } from '../domain/partial-date.ts'
import type { KeptRecords } from '../storage/kept.ts'
import type { Snapshot } from '../storage/snapshot.ts'
import type { KeptAnswers } from './door/kept-answers.ts'

/**
 * What the routes need: the record as it is served now, the day it is, the earlier records that are at hand, if any, the
 * origin by which clients reach the server, if it is configured, where answers are kept, if they are, and whether the server
 * is about to end.
 */
export type Context = {
  snapshot: () => Snapshot
  today: () => Day
  kept?: KeptRecords
  origin?: string | undefined
  keptAnswers?: KeptAnswers | undefined
  isStopping?: () => boolean
}

/** The context with the record and the day that there are now, for an answer during which others have their turn. */
export function frozen(context: Context): Context {
  const [snapshot, today] = [context.snapshot(), context.today()]
  return { ...context, snapshot: () => snapshot, today: () => today }
}
