import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '../../json-schema.ts'
import { type ConflictFound, conflictIds, findConflict, listConflicts } from '../../storage/conflicts.ts'
import { actIdsAround, actNames } from '../../storage/names.ts'
import type { Page } from '../../storage/page.ts'
import { answerList, answerOne } from '../answers.ts'
import { Conflict, ConflictAnswer, ConflictList } from '../components/conflicts.ts'
import type { Context } from '../context.ts'
import { filterParameters, idInQuery, stateInQuery, treatyInQuery } from '../named.ts'
import { expectJson, jsonQuery, listQuery, listResponses } from '../offers.ts'
import { pinParameters, readPins } from '../pins.ts'
import { problemResponses, unknownId } from '../problems.ts'
import { actRef, dateKnown, sourceRef, statementRef, stateRef, treatyRef } from '../references.ts'

function show({ id, fact, act, treaty, state, date, evidence, assessment }: ConflictFound) {
  const preferred = date.values.some(({ value }) => value === assessment?.preferred) ? assessment : undefined
  return {
    id,
    fact,
    act: actRef(act),
    treaty: treatyRef(treaty),
    state: stateRef(state),
    values: date.values.map(({ value, basis, readings, statements }) => ({
      date: dateKnown(value, basis, readings),
      preferred: value === preferred?.preferred,
      statements: evidence
        .filter(({ statement }) => statements.includes(statement))
        .map(({ statement, summary, source, publisher }) => ({
          ...statementRef({ id: statement, name: summary }),
          source: sourceRef({ id: source, publisher }),
        })),
    })),
    preferred: preferred?.preferred ?? null,
    because: preferred?.because ?? [],
    links: { self: `/v1/conflicts/${id}`, act: `/v1/acts/${act.id}`, statements: `/v1/statements?act=${act.id}` },
  }
}

/** Conflicts: rival values for one fact. */
export const conflicts =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/conflicts',
      {
        schema: {
          operationId: 'listConflicts',
          summary: 'Conflicts',
          description:
            'Where sources give rival values for one fact: every value, who gives it, the one preferred, and why.',
          tags: ['Conflicts'],
          querystring: listQuery({
            ...filterParameters,
            act: Type.Optional(
              Type.String({
                maxLength: 200,
                description: 'The id of the act in question.',
                examples: ['ukr-withdrawal-decree'],
              }),
            ),
            ...pinParameters,
          }),
          response: {
            ...listResponses('A page of conflicts.', ConflictList, Conflict),
            ...problemResponses(400, 409, 500),
          },
        },
        config: {
          examples: ['/v1/conflicts?act=ukr-withdrawal-decree&knownOn=2025-06-30', '/v1/conflicts?act=decree'],
        },
      },
      (request, reply) => {
        const { database } = context.snapshot()
        const { query } = request
        const pins = readPins(query, context)
        const filter = {
          treaty: treatyInQuery(query.treaty, context),
          state: stateInQuery(query.state, context),
          act: idInQuery(
            'act',
            query.act,
            (id) => actNames(database)(id) !== undefined,
            () => actIdsAround(database, query.act ?? ''),
          ),
        }
        const read = (page: Page) => listConflicts(database, filter, pins, page)
        return answerList(request, reply, { name: 'conflicts', keys: 1, row: Conflict, read, show }, context, pins)
      },
    )

    app.get(
      '/v1/conflicts/:conflict',
      {
        schema: {
          operationId: 'getConflict',
          summary: 'One conflict',
          description: 'The rival values for one fact, with the statements that give them and the assessment.',
          tags: ['Conflicts'],
          params: Type.Object({
            conflict: Type.String({
              maxLength: 200,
              description: 'The id of a conflict.',
              examples: ['ukr-withdrawal-decree-date'],
            }),
          }),
          querystring: jsonQuery(pinParameters),
          response: {
            200: { description: 'The conflict.', ...ConflictAnswer },
            ...problemResponses(400, 404, 406, 409, 500),
          },
        },
        preHandler: expectJson,
        config: {
          examples: [
            '/v1/conflicts/ukr-withdrawal-decree-date?knownOn=2025-06-30',
            '/v1/conflicts/ukr-withdrawal-decree',
            '/v1/conflicts/ukr-withdrawal-decree-date?accordingTo=newspaper',
          ],
        },
      },
      (request) => {
        const { database } = context.snapshot()
        const pins = readPins(request.query, context)
        const { conflict } = request.params
        const found = findConflict(database, conflict, pins)
        if (!found) throw unknownId('conflict', conflict, conflictIds(database))
        return answerOne(request, show(found), context, pins)
      },
    )
  }
