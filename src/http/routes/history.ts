import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { countsBasisOf, historyOf } from '../../domain/history.ts'
import { namesOfStates } from '../../storage/names.ts'
import { type Page, pageOf } from '../../storage/page.ts'
import { pinnedRecord } from '../../storage/treaty-records.ts'
import { answerList } from '../answers.ts'
import { HistoryDay, HistoryList } from '../components/history.ts'
import type { Context } from '../context.ts'
import { treatyInPath } from '../named.ts'
import { listQuery, listResponses } from '../offers.ts'
import { pinParameters, readPins } from '../pins.ts'
import { problemResponses } from '../problems.ts'
import { stateRef } from '../references.ts'
import { treatyParams } from './parameters.ts'

/** How membership changed: the numbers on each day on which they change. */
export const history =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/treaties/:treaty/history',
      {
        schema: {
          operationId: 'listHistory',
          summary: 'Its membership over time',
          description:
            'Each day on which the numbers of parties, contracting states and signatories change, with who joined and who left; each row holds until the next.',
          tags: ['Membership'],
          params: treatyParams,
          querystring: listQuery(pinParameters),
          response: {
            ...listResponses('A page of days.', HistoryList, HistoryDay),
            ...problemResponses(400, 404, 409, 500),
          },
        },
        config: {
          examples: [
            '/v1/treaties/mine-ban/history?knownOn=2025-07-01&limit=3',
            '/v1/treaties/mine-bam/history',
            '/v1/treaties/mine-ban/history?asOf=2025-07-01',
          ],
        },
      },
      (request, reply) => {
        const pins = readPins(request.query, context)
        const { database } = context.snapshot()
        const names = namesOfStates(database)
        const record = pinnedRecord(database, treatyInPath(request.params.treaty, context), pins)
        const days = historyOf(record, [...names.keys()])
        const read = (page: Page) => pageOf(days, page, ({ day }) => day)
        const named = (state: string) => stateRef({ id: state, name: names.get(state) ?? state })
        const show = ({ joined, left, ...row }: (typeof days)[number]) => ({
          ...row,
          joined: joined.map(named),
          left: left.map(named),
        })
        const list = { name: 'history', keys: 1, row: HistoryDay, read, show }
        const { inForce, byDeposit, states } = countsBasisOf(record.treaty)
        return answerList(request, reply, list, context, pins, { basis: { inForce, byDeposit, states } })
      },
    )
  }
