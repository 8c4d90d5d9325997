import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { foldName } from '../domain/names.ts'
import type { TSchema } from '../json-schema.ts'
import { type Page, type Paged, PlaceGone } from '../storage/page.ts'
import type { Context } from './context.ts'
import type { Citation } from './formats/citation.ts'
import type { FeedEntry } from './formats/feed.ts'
import { jsonld, type Linked } from './formats/jsonld.ts'
import { chooseFormat } from './formats/negotiation.ts'
import { streamed } from './formats/stream.ts'
import { linksOf, notePinned, originOf, pathWith, permalinkOf } from './links.ts'
import {
  allFormats,
  cited,
  citedFormats,
  feedFormats,
  feeds,
  flat,
  linkedFormats,
  listFormats,
  offered,
} from './offers.ts'
import { sendInPieces } from './pieces.ts'
import { type AnswerPins, pinOf } from './pins.ts'
import { invalidParameter } from './problems.ts'
import { expectTurn } from './turns.ts'

type PageQuery = { limit?: number; cursor?: string }

/** The page of a list that a request asks for. Throws a 400 for a cursor of another list, or of other filters. */
function readPage({ limit = 50, cursor }: PageQuery, identities: string[], keys: number): Page {
  if (cursor === undefined) return { limit, after: undefined }
  const [of = '', ...after] = decode(cursor)
  if (!of.split(' ').some((one) => identities.includes(one)) || after.length !== keys)
    throw invalidParameter({
      parameter: 'cursor',
      value: cursor,
      message: 'this is not a cursor of this list with these filters',
    })
  return { limit, after }
}

/**
 * What tells a list from every other, whatever the size and the format of its pages: its path and its filters, as they were
 * given, which stay the same when a day ends, and with every pin, which stay the same in a permalink.
 */
function identitiesOf({ self, permalink }: ReturnType<typeof linksOf>): string[] {
  const identities = [self, permalink].map((url) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    for (const name of ['cursor', 'limit', 'format', 'record']) searchParams.delete(name)
    searchParams.sort()
    return createHash('sha256').update(`${pathname}?${searchParams}`).digest('base64url').slice(0, 8)
  })
  return [...new Set(identities)]
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
  const links = linksOf(request, context, pins)
  notePinned(request, links)
  return { data, pin: pinOf(context, pins), links }
}

/** Where an answer stands: the origin that was asked, the permalink of the thing there, the record, the day of knowledge. */
export type Setting = { origin: string; permalink: string; record: string; pins: AnswerPins | undefined }

/** An answer about one thing in the format that the client prefers: JSON, or what it is as linked data or to cite. */
export function answerFormatted<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  data: T,
  context: Context,
  pins: AnswerPins | undefined,
  as: { linked?: (setting: Setting) => Linked; cited?: (setting: Setting) => Citation },
) {
  const formats = as.linked ? (as.cited ? allFormats : linkedFormats) : citedFormats
  const format = chooseFormat(request, reply, offered(formats))
  if (format === 'json') return answerOne(request, data, context, pins)
  const origin = originOf(request)
  const setting = { origin, permalink: permalinkOf(request, context, pins), record: context.snapshot().id, pins }
  // In every format, an answer that names all of its pins cannot change.
  notePinned(request, linksOf(request, context, pins))
  // Text is not what the schema types; it is sent as it is.
  const send = (contentType: string, text: string) => reply.type(contentType).serializer(String).send(text) as never
  if (format === 'jsonld')
    return send(jsonld.contentType, jsonld.write({ origin, thing: as.linked?.(setting) as Linked }))
  const { contentType, write } = cited[format as keyof typeof cited]
  return send(contentType, write(as.cited?.(setting) as Citation))
}

/** A list: its name and the number of its keys for cursors, the schema of its rows, how it is read, and how a row is shown. */
export type List<R, T> = {
  name: string
  /** Whether its pages are written as they stand, which is their schema's order, instead of by their schema. */
  inPieces?: boolean
  keys: number
  row: TSchema
  read: (page: Page) => Paged<R>
  show: (row: R) => T
  /** How the list is followed: its newest rows, and what a feed says of one. */
  feed?: { title: string; newest: (limit: number) => R[]; entry: (row: R) => FeedEntry }
}

/** An answer with a page of a list, body and `Link` header (RFC 8288) saying the same; or the list in another format. */
export function answerList<R, T, B extends object = object>(
  request: FastifyRequest<{ Querystring: PageQuery }>,
  reply: FastifyReply,
  list: List<R, T>,
  context: Context,
  pins?: AnswerPins,
  beside?: B,
) {
  const { limit = 50, cursor: at } = request.query
  const links = linksOf(request, context, pins)
  notePinned(request, links)
  const identities = identitiesOf(links)
  const page = readPage(request.query, identities, list.keys)
  const format = chooseFormat(request, reply, offered(list.feed ? feedFormats : listFormats))
  if (format === 'atom' || format === 'jsonfeed') return sendFeed(request, reply, list, context, pins, format)
  const isFlat = format === 'csv' || format === 'ndjson'
  // Whoever follows a link of a file need not ask for it by `Accept` again.
  const named = isFlat ? { format } : {}
  const bookmark = isFlat ? [{ rel: 'bookmark', href: permalinkOf(request, context, pins, format) }] : []
  if (isFlat) {
    const file = fileName(list.name, request, context)
    reply.type(flat[format].contentType).header('content-disposition', `inline; filename="${file}.${format}"`)
    // Neither a stream nor text is what the schema types; both are sent as they are.
    if (request.query.limit === undefined && at === undefined) {
      expectTurn(request)
      // Whoever has fewer rows than these has a part of the file.
      const { total } = list.read({ limit: 1, after: undefined })
      reply.header('link', linkHeader(bookmark)).header('x-total-count', total)
      return streamed(list, flat[format]) as never
    }
  }
  const { rows, total, next } = readFrom(list, page, at)
  const cursor = next ? Buffer.from(JSON.stringify([identities.join(' '), ...next])).toString('base64url') : null
  if (cursor !== null) links.next = pathWith(request, { ...named, cursor })
  if (at !== undefined) links.first = pathWith(request, { ...named, cursor: undefined })
  // What JSON has in its body beside the rows, a flat format has in its headers.
  const told = ['first', 'next'].map((rel) => ({ rel, href: links[rel] })).concat(bookmark)
  const header = linkHeader(told)
  if (header !== '') reply.header('link', header)
  const data = rows.map(list.show)
  if (isFlat) {
    const { begin, rows } = flat[format]
    reply.header('x-total-count', total).serializer(String)
    return (begin(list.row) + rows(list.row, data)) as never
  }
  const answer = { data, ...(beside as B), page: { total, limit, next: cursor }, pin: pinOf(context, pins), links }
  return list.inPieces ? sendInPieces(reply, answer) : answer
}

/**
 * What the file of a list is called: by the list, by the treaty and the state that its path or its query names, by the first and the
 * last day that are asked for, and by the record; so that files of different treaties and states can lie side by side. The day
 * that it is as of is not in it: what is kept of a list is kept for many days.
 */
function fileName(list: string, { params, query }: FastifyRequest, { snapshot, today }: Context): string {
  const { treaty, state, ...window } = query as { treaty?: string; state?: string; from?: string; to?: string }
  const days = (['from', 'to'] as const).flatMap((end) => {
    const day = window[end]
    return day === undefined ? [] : [`${end} ${day === 'today' ? today() : day}`]
  })
  const names = [...Object.values(params as Record<string, string>), treaty ?? '', state ?? '', ...days]
  const named = names.map((name) =>
    foldName(name)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, mostInFileName)
      .replace(/^-|-$/g, ''),
  )
  return [list, ...named, snapshot().id].filter((part) => part !== '').join('-')
}

/** So many letters of each name: file systems take 255 octets in all. */
const mostInFileName = 60

/** A page of a list. Throws a 400 where the place to which its cursor leads is gone. */
function readFrom<R, T>({ read }: List<R, T>, page: Page, cursor: string | undefined): Paged<R> {
  try {
    return read(page)
  } catch (error) {
    if (!(error instanceof PlaceGone)) throw error
    const message = 'this cursor leads to nothing in this list any more; begin again without it'
    throw invalidParameter({ parameter: 'cursor', value: cursor, message })
  }
}

/** Those links that there are, as a `Link` header (RFC 8288). */
const linkHeader = (links: { rel: string; href: string | undefined }[]): string =>
  links.flatMap(({ rel, href }) => (href === undefined ? [] : [`<${href}>; rel="${rel}"`])).join(', ')

function sendFeed<R, T>(
  request: FastifyRequest<{ Querystring: PageQuery }>,
  reply: FastifyReply,
  list: List<R, T>,
  context: Context,
  pins: AnswerPins | undefined,
  format: keyof typeof feeds,
) {
  const { limit = 50, cursor } = request.query
  if (cursor !== undefined)
    throw invalidParameter({
      parameter: 'cursor',
      value: cursor,
      message: 'a feed has the newest things only, no pages',
    })
  const { contentType, write } = feeds[format]
  const entries = (list.feed?.newest(limit) ?? []).map((row) => list.feed?.entry(row) as FeedEntry)
  const text = write({
    title: list.feed?.title ?? list.name,
    origin: originOf(request),
    self: pathWith(request, {}),
    list: pathWith(request, { format: undefined, limit: undefined }),
    // A feed without entries is as old as the day up to which it would have them.
    updated: entries[0]?.updated ?? pins?.knownOn ?? context.today(),
    entries,
  })
  return reply.type(contentType).serializer(String).send(text) as never
}
