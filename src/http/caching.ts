import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether the request names its record and every other pin, so that its answer cannot change. */
    pinned: boolean
  }
}

/**
 * Gives every successful answer a strong ETag and answers 304 to whoever holds it already (RFC 9110, sections 8.8.3 and
 * 13.1.2). An answer that names its record and its days cannot change; every other may, so it is asked about again.
 */
export function answerCached(app: FastifyInstance): void {
  app.decorateRequest('pinned', false)
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode !== 200 || (typeof payload !== 'string' && !Buffer.isBuffer(payload))) return payload
    const etag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`
    reply.header('etag', etag)
    if (!reply.hasHeader('cache-control'))
      reply.header('cache-control', request.pinned ? 'public, max-age=31536000, immutable' : 'public, no-cache')
    if (!holds(request.headers['if-none-match'], etag)) return payload
    reply.code(304).removeHeader('content-length')
    // Fastify puts the length of a HEAD's body into the header and drops the body; a 304 may tell the length of the 200.
    return request.method === 'HEAD' ? payload : null
  })
}

/** Whether an `If-None-Match` header names this entity tag, by weak comparison. */
function holds(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
