import { sourceKinds } from '../domain/evidence.ts'
import { nearestName } from '../domain/names.ts'
import { once } from '../domain/once.ts'
import type { Day } from '../domain/partial-date.ts'
import { Type } from '../json-schema.ts'
import type { Database } from '../storage/database.ts'
import type { Pins } from '../storage/pins.ts'
import type { Snapshot } from '../storage/snapshot.ts'
import { allSourceIds, sourcesAfter } from '../storage/sources.ts'
import type { Context } from './context.ts'
import { invalidParameter, problemWith } from './problems.ts'
import { sourceRef } from './references.ts'

const record = Type.Optional(
  Type.String({
    pattern: '^[0-9a-f]{16}$',
    title: 'the id of a record, 16 hexadecimal digits',
    description: 'The id of the record that must answer; another record is a 409.',
  }),
)

/** The pins of a list or thing that is not derived. */
export const pinParameters = {
  knownOn: Type.Optional(
    Type.String({
      format: 'day-or-today',
      description:
        'Use only what could be known by this day: what had been published, and what a depositary had been given or had notified. Default: today (UTC).',
      examples: ['2025-06-30'],
    }),
  ),
  accordingTo: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
      minItems: 1,
      maxItems: 200,
      description: `Use only these sources: ids or kinds (${sourceKinds.join(', ')}), separated by commas or given again. Default: all.`,
      examples: [['article']],
    }),
  ),
  record,
}

/** The query of what needs no pins, only the record. */
export const recordParameters = { record }

/** The pins of an answer that is derived for a day. */
export const derivedParameters = {
  asOf: Type.Optional(
    Type.String({
      format: 'day-or-today',
      description: 'The day that the answer is about. Default: today (UTC).',
      examples: ['2025-07-01'],
    }),
  ),
  ...pinParameters,
}

/** The pins of an answer; `asOf` only where it is derived for a day. */
export type AnswerPins = Pins & { asOf?: Day }

type PinQuery = { knownOn?: string; accordingTo?: string[]; record?: string }

/** The pins of a request, with their defaults. Throws a 400 for a source that is not known, a 409 for another record. */
export function readPins(query: PinQuery, { snapshot, today }: Context): Pins {
  expectRecord(query, snapshot())
  const { knownOn = 'today', accordingTo = ['all'] } = query
  const named = accordingTo.filter((name) => name !== 'all').map((name) => sourceNamed(name, snapshot()))
  return {
    knownOn: knownOn === 'today' ? today() : knownOn,
    // What is named beside `all` is among them.
    accordingTo: accordingTo.includes('all') ? 'all' : [...new Set(named)],
  }
}

/** The pins of a derived answer, the day it is about included. */
export function readDerivedPins(query: PinQuery & { asOf?: string }, context: Context): Pins & { asOf: Day } {
  const { asOf = 'today' } = query
  return { asOf: asOf === 'today' ? context.today() : asOf, ...readPins(query, context) }
}

/** Throws a 409 where the request is pinned to a record that is not served. */
export function expectRecord(query: { record?: string }, { id }: Snapshot): void {
  const { record } = query
  if (record === undefined || record === id) return
  const message = `this server serves the record ${id}, not ${record}`
  throw problemWith('another-record', { parameter: 'record', value: record, message, allowed: [id] })
}

/** What sources are named by: their kinds and their ids. */
const sourceNames = once((database: Database): string[] => ['all', ...sourceKinds, ...allSourceIds(database)])

function sourceNamed(name: string, { database }: Snapshot): string {
  const allowed = sourceNames(database)
  if (allowed.includes(name)) return name
  throw invalidParameter({
    parameter: 'accordingTo',
    value: name,
    message: `the record holds no source "${name}"`,
    allowed: ['all', ...sourceKinds, 'the id of a source'],
    nearest: nearestName(name, allowed),
  })
}

/** What an answer was pinned to, as it says so itself. */
export function pinOf({ snapshot }: Context, pins: AnswerPins | undefined) {
  const { id, database } = snapshot()
  if (!pins) return { record: id }
  const { asOf, knownOn, accordingTo } = pins
  return {
    record: id,
    asOf,
    knownOn,
    accordingTo: accordingTo === 'all' ? ['all'] : accordingTo,
    notYetPublished: sourcesAfter(database, pins).map(({ id, publisher, given, assessed }) => ({
      ...sourceRef({ id, publisher }),
      given,
      assessed,
    })),
  }
}
