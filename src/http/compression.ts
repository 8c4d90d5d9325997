import compress from '@fastify/compress'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const compressible =
  /^(text\/(?!event-stream)|image\/svg\+xml|application\/([\w.-]+\+)?(json|xml|yaml|x-ndjson|javascript))/

/**
 * Compresses texts of a kilobyte or more with Brotli or gzip, as `Accept-Encoding` prefers. The record's file and parts of
 * it are sent as they are, so that their offsets mean the same to everyone, and what is compressed already is left alone.
 */
export async function answerCompressed(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip', 'identity'],
    threshold: 1024,
    globalDecompression: false,
    customTypes: (type) => compressible.test(type),
  })
  // The plugin says `Vary` only of what it compresses; what it would have compressed for another varies too.
  app.addHook('onRoute', (route) => {
    route.onSend = [...[route.onSend ?? []].flat(), vary]
  })
  const vary = async (_: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    if (!compressible.test(String(reply.getHeader('content-type')))) return payload
    const names = [reply.getHeader('vary') ?? []].flat().flatMap((value) => String(value).split(/\s*,\s*/))
    const others = names.filter((name) => name.toLowerCase() !== 'accept-encoding')
    reply.header('vary', [...others, 'Accept-Encoding'].join(', '))
    return payload
  }
}
