import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { once } from '../../domain/once.ts'
import { Type } from '../../json-schema.ts'
import type { Snapshot } from '../../storage/snapshot.ts'
import type { Context } from '../context.ts'
import { oneQuery } from '../offers.ts'
import { ProblemError, problemResponses } from '../problems.ts'

// Prepared once for each record: probes are counted by no limit.
const readingOf = once(({ database }: Snapshot) => database.$client.prepare('SELECT id FROM records'))

/** For whoever runs the server: whether it lives, and whether it can answer from the record. */
export const health =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/healthz',
      {
        schema: {
          operationId: 'getHealth',
          summary: 'Alive',
          description: 'Answers as long as the process lives.',
          tags: ['Health'],
          querystring: oneQuery({}),
          response: {
            200: { description: 'Alive.', ...Type.Object({ status: Type.Literal('alive') }) },
            ...problemResponses(400, 500),
          },
        },
        config: { examples: ['/healthz', '/healthz?verbose=true'] },
      },
      (_, reply) => {
        reply.header('cache-control', 'no-store')
        return { status: 'alive' as const }
      },
    )

    app.get(
      '/readyz',
      {
        schema: {
          operationId: 'getReadiness',
          summary: 'Ready',
          description: 'Answers 200 when the record can be read, and 503 as soon as the server is about to end.',
          tags: ['Health'],
          querystring: oneQuery({}),
          response: {
            200: { description: 'Ready.', ...Type.Object({ status: Type.Literal('ready'), record: Type.String() }) },
            ...problemResponses(400, 500),
            503: { ...problemResponses(503)[503], description: 'The server is about to end; ask another.' },
          },
        },
        config: { examples: ['/readyz', '/readyz?verbose=true'] },
      },
      (_, reply) => {
        // Whoever sends requests turns away first, while this one still answers all that come.
        if (context.isStopping?.())
          throw new ProblemError('stopping', 'The server finishes its last requests and ends.')
        const snapshot = context.snapshot()
        readingOf(snapshot).get()
        reply.header('cache-control', 'no-store')
        return { status: 'ready' as const, record: snapshot.id }
      },
    )
  }
