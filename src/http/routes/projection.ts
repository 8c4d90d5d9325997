import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { lastNotice, projectionOf } from '../../domain/projection.ts'
import { Type } from '../../json-schema.ts'
import { namesOfStates, namesOfTreaties } from '../../storage/names.ts'
import { pinnedRecord } from '../../storage/treaty-records.ts'
import { answerOne } from '../answers.ts'
import { ProjectionAnswer } from '../components/withdrawal.ts'
import type { Context } from '../context.ts'
import { nameIn, showBecause } from '../derivation.ts'
import { pathOf } from '../membership.ts'
import { stateInPath, treatyInPath } from '../named.ts'
import { expectJson, jsonQuery } from '../offers.ts'
import { pinParameters, readPins } from '../pins.ts'
import { invalidParameter, problemResponses } from '../problems.ts'
import { stateRef, treatyRef } from '../references.ts'
import { stateParams, treatyParams } from './parameters.ts'

/** What if: when a withdrawal would take effect, and by which paragraph. */
export const projection =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/treaties/:treaty/members/:state/projection',
      {
        schema: {
          operationId: 'projectWithdrawal',
          summary: 'What if it withdrew',
          description:
            'When a withdrawal would take effect, and by which paragraph, supposing a day of notice and a day on which the armed conflict ends. Without `notifiedOn` the notice is the one on record.',
          tags: ['Membership'],
          params: Type.Object({ ...treatyParams.properties, ...stateParams.properties }),
          querystring: jsonQuery({
            notifiedOn: Type.Optional(
              Type.String({
                format: 'day-or-today',
                description: 'The day on which the depositary receives the notice.',
                examples: ['2025-07-20'],
              }),
            ),
            conflictEndedOn: Type.Optional(
              Type.String({
                format: 'day-or-today',
                description: 'The day on which the armed conflict ends.',
                examples: ['2027-03-01'],
              }),
            ),
            ...pinParameters,
          }),
          response: {
            200: { description: 'The day or the days, and why.', ...ProjectionAnswer },
            ...problemResponses(400, 404, 406, 409, 500),
          },
        },
        preHandler: expectJson,
        config: {
          examples: [
            '/v1/treaties/mine-ban/members/ukraine/projection?notifiedOn=2025-07-20&knownOn=2025-07-01',
            '/v1/treaties/mine-ban/members/Ukrane/projection',
            '/v1/treaties/mine-ban/members/ukraine/projection?notifiedOn=soon',
          ],
        },
      },
      (request) => {
        const { notifiedOn, conflictEndedOn, ...query } = request.query
        const pins = readPins(query, context)
        const { database } = context.snapshot()
        const treaty = treatyInPath(request.params.treaty, context)
        const state = stateInPath(request.params.state, context)
        const day = (text: string | undefined) => (text === 'today' ? context.today() : text)
        const supposed = { notifiedOn: day(notifiedOn), conflictEndedOn: day(conflictEndedOn) }
        const record = pinnedRecord(database, treaty, pins)
        const latest = lastNotice(record.treaty)
        if (supposed.notifiedOn !== undefined && supposed.notifiedOn > latest)
          throw invalidParameter({
            parameter: 'notifiedOn',
            value: supposed.notifiedOn,
            message: `the period after a notice of that day ends later than a day can be named; the latest is ${latest}`,
            nearest: latest,
          })
        const { because, ...projected } = projectionOf(record, state, supposed, nameIn(database))
        const member = pathOf(treaty, state)
        const data = {
          state: stateRef({ id: state, name: namesOfStates(database).get(state) ?? state }),
          treaty: treatyRef({ id: treaty, name: namesOfTreaties(database).get(treaty) ?? treaty }),
          ...projected,
          because: because.map(showBecause(database).step),
          links: { self: `${member}/projection`, member, clauses: `/v1/treaties/${treaty}/clauses` },
        }
        return answerOne(request, data, context, pins)
      },
    )
  }
