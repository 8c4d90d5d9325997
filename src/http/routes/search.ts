import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '../../json-schema.ts'
import type { Page } from '../../storage/page.ts'
import { type Found as FoundFound, searchKinds, searchRecord } from '../../storage/search.ts'
import { answerList } from '../answers.ts'
import { Found, FoundList } from '../components/search.ts'
import type { Context } from '../context.ts'
import { expectWords } from '../named.ts'
import { listQuery, listResponses } from '../offers.ts'
import { expectRecord, recordParameters } from '../pins.ts'
import { problemResponses } from '../problems.ts'
import { oneOf } from './parameters.ts'

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u0002': '<mark>',
  '\u0003': '</mark>',
}

const show = ({ kind, id, name, snippet }: FoundFound) => ({
  kind,
  id,
  name,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the index marks its matches with two control characters.
  snippet: snippet.replace(/[&<>"\u0002\u0003]/g, (character) => escapes[character] ?? character),
  href: `/v1/${kind === 'treaty' ? 'treaties' : `${kind}s`}/${id}`,
})

/** Search: everything in one list. */
export const search =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/search',
      {
        schema: {
          operationId: 'search',
          summary: 'Search',
          description:
            'States, treaties, speakers and statements that hold every word of `q`, best first. Any text is safe: what is neither word nor number is left out, the last word also matches as a beginning.',
          tags: ['Search'],
          querystring: listQuery({
            q: Type.String({
              minLength: 1,
              maxLength: 500,
              description: 'What to search for.',
              examples: ['anti-personnel'],
            }),
            kind: oneOf(searchKinds, 'Only things of this kind.', 'statement'),
            ...recordParameters,
          }),
          response: {
            ...listResponses('A page of what was found.', FoundList, Found),
            ...problemResponses(400, 409, 500),
          },
        },
        config: { examples: ['/v1/search?q=anti-personnel&limit=3', '/v1/search?q=%22'] },
      },
      (request, reply) => {
        expectRecord(request.query, context.snapshot())
        const { q, kind } = request.query
        expectWords(q)
        const { database } = context.snapshot()
        const read = (page: Page) => searchRecord(database, q, kind, page)
        return answerList(request, reply, { name: 'search', keys: 3, row: Found, read, show }, context)
      },
    )
  }
