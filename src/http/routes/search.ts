import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { type Found, searchKinds, searchRecord } from '../../storage/search.ts'
import { answerList, type Context, expectRecord, listQuery, readPage, recordParameters } from '../answers.ts'
import { FoundList } from '../components.ts'
import { problemResponses } from '../problems.ts'
import { expectWords } from './statements.ts'

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u0002': '<mark>',
  '\u0003': '</mark>',
}

const show = ({ kind, id, name, snippet }: Found) => ({
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
            kind: Type.Optional(
              Type.Enum([...searchKinds], {
                type: 'string',
                description: 'Only things of this kind.',
                examples: ['statement'],
              }),
            ),
            ...recordParameters,
          }),
          response: {
            200: { description: 'A page of what was found.', ...FoundList },
            ...problemResponses(400, 409, 500),
          },
        },
        config: { examples: ['/v1/search?q=anti-personnel&limit=3', '/v1/search?q=%22'] },
      },
      (request, reply) => {
        expectRecord(request.query, context.snapshot())
        const { q, kind } = request.query
        expectWords(q)
        const found = searchRecord(context.snapshot().database, q, kind, readPage(request.query, 'search', 3))
        return answerList(request, reply, 'search', found, show, context)
      },
    )
  }
