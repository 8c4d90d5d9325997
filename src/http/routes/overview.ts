import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { countsOn } from '../../domain/history.ts'
import type { TreatyRecord } from '../../domain/record.ts'
import { withdrawalStageOn, withdrawalTrack } from '../../domain/withdrawal.ts'
import { Type } from '../../json-schema.ts'
import { latestActs } from '../../storage/acts.ts'
import { namesOfStates } from '../../storage/names.ts'
import { findTreaty, type Treaty } from '../../storage/treaties.ts'
import { pinnedRecord } from '../../storage/treaty-records.ts'
import { answerOne } from '../answers.ts'
import { OverviewAnswer } from '../components/overview.ts'
import type { Context } from '../context.ts'
import { nameIn, showSteps } from '../derivation.ts'
import { pathOf } from '../membership.ts'
import { treatyInPath } from '../named.ts'
import { expectJson, jsonQuery } from '../offers.ts'
import { derivedParameters, readDerivedPins } from '../pins.ts'
import { problemResponses } from '../problems.ts'
import { stateRef } from '../references.ts'
import { showAct } from '../shown/act.ts'
import { showTreaty } from '../shown/treaty.ts'
import { treatyParams } from './parameters.ts'

/** A treaty at one glance, for a dashboard: the treaty, its counts, its latest acts, and what comes next. */
export const overview =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/treaties/:treaty/overview',
      {
        schema: {
          operationId: 'getOverview',
          summary: 'A treaty at one glance',
          description:
            'The treaty, how many states stand how on a day, the latest acts by then, and every withdrawal under way with its next step.',
          tags: ['Treaties'],
          params: treatyParams,
          querystring: jsonQuery({
            acts: Type.Optional(
              Type.Integer({
                minimum: 0,
                maximum: 50,
                description: 'How many of the latest acts. Default: 10.',
                examples: [3],
              }),
            ),
            ...derivedParameters,
          }),
          response: {
            200: { description: 'The overview.', ...OverviewAnswer },
            ...problemResponses(400, 404, 406, 409, 500),
          },
        },
        preHandler: expectJson,
        config: {
          examples: [
            '/v1/treaties/mine-ban/overview?asOf=2025-07-01&knownOn=2025-07-01&accordingTo=article&acts=1',
            '/v1/treaties/mine-bam/overview',
            '/v1/treaties/mine-ban/overview?acts=many',
          ],
        },
      },
      (request) => {
        const { acts: wanted = 10 } = request.query
        const pins = readDerivedPins(request.query, context)
        const { database } = context.snapshot()
        const treaty = treatyInPath(request.params.treaty, context)
        const record = pinnedRecord(database, treaty, pins)
        const states = namesOfStates(database)
        const nameOf = nameIn(database)
        const show = showSteps(database)
        const data = {
          treaty: showTreaty(knownDates(findTreaty(database, treaty) as Treaty, record)),
          counts: countsOn(record, [...states.keys()], pins.asOf),
          latestActs: latestActs(database, treaty, pins.asOf, pins, wanted).map(showAct),
          withdrawals: [...states].flatMap(([id, name]) => {
            const stage = withdrawalStageOn(record, id, pins.asOf)
            if (stage === 'none' || stage === 'effective' || stage === 'retracted') return []
            const { next, takesEffect } = withdrawalTrack(record, id, pins.asOf, nameOf)
            const state = stateRef({ id, name })
            return [{ state, stage, next: next && show(next), takesEffect, href: pathOf(treaty, id) }]
          }),
        }
        return answerOne(request, data, context, pins)
      },
    )
  }

/** A treaty without those of its own days that could not be known under the pins. */
function knownDates(treaty: Treaty, { treaty: law }: TreatyRecord): Treaty {
  const unknown = (['thresholdReached', 'entryIntoForce'] as const).filter((event) => law[event] === null)
  return { ...treaty, dates: treaty.dates.filter(({ event }) => !unknown.some((one) => one === event)) }
}
