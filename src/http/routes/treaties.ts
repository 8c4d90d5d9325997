import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { pageOf } from '../../storage/page.ts'
import { clausesOf, findTreaty, listTreaties, type Treaty } from '../../storage/treaties.ts'
import {
  answerList,
  answerOne,
  type Context,
  expectRecord,
  listQuery,
  oneQuery,
  readPage,
  recordParameters,
  treatyInPath,
} from '../answers.ts'
import { ClauseList, TreatyAnswer, TreatyList } from '../components.ts'
import { problemResponses } from '../problems.ts'

const show = ({ untc, chapter, unts, registration, dates, ...treaty }: Treaty) => {
  const on = (event: Treaty['dates'][number]['event']) => dates.find((date) => date.event === event)?.date ?? null
  return {
    ...treaty,
    references: { untc, chapter, unts, registration },
    dates: {
      adopted: on('adopted'),
      openedForSignature: on('openedForSignature'),
      thresholdReached: on('thresholdReached'),
      entryIntoForce: on('entryIntoForce'),
    },
    links: {
      self: `/v1/treaties/${treaty.id}`,
      clauses: `/v1/treaties/${treaty.id}/clauses`,
      acts: `/v1/acts?treaty=${treaty.id}`,
      statements: `/v1/statements?treaty=${treaty.id}`,
      conflicts: `/v1/conflicts?treaty=${treaty.id}`,
    },
  }
}

const treatyParams = Type.Object({
  treaty: Type.String({
    maxLength: 300,
    description: 'A treaty: its id, its UN reference, or any recorded name, in any case.',
    examples: ['ottawa-convention'],
  }),
})

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
              Type.String({ maxLength: 100, description: 'What it is about.', examples: ['disarmament'] }),
            ),
            chapter: Type.Optional(
              Type.String({
                maxLength: 20,
                description: "Its chapter among the Secretary-General's treaties.",
                examples: ['XXVI'],
              }),
            ),
            ...recordParameters,
          }),
          response: { 200: { description: 'A page of treaties.', ...TreatyList }, ...problemResponses(400, 409, 500) },
        },
        config: { examples: ['/v1/treaties', '/v1/treaties?topic=disarmament'] },
      },
      (request, reply) => {
        expectRecord(request.query, context.snapshot())
        const page = readPage(request.query, 'treaties', 1)
        const found = listTreaties(context.snapshot().database, request.query, page)
        return answerList(request, reply, 'treaties', found, show, context)
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
          querystring: oneQuery(recordParameters),
          response: { 200: { description: 'The treaty.', ...TreatyAnswer }, ...problemResponses(400, 404, 409, 500) },
        },
        config: {
          examples: ['/v1/treaties/XXVI-5', '/v1/treaties/otawa-convention', '/v1/treaties/mine-ban?lang=en'],
        },
      },
      (request) => {
        expectRecord(request.query, context.snapshot())
        const treaty = findTreaty(context.snapshot().database, treatyInPath(request.params.treaty, context))
        return answerOne(request, show(treaty as Treaty), context)
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
            200: { description: 'A page of final clauses.', ...ClauseList },
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
        const page = pageOf(clauses, readPage(request.query, 'clauses', 1), ({ id }) => id)
        return answerList(request, reply, 'clauses', page, (clause) => clause, context)
      },
    )
  }
