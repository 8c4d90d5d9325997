import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { code } from './code.ts'
import type { Context } from './context.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether the request names its record and every other pin, so that its answer cannot change. */
    pinned: boolean
  }
}

/** The form of every strong entity tag: the beginning of a SHA-256 of what it stands for. */
export const entityTag = (digest: Buffer): string => `"${digest.toString('base64url').slice(0, 27)}"`

/**
 * Gives every successful answer a strong ETag, a Last-Modified and a Cache-Control (RFC 9110, section 8.8; RFC 9111). An
 * answer that names its record and its days cannot change; every other may, so it is asked about again.
 */
export function answerCached(app: FastifyInstance, context: Context): void {
  app.decorateRequest('pinned', false)
  app.addHook('onSend', async (request, reply, payload) => {
    if (!isWhole(reply)) return payload
    if (!reply.hasHeader('cache-control'))
      reply.header('cache-control', request.pinned ? 'public, max-age=31536000, immutable' : 'public, no-cache')
    if (reply.getHeader('cache-control') === 'no-store') return payload
    if (!reply.hasHeader('last-modified')) reply.header('last-modified', lastModified(request, context))
    if (!reply.hasHeader('etag')) reply.header('etag', entityTag(digestOf(request, reply, payload, context)))
    return payload
  })
}

/**
 * Answers 304 to whoever holds the answer already (RFC 9110, section 13.2.2). It comes after compression, because each
 * encoding of an answer is a representation with an ETag of its own.
 */
export function answerConditions(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const hooks = [route.onSend ?? []].flat()
    // Fastify drops the body of a HEAD before all else; what its headers tell is told of the body, so that comes last.
    const dropBody = hooks.filter(({ name }) => name === 'headRouteOnSendHandler')
    route.onSend = [...hooks.filter((hook) => !dropBody.includes(hook)), conditions, ...dropBody]
  })
  const conditions = async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    const etag = reply.getHeader('etag')
    if (!isWhole(reply) || typeof etag !== 'string') return payload
    const encoding = reply.getHeader('content-encoding')
    const tag = encoding && etag.startsWith('"') ? `${etag.slice(0, -1)}-${encoding}"` : etag
    reply.header('etag', tag)
    const stream = payload instanceof Readable ? payload : undefined
    if (isHeld(request, tag, String(reply.getHeader('last-modified')))) {
      reply.code(304).removeHeader('content-length').removeHeader('content-encoding').removeHeader('content-range')
      stream?.destroy()
      if (request.method !== 'HEAD') return null
    }
    // Fastify puts the length of a HEAD's body into the header and drops the body; a 304 may tell the length of the 200.
    if (request.method !== 'HEAD' || !stream) return payload
    stream.destroy()
    return Readable.from([])
  }
}

const isWhole = ({ statusCode }: FastifyReply) => statusCode === 200 || statusCode === 206

/** A digest of the answer; of one that is streamed, of all that it follows from. */
function digestOf(request: FastifyRequest, reply: FastifyReply, payload: unknown, { snapshot, today }: Context) {
  const hash = createHash('sha256')
  if (typeof payload === 'string' || Buffer.isBuffer(payload)) return hash.update(payload).digest()
  const { id, inputs, file } = snapshot()
  const follows = [code.digest, id, inputs, file, today(), request.url, reply.getHeader('content-type')]
  return hash.update(JSON.stringify(follows)).digest()
}

/** When an answer last may have changed: with the record, with the code, and, where "today" enters, at midnight. */
function lastModified({ pinned }: FastifyRequest, { snapshot, today }: Context): string {
  const times = [snapshot().builtAt.getTime(), code.changed.getTime(), pinned ? 0 : Date.parse(today())]
  return new Date(Math.max(...times)).toUTCString()
}

/** Whether the client holds this representation: by `If-None-Match`, weakly compared, or without that by `If-Modified-Since`. */
function isHeld({ headers, method }: FastifyRequest, etag: string, modified: string): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined)
    return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  const since = headers['if-modified-since']
  return since !== undefined && (method === 'GET' || method === 'HEAD') && Date.parse(modified) <= Date.parse(since)
}
