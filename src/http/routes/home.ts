import { readFileSync } from 'node:fs'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Negotiator from 'negotiator'
import { inProject } from '../../project.ts'
import { coverageOf } from '../../storage/coverage.ts'
import { RecordAnswer } from '../components/record.ts'
import type { Context } from '../context.ts'
import { homeHeaders } from '../headers.ts'
import { problemResponses } from '../problems.ts'
import { describeRecord } from './record.ts'

const read = (name: string) => readFileSync(inProject(`src/http/pages/${name}`), 'utf8')

/** The front page for a person; the same as `/v1` for a program. */
export const home =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const template = read('home.html')
    for (const [name, type] of [
      ['home.css', 'text/css'],
      ['pacta.svg', 'image/svg+xml'],
    ] as const) {
      const content = read(name)
      app.get(`/assets/${name}`, { schema: { hide: true } }, (_, reply) =>
        reply.type(`${type}; charset=utf-8`).header('cache-control', 'public, max-age=3600').send(content),
      )
    }

    app.get(
      '/',
      {
        schema: {
          operationId: 'getHome',
          summary: 'Front page',
          description: 'A page for a person (`Accept: text/html`); the same as `/v1` for a program.',
          tags: ['Record'],
          response: {
            200: {
              description: 'A page, or the record.',
              content: { 'application/json': { schema: RecordAnswer }, 'text/html': { schema: { type: 'string' } } },
            },
            ...problemResponses(500),
          },
        },
        config: { examples: ['/'] },
      },
      (request, reply) => {
        reply.header('vary', 'Accept')
        // The first is preferred where both are accepted alike; a program that accepts neither gets it all the same.
        const preferred = new Negotiator(request.raw).mediaType(['application/json', 'text/html'])
        if (preferred !== 'text/html') return describeRecord(request, context)
        const { database, id } = context.snapshot()
        const { states, treatiesTotal, acts, statements, sources } = coverageOf(database)
        const figures: Record<string, string | number> = {
          record: id,
          states,
          treaties: treatiesTotal,
          acts,
          statements,
          sources: sources.reduce((sum, kind) => sum + kind.sources, 0),
        }
        const html = template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(figures[name]))
        reply.headers(homeHeaders).type('text/html; charset=utf-8').serializer(String)
        return html
      },
    )
  }
