import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import parseRange from 'range-parser'
import { Type } from '../../json-schema.ts'
import { bytesOf } from '../../storage/bytes.ts'
import { entityTag } from '../caching.ts'
import type { Context } from '../context.ts'
import { oneQuery } from '../offers.ts'
import { recordParameters } from '../pins.ts'
import { ProblemError, problemResponses } from '../problems.ts'
import { recordAsked } from './record-asked.ts'

const mediaType = 'application/vnd.sqlite3'
const file = { type: 'string', contentMediaType: mediaType, description: 'A SQLite database.' } as const
const content = { [mediaType]: { schema: Type.Unsafe<never>(file) } }

/** The record's own file, whole or in parts (RFC 9110, section 14). */
export const downloads =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/record.sqlite',
      {
        schema: {
          operationId: 'downloadRecord',
          summary: 'The whole record as one SQLite file',
          description: [
            'The file that this server answers from: every table, as `/v1/datapackage.json` describes them, and the index of the full-text search.',
            'One range of bytes can be asked for with `Range`, so that a download can be resumed; with `If-Range`, only as long as the file is the same.',
            '`Repr-Digest` (RFC 9530) has its SHA-256.',
          ].join(' '),
          tags: ['Downloads'],
          querystring: oneQuery(recordParameters),
          headers: Type.Object({
            range: Type.Optional(
              Type.String({
                description: 'The bytes wanted. Several ranges are answered with the whole.',
                examples: ['bytes=0-15'],
              }),
            ),
            'if-range': Type.Optional(
              Type.String({
                description: 'The ETag, or the day and time of Last-Modified, of the file of which a part is held.',
                examples: ['"an-etag-from-an-earlier-answer"'],
              }),
            ),
          }),
          response: {
            200: { description: 'The whole file.', content },
            206: { description: 'The part of the file that `Range` asks for; `Content-Range` says which.', content },
            ...problemResponses(400, 409, 416, 500),
          },
        },
        config: { examples: ['/v1/record.sqlite', '/v1/record.sqlite?recrod=1'], download: true },
      },
      async (request, reply) => {
        const { snapshot, bookmark } = recordAsked(request, context)
        const { size, sha256, read } = bytesOf(snapshot)
        const digest = await sha256
        reply
          .type(mediaType)
          .header('link', bookmark)
          .header('content-disposition', `attachment; filename="pacta-${snapshot.id}.sqlite"`)
          .header('accept-ranges', 'bytes')
          .header('repr-digest', `sha-256=:${digest.toString('base64')}:`)
          .header('etag', entityTag(digest))
          .header('last-modified', snapshot.builtAt.toUTCString())
        const { start, end } = partOf(request, reply, size)
        return reply.header('content-length', end - start + 1).send(read(start, end)) as never
      },
    )
  }

/** The part of the file that a request asks for; of one that asks for no single part, the whole. Throws a 416. */
function partOf(request: FastifyRequest, reply: FastifyReply, size: number): { start: number; end: number } {
  const whole = { start: 0, end: size - 1 }
  const { range, 'if-range': held } = request.headers
  // Range is defined for GET alone (RFC 9110, section 14.2).
  if (range === undefined || request.method !== 'GET') return whole
  // Compared strongly, as If-Range demands: a weak tag never matches, a time only to the second.
  if (held !== undefined && held !== reply.getHeader('etag') && held !== reply.getHeader('last-modified')) return whole
  // A client that holds the file already gets its 304, whatever part it asks for.
  const parts = parseRange(size, range, { combine: true })
  if (parts === -1) {
    for (const name of ['content-disposition', 'link', 'repr-digest', 'etag', 'last-modified']) reply.removeHeader(name)
    throw new ProblemError(
      'range-not-satisfiable',
      `The file has ${size} bytes; Range asks for "${range}".`,
      undefined,
      {
        'content-range': `bytes */${size}`,
      },
    )
  }
  const [part] = parts === -2 || parts.type !== 'bytes' || parts.length > 1 ? [] : parts
  if (!part) return whole
  reply.code(206).header('content-range', `bytes ${part.start}-${part.end}/${size}`)
  return part
}
