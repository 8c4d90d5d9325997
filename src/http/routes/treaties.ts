import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '../../json-schema.ts'
import { type Page, pageOf } from '../../storage/page.ts'
import {
  allChapters,
  allSubjects,
  clausesOf,
  findTreaty,
  listTreaties,
  type Treaty as TreatyFound,
} from '../../storage/treaties.ts'
import { answerFormatted, answerList } from '../answers.ts'
import { Clause, ClauseList, Treaty, TreatyAnswer, TreatyList } from '../components/treaties.ts'
import type { Context } from '../context.ts'
import { linkedTreaty } from '../linked/treaty.ts'
import { treatyInPath, valueInQuery } from '../named.ts'
import { formattedQuery, linkedFormats, listQuery, listResponses, oneResponses } from '../offers.ts'
import { expectRecord, recordParameters } from '../pins.ts'
import { problemResponses } from '../problems.ts'
import { showTreaty } from '../shown/treaty.ts'
import { treatyParams } from './parameters.ts'

/** The treaties and their final clauses. */
export const treaties =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/treaties',
      {
        schema: {
          operationId: 'listTreaties',
          summary: 'Treaties',
          description: 'The treaties that the record covers.',
          tags: ['Treaties'],
          querystring: listQuery({
            subject: Type.Optional(
              Type.String({ maxLength: 100, description: 'What it is about, in any case.', examples: ['disarmament'] }),
            ),
            chapter: Type.Optional(
              Type.String({
                maxLength: 20,
                description: "Its chapter among the Secretary-General's treaties, in any case.",
                examples: ['XXVI'],
              }),
            ),
            ...recordParameters,
          }),
          response: { ...listResponses('A page of treaties.', TreatyList, Treaty), ...problemResponses(400, 409, 500) },
        },
        config: { examples: ['/v1/treaties?chapter=XXVI&limit=2', '/v1/treaties?topic=disarmament'] },
      },
      (request, reply) => {
        expectRecord(request.query, context.snapshot())
        const { database } = context.snapshot()
        const filter = {
          subject: valueInQuery('subject', request.query.subject, allSubjects(database)),
          chapter: valueInQuery('chapter', request.query.chapter, allChapters(database)),
        }
        const read = (page: Page) => listTreaties(database, filter, page)
        return answerList(request, reply, { name: 'treaties', keys: 1, row: Treaty, read, show: showTreaty }, context)
      },
    )

    app.get(
      '/v1/treaties/:treaty',
      {
        schema: {
          operationId: 'getTreaty',
          summary: 'One treaty',
          description: 'A treaty by id, UN reference or any recorded name, with the days of its own life.',
          tags: ['Treaties'],
          params: treatyParams,
          querystring: formattedQuery(recordParameters, linkedFormats),
          response: {
            ...oneResponses('The treaty.', TreatyAnswer, linkedFormats),
            ...problemResponses(400, 404, 409, 500),
          },
        },
        config: {
          examples: ['/v1/treaties/XXVI-5', '/v1/treaties/otawa-convention', '/v1/treaties/mine-ban?lang=en'],
        },
      },
      (request, reply) => {
        expectRecord(request.query, context.snapshot())
        const found = findTreaty(context.snapshot().database, treatyInPath(request.params.treaty, context))
        const treaty = showTreaty(found as TreatyFound)
        return answerFormatted(request, reply, treaty, context, undefined, {
          linked: (setting) => linkedTreaty(treaty, setting),
        })
      },
    )

    app.get(
      '/v1/treaties/:treaty/clauses',
      {
        schema: {
          operationId: 'listClauses',
          summary: 'Its final clauses',
          description:
            'Each final clause with its article, its rule as data, and its deciding words, in the order of the treaty.',
          tags: ['Treaties'],
          params: treatyParams,
          querystring: listQuery(recordParameters),
          response: {
            ...listResponses('A page of final clauses.', ClauseList, Clause),
            ...problemResponses(400, 404, 409, 500),
          },
        },
        config: {
          examples: [
            '/v1/treaties/mine-ban/clauses?limit=5',
            '/v1/treaties/otawa-convention/clauses',
            '/v1/treaties/mine-ban/clauses?article=20',
          ],
        },
      },
      (request, reply) => {
        expectRecord(request.query, context.snapshot())
        const clauses = clausesOf(context.snapshot().database, treatyInPath(request.params.treaty, context))
        const read = (page: Page) => pageOf(clauses, page, ({ id }) => id)
        return answerList(
          request,
          reply,
          { name: 'clauses', keys: 1, row: Clause, read, show: (clause) => clause },
          context,
        )
      },
    )
  }
