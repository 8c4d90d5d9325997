import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TProperties, type TSchema, Type } from 'typebox'
import type { Day } from '../domain/partial-date.ts'
import type { Page, Paged } from '../storage/page.ts'
import type { Context } from './context.ts'
import { csv } from './formats/csv.ts'
import type { ListFormat } from './formats/list-format.ts'
import { ndjson } from './formats/ndjson.ts'
import { chooseFormat } from './formats/negotiation.ts'
import { type AnswerPins, pinOf } from './pins.ts'
import { invalidParameter, problemResponses } from './problems.ts'

const closed = { additionalProperties: false }

const pageParameters = {
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 200,
      description: 'How many to answer with at most. Default: 50; all, in the flat formats.',
      examples: [10],
    }),
  ),
  format: Type.Optional(
    Type.Enum(['json', 'csv', 'ndjson'], {
      type: 'string',
      description: 'The format; otherwise `Accept` says it.',
      examples: ['json'],
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

type PageQuery = { limit?: number; cursor?: string }

/** The page that a request asks for, of the list called `name`. Throws a 400 for a cursor of another list. */
function readPage({ limit = 50, cursor }: PageQuery, name: string, keys: number): Page {
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

/** A list: its name and the number of its keys for cursors, the schema of its rows, how it is read, and how a row is shown. */
export type List<R, T> = {
  name: string
  keys: number
  row: TSchema
  read: (page: Page) => Paged<R>
  show: (row: R) => T
}

const listFormats = { csv, ndjson }
const listMediaTypes = { json: 'application/json', csv: csv.mediaType, ndjson: ndjson.mediaType } as const

/** The successful answer of a list, for its schema: a page as JSON, or the whole in each of the flat formats. */
export function listResponses<A extends TSchema>(description: string, answer: A, row: TSchema) {
  return {
    200: {
      description: [
        description,
        ...Object.values(listFormats).map((format) => `\n\n**${format.mediaType}**: ${format.describe(row)}`),
      ].join(''),
      content: {
        'application/json': { schema: answer },
        'text/csv': { schema: Type.String() },
        'application/x-ndjson': { schema: Type.String() },
      },
    },
    ...problemResponses(406),
  }
}

/** An answer with a page of a list, body and `Link` header (RFC 8288) saying the same; or the list in a flat format. */
export function answerList<R, T, B extends object = object>(
  request: FastifyRequest<{ Querystring: PageQuery }>,
  reply: FastifyReply,
  list: List<R, T>,
  context: Context,
  pins?: AnswerPins,
  beside?: B,
) {
  const { limit = 50, cursor: at } = request.query
  const page = readPage(request.query, list.name, list.keys)
  const format = chooseFormat(request, reply, listMediaTypes)
  // A stream is not what the schema types; it is sent as it is.
  if (format !== 'json') return streamList(request, reply, list, page, listFormats[format], format) as never
  const { rows, total, next } = list.read(page)
  const cursor = next ? Buffer.from(JSON.stringify([list.name, ...next])).toString('base64url') : null
  const links = linksOf(request, context, pins)
  if (cursor !== null) links.next = pathWith(request, { cursor })
  if (at !== undefined) links.first = pathWith(request, { cursor: undefined })
  const header = ['first', 'next'].flatMap((rel) => (links[rel] ? [`<${links[rel]}>; rel="${rel}"`] : []))
  if (header.length > 0) reply.header('link', header.join(', '))
  const data = rows.map(list.show)
  return { data, page: { total, limit, next: cursor }, pin: pinOf(context, pins), links, ...(beside as B) }
}

/** How many things a flat format reads and writes at a time. */
const atATime = 500

function streamList<R, T>(
  request: FastifyRequest<{ Querystring: PageQuery }>,
  reply: FastifyReply,
  { name, row, read, show }: List<R, T>,
  page: Page,
  format: ListFormat,
  extension: string,
) {
  const whole = request.query.limit === undefined && request.query.cursor === undefined
  function* written() {
    yield format.begin(row)
    let next: Page = whole ? { limit: atATime, after: undefined } : page
    for (;;) {
      const found = read(next)
      yield format.rows(row, found.rows.map(show))
      if (!whole || found.next === undefined) return
      next = { limit: atATime, after: found.next }
    }
  }
  reply.type(format.contentType).header('content-disposition', `inline; filename="${name}.${extension}"`)
  return Readable.from(written())
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
