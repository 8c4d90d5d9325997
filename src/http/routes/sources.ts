import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sourceKinds } from '../../domain/evidence.ts'
import { Type } from '../../json-schema.ts'
import type { Page } from '../../storage/page.ts'
import { allSourceIds, findSource, listSources } from '../../storage/sources.ts'
import { answerFormatted, answerList } from '../answers.ts'
import { Source, SourceAnswer, SourceList } from '../components/sources.ts'
import type { Context } from '../context.ts'
import { linkedSource } from '../linked/source.ts'
import { formattedQuery, linkedFormats, listQuery, listResponses, oneResponses } from '../offers.ts'
import { expectRecord, recordParameters } from '../pins.ts'
import { problemResponses, unknownId } from '../problems.ts'
import { showSource } from '../shown/source.ts'
import { oneOf } from './parameters.ts'

/** Sources: articles, depositary lists, reports. */
export const sources =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/sources',
      {
        schema: {
          operationId: 'listSources',
          summary: 'Sources',
          description:
            'What the record rests on: publisher, dates as given and as assessed, and a digest to check quotations with.',
          tags: ['Sources'],
          querystring: listQuery({
            kind: oneOf(sourceKinds, 'What the source is.', 'article'),
            ...recordParameters,
          }),
          response: { ...listResponses('A page of sources.', SourceList, Source), ...problemResponses(400, 409, 500) },
        },
        config: { examples: ['/v1/sources?kind=article', '/v1/sources?kind=newspaper'] },
      },
      (request, reply) => {
        expectRecord(request.query, context.snapshot())
        const { database } = context.snapshot()
        const read = (page: Page) => listSources(database, request.query, page)
        return answerList(request, reply, { name: 'sources', keys: 1, row: Source, read, show: showSource }, context)
      },
    )

    app.get(
      '/v1/sources/:source',
      {
        schema: {
          operationId: 'getSource',
          summary: 'One source',
          description: 'A source with its date as given, its date as assessed, and the arguments.',
          tags: ['Sources'],
          params: Type.Object({
            source: Type.String({
              maxLength: 200,
              description: 'The id of a source.',
              examples: ['reuters-ukraine-decree'],
            }),
          }),
          querystring: formattedQuery(recordParameters, linkedFormats),
          response: {
            ...oneResponses('The source.', SourceAnswer, linkedFormats),
            ...problemResponses(400, 404, 409, 500),
          },
        },
        config: {
          examples: [
            '/v1/sources/reuters-ukraine-decree',
            '/v1/sources/reuters',
            '/v1/sources/reuters-ukraine-decree?lang=en',
          ],
        },
      },
      (request, reply) => {
        const { database } = context.snapshot()
        expectRecord(request.query, context.snapshot())
        const { source } = request.params
        const found = findSource(database, source)
        if (!found) throw unknownId('source', source, allSourceIds(database))
        const shown = showSource(found)
        return answerFormatted(request, reply, shown, context, undefined, {
          linked: (setting) => linkedSource(shown, setting),
        })
      },
    )
  }
