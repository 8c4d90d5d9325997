import { hash } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Day } from '../domain/partial-date.ts'
import type { Stretch } from '../domain/stretch.ts'
import type { Snapshot } from '../storage/snapshot.ts'
import { code } from './code.ts'
import { compress, compressed, encodingFor, isCompressible } from './compression.ts'
import { isHeld, toldWith304 } from './conditions.ts'
import type { Context } from './context.ts'
import type { KeptAnswers } from './door/kept-answers.ts'
import { originOf } from './links.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether the request names its record and every other pin, so that its answer cannot change. */
    pinned: boolean
    /** Whether its answer follows from its address, the origin that was asked, the record, the code and the day alone. */
    derived: boolean
    /** The days on which its answer may say the same but for the day that it names; set where that is worth knowing. */
    stretch: (() => Stretch) | undefined
    /** The record that was served and the day that it was when the request came: what its answer is tagged with. */
    edition: { snapshot: Snapshot; day: Day }
  }
}

/** The form of every strong entity tag: the beginning of a SHA-256 of what it stands for, in base64url. */
const entityTagOf = (digest: string): string => `"${digest.slice(0, 27)}"`

/** The entity tag of what has this SHA-256. */
export const entityTag = (digest: Buffer): string => entityTagOf(digest.toString('base64url'))

/** Says of an answer about a day that it is derived, and on which days it may say the same but for the days that count from it. */
export function derivedForDays(request: FastifyRequest, stretch: () => Stretch): void {
  request.derived = true
  request.stretch = stretch
}

type Payload = string | Buffer | Readable

/**
 * Makes of every successful answer a representation that can be kept: with a Cache-Control, a Last-Modified and a strong ETag
 * (RFC 9110, section 8.8; RFC 9111), compressed as the client prefers, each encoding under an ETag of its own, and as 304 for
 * whoever holds it. An answer that names its record and its days cannot change; every other may, so it is asked about again.
 * It is offered to the kept answers as it is.
 */
export function answerCached(app: FastifyInstance, context: Context): void {
  app.decorateRequest('pinned', false)
  app.decorateRequest('derived', false)
  app.decorateRequest('stretch', undefined)
  // Read before the route is run. A tag may tell of a day or a record that is over by the time of the answer, which nobody will
  // be asked about again; never of one that the answer has not seen.
  app.decorateRequest('edition', null as never)
  app.addHook('onRequest', (request, _, done) => {
    request.edition = { snapshot: context.snapshot(), day: context.today() }
    done()
  })
  // With a callback, and one for all: each hook that returns a promise costs every answer a turn.
  app.addHook<Payload | null>('onSend', (request, reply, payload, done) => {
    if (payload === null || (reply.statusCode !== 200 && reply.statusCode !== 206)) return done(null, payload)
    if (!reply.hasHeader('cache-control'))
      reply.header('cache-control', request.pinned ? 'public, max-age=31536000, immutable' : 'public, no-cache')
    const packable = isCompressible(reply.getHeader('content-type'))
    if (packable) {
      const vary = reply.getHeader('vary')
      reply.header('vary', vary === undefined ? 'Accept-Encoding' : `${vary}, Accept-Encoding`)
    }
    const stored = reply.getHeader('cache-control') !== 'no-store'
    if (stored && !reply.hasHeader('last-modified')) reply.header('last-modified', lastModified(request))
    if (stored && !reply.hasHeader('etag')) reply.header('etag', tagOf(request, reply, payload))

    const encoding = packable && !reply.hasHeader('content-encoding') ? encodingFor(request, payload) : undefined
    if (encoding === undefined) return done(null, finish(request, reply, payload, context))
    reply.removeHeader('content-length').header('content-encoding', encoding)
    const etag = reply.getHeader('etag')
    if (typeof etag === 'string') reply.header('etag', `${etag.slice(0, -1)}-${encoding}"`)
    if (payload instanceof Readable) return done(null, finish(request, reply, compressed(payload, encoding), context))
    compress(payload, encoding, (error, body) => {
      if (error) return done(error)
      done(null, finish(request, reply, body, context))
    })
  })
}

/** What is sent of a representation: the whole, nothing but its headers, or 304 (RFC 9110, section 13.2.2). */
function finish(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: Payload,
  { keptAnswers }: Context,
): Payload | null {
  const etag = reply.getHeader('etag')
  const stream = payload instanceof Readable ? payload : undefined
  if (typeof etag === 'string') {
    if (keptAnswers && stream === undefined && request.method === 'GET' && reply.statusCode === 200)
      offer(request, reply, payload as string | Buffer, keptAnswers)
    if (isHeld(request, etag, String(reply.getHeader('last-modified')))) {
      reply.code(304)
      for (const name of Object.keys(reply.getHeaders())) if (!isTold(name, request.method)) reply.removeHeader(name)
      stream?.destroy()
      if (request.method !== 'HEAD') return null
    }
  }
  // Fastify puts the length of a HEAD's body into the header and drops the body; a 304 may tell the length of the 200.
  if (request.method !== 'HEAD' || !stream) return payload
  stream.destroy()
  return Readable.from([])
}

/** Offers an answer to be kept; one about a day, and sent as it was written, for the other days of its stretch as well. */
function offer(request: FastifyRequest, reply: FastifyReply, payload: string | Buffer, kept: KeptAnswers): void {
  const { raw, stretch } = request
  const headers = reply.getHeaders() as OutgoingHttpHeaders
  const route = raw.route ?? 'none'
  kept.offer(raw, headers, payload, route)
  const { host, accept = '*/*' } = request.headers
  if (!stretch || host === undefined || headers['content-encoding'] !== undefined) return
  const tagAt = tagsOf(request, reply)
  const answerAt = async (url: string) => {
    const { headers, rawPayload } = await request.server.inject({ url, headers: { host, accept } })
    return { headers, body: rawPayload }
  }
  kept
    .offerForDays(raw, { headers, body: payload, route, stretch, tagAt, answerAt })
    .catch((error) => request.log.error(error, 'an answer could not be kept for other days'))
}

/** A 304 to a HEAD tells the length of what is held besides. */
const isTold = (name: string, method: string) =>
  toldWith304.includes(name) || (method === 'HEAD' && name === 'content-length')

/** The entity tag of an answer; of one that is streamed, or derived, by all that it follows from. */
function tagOf(request: FastifyRequest, reply: FastifyReply, payload: Payload): string {
  if (payload instanceof Readable || request.derived) return tagsOf(request, reply)(request.url)
  return entityTagOf(hash('sha256', payload, 'base64url'))
}

/** The entity tags of what is derived as this answer is, by its address. */
function tagsOf(request: FastifyRequest, reply: FastifyReply): (url: string) => string {
  const { id, inputs } = request.edition.snapshot
  const day = request.pinned ? '' : request.edition.day
  const follows = [code.digest, id, inputs, day, originOf(request), reply.getHeader('content-type')]
  return (url) => entityTagOf(hash('sha256', [...follows, url].join('\n'), 'base64url'))
}

/** When an answer last may have changed: with the record, with the code, and, where "today" enters, at midnight. */
function lastModified({ pinned, edition }: FastifyRequest): string {
  const midnight = pinned ? 0 : Date.parse(edition.day)
  return httpDate(Math.max(edition.snapshot.builtAt.getTime(), code.changed.getTime(), midnight))
}

let [timeWritten, dateWritten] = [Number.NaN, '']

/** A time, in milliseconds, as HTTP writes it (RFC 9110, section 5.6.7); nearly always it is the one that was written last. */
function httpDate(time: number): string {
  if (time !== timeWritten) [timeWritten, dateWritten] = [time, new Date(time).toUTCString()]
  return dateWritten
}
