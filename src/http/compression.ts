import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

const compressible = /^(text\/(?!event-stream)|image\/svg\+xml|application\/([\w.-]+\+)?(json|xml|yaml|x-ndjson|javascript))/

/**
 * Compresses texts of a kilobyte or more with Brotli or gzip, as `Accept-Encoding` prefers. The record's file and parts of
 * it are sent as they are, so that their offsets mean the same to everyone, and what is compressed already is left alone.
 */
export async function answerCompressed(app: FastifyInstance): Promise<void> {
  // The plugin says `Vary` only of what it compresses; what it would have compressed for others varies too.
  app.addHook('onSend', async (_, reply, payload) => {
    if (isCompressible(String(reply.getHeader('content-type')))) addVary(reply, 'Accept-Encoding')
    return payload
  })
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    globalDecompression: false,
    customTypes: isCompressible,
  })
}
