import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TProperties, Type } from 'typebox'
import { sourceKinds } from '../domain/evidence.ts'
import { nearestName } from '../domain/names.ts'
import type { Day } from '../domain/partial-date.ts'
import type { Page, Paged } from '../storage/page.ts'
import type { Pins } from '../storage/pins.ts'
import type { Snapshot } from '../storage/snapshot.ts'
import { allSourceIds, sourcesAfter } from '../storage/sources.ts'
import { allStateNames, stateNamed } from '../storage/states.ts'
import { allTreatyNames, treatyNamed } from '../storage/treaties.ts'
import { invalidParameter, ProblemError, unknownThing } from './problems.ts'
import { sourceRef } from './references.ts'

/** What the routes need: the record as it is served now, and the day it is. */
export type Context = { snapshot: () => Snapshot; today: () => Day }

const closed = { additionalProperties: false }

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
      description: 'Use only what had been published by this day. Default: today (UTC).',
      examples: ['2025-06-30'],
    }),
  ),
  accordingTo: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1000,
      description: `Use only these sources: ids or kinds (${sourceKinds.join(', ')}), separated by commas. Default: all.`,
      examples: ['article'],
    }),
  ),
  record,
}

const pageParameters = {
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 200,
      default: 50,
      description: 'How many to answer with at most.',
      examples: [10],
    }),
  ),
  cursor: Type.Optional(
    Type.String({ maxLength: 1000, description: 'Where to go on: `page.next` of the page before.' }),
  ),
}

/** The query of a list: its filters, pins and page; anything else is a 400. */
export const listQuery = <T extends TProperties>(parameters: T) =>
  Type.Object({ ...parameters, ...pageParameters }, closed)

/** The query of one thing. */
export const oneQuery = <T extends TProperties>(parameters: T) => Type.Object(parameters, closed)

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

type PinQuery = Partial<Record<'knownOn' | 'accordingTo' | 'record', string>>

/** The pins of a request, with their defaults. Throws a 400 for a source that is not known, a 409 for another record. */
export function readPins(query: PinQuery, { snapshot, today }: Context): Pins {
  expectRecord(query, snapshot())
  const { knownOn = 'today', accordingTo = 'all' } = query
  return {
    knownOn: knownOn === 'today' ? today() : knownOn,
    accordingTo:
      accordingTo === 'all' ? 'all' : accordingTo.split(',').map((name) => sourceNamed(name.trim(), snapshot())),
  }
}

/** The pins of a derived answer, the day it is about included. */
export function readDerivedPins(query: PinQuery & { asOf?: string }, context: Context): Pins & { asOf: Day } {
  const { asOf = 'today' } = query
  return { asOf: asOf === 'today' ? context.today() : asOf, ...readPins(query, context) }
}

/** Throws a 409 where the request is pinned to a record that is not served. */
export function expectRecord(query: { record?: string }, { id }: Snapshot): void {
  if (query.record !== undefined && query.record !== id)
    throw new ProblemError('another-record', `This server serves the record ${id}, not ${query.record}.`)
}

function sourceNamed(name: string, { database }: Snapshot): string {
  const allowed = [...sourceKinds, ...allSourceIds(database)]
  if (allowed.includes(name)) return name
  throw invalidParameter({
    parameter: 'accordingTo',
    value: name,
    message: `the record holds no source "${name}"`,
    allowed,
    nearest: nearestName(name, allowed),
  })
}

type PageQuery = { limit?: number; cursor?: string }

/** The page that a request asks for, of the list called `name`. Throws a 400 for a cursor of another list. */
export function readPage({ limit = 50, cursor }: PageQuery, name: string, keys: number): Page {
  if (cursor === undefined) return { limit, after: undefined }
  const [of, ...after] = decode(cursor)
  if (of !== name || after.length !== keys)
    throw invalidParameter({ parameter: 'cursor', value: cursor, message: 'this is not a cursor of this list' })
  return { limit, after }
}

function decode(cursor: string): string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(keys) && keys.every((key) => typeof key === 'string') ? keys : []
  } catch {
    return []
  }
}

/** An answer about one thing, pinned and linked. */
export function answerOne<T>(request: FastifyRequest, data: T, context: Context, pins?: AnswerPins) {
  return { data, pin: pinOf(context, pins), links: linksOf(request, context, pins) }
}

/** An answer with a page of a list; body and `Link` header (RFC 8288) say the same. */
export function answerList<R, T>(
  request: FastifyRequest<{ Querystring: PageQuery }>,
  reply: FastifyReply,
  name: string,
  { rows, total, next }: Paged<R>,
  show: (row: R) => T,
  context: Context,
  pins?: AnswerPins,
) {
  const cursor = next ? Buffer.from(JSON.stringify([name, ...next])).toString('base64url') : null
  const links = linksOf(request, context, pins)
  if (cursor !== null) links.next = pathWith(request, { cursor })
  const { limit = 50, cursor: at } = request.query
  if (at !== undefined) links.first = pathWith(request, { cursor: undefined })
  const header = ['first', 'next'].flatMap((rel) => (links[rel] ? [`<${links[rel]}>; rel="${rel}"`] : []))
  if (header.length > 0) reply.header('link', header.join(', '))
  return { data: rows.map(show), page: { total, limit, next: cursor }, pin: pinOf(context, pins), links }
}

function pinOf({ snapshot }: Context, pins: AnswerPins | undefined) {
  const { id, database } = snapshot()
  if (!pins) return { record: id }
  const { asOf, knownOn, accordingTo } = pins
  return {
    asOf,
    knownOn,
    accordingTo: accordingTo === 'all' ? ['all'] : accordingTo,
    record: id,
    notYetPublished: sourcesAfter(database, pins).map(({ given, assessed, ...source }) => ({
      ...sourceRef(source),
      given,
      assessed,
    })),
  }
}

/** `self` as it was asked; `permalink` with every pin given, so that it answers the same for as long as the record is served. */
function linksOf(
  request: FastifyRequest,
  { snapshot, today }: Context,
  pins: AnswerPins | undefined,
): { self: string } & Record<string, string> {
  const permanent = pins && {
    ...(pins.asOf && { asOf: pins.asOf }),
    knownOn: pins.knownOn,
    accordingTo: pins.accordingTo === 'all' ? 'all' : pins.accordingTo.join(','),
  }
  const self = pathWith(request, {})
  const permalink = pathWith(request, { ...daysMeant(request, today()), ...permanent, record: snapshot().id })
  request.pinned = self === permalink
  return { self, permalink }
}

/** Every day that is given as `today`, as the day that it is. */
function daysMeant(request: FastifyRequest, today: Day): Record<string, Day> {
  const given = Object.entries(request.query as Record<string, unknown>)
  return Object.fromEntries(given.filter(([, value]) => value === 'today').map(([name]) => [name, today]))
}

function pathWith(request: FastifyRequest, changes: Record<string, string | undefined>): string {
  const url = new URL(request.url, 'http://localhost')
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  return url.pathname + url.search
}

/** The id of the state that a path names; 404 with the nearest name otherwise. */
export function stateInPath(text: string, { snapshot }: Context): string {
  const { database } = snapshot()
  const id = stateNamed(database, text)
  if (id === undefined) throw unknownThing('state', 'state', text, nearestName(text, allStateNames(database)))
  return id
}

/** The id of the state that a filter names; 400 with the nearest name otherwise. */
export function stateInQuery(text: string | undefined, { snapshot }: Context, parameter = 'state'): string | undefined {
  if (text === undefined) return undefined
  const { database } = snapshot()
  return stateNamed(database, text) ?? refuse('state', text, allStateNames(database), parameter)
}

/** The id of the treaty that a path names; 404 with the nearest name otherwise. */
export function treatyInPath(text: string, { snapshot }: Context): string {
  const { database } = snapshot()
  const id = treatyNamed(database, text)
  if (id === undefined) throw unknownThing('treaty', 'treaty', text, nearestName(text, allTreatyNames(database)))
  return id
}

/** The id of the treaty that a filter names; 400 with the nearest name otherwise. */
export function treatyInQuery(
  text: string | undefined,
  { snapshot }: Context,
  parameter = 'treaty',
): string | undefined {
  if (text === undefined) return undefined
  const { database } = snapshot()
  return treatyNamed(database, text) ?? refuse('treaty', text, allTreatyNames(database), parameter)
}

/** An id that a filter names; 400 with the nearest one that the record holds otherwise. */
export function idInQuery(noun: string, id: string | undefined, ids: () => string[]): string | undefined {
  if (id === undefined) return undefined
  const known = ids()
  return known.includes(id) ? id : refuse(noun, id, known)
}

function refuse(noun: string, value: string, names: string[], parameter = noun): never {
  const message = `the record holds no ${noun} "${value}"`
  throw invalidParameter({ parameter, value, message, nearest: nearestName(value, names) })
}

/** The filter parameters that several lists share. */
export const filterParameters = {
  treaty: Type.Optional(
    Type.String({
      maxLength: 300,
      description: 'A treaty: its id, UN reference or any recorded name, in any case.',
      examples: ['ottawa-convention'],
    }),
  ),
  state: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'A state: ISO alpha-3 or alpha-2, M49, or any recorded name, in any case.',
      examples: ['ukraine'],
    }),
  ),
}
