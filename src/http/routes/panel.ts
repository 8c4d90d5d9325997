import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { standingPeriods } from '../../domain/history.ts'
import { addDays, type Day, firstOfMonth } from '../../domain/partial-date.ts'
import { confirmationOf } from '../../domain/standing.ts'
import { Type } from '../../json-schema.ts'
import { namesOfStates, namesOfTreaties } from '../../storage/names.ts'
import { type Page, PlaceGone } from '../../storage/page.ts'
import { pinnedRecord } from '../../storage/treaty-records.ts'
import { answerList } from '../answers.ts'
import { PanelList, PanelRow } from '../components/history.ts'
import type { Context } from '../context.ts'
import { statesInQuery, treatyInPath } from '../named.ts'
import { listQuery, listResponses } from '../offers.ts'
import { pinParameters, readPins } from '../pins.ts'
import { invalidParameter, problemResponses } from '../problems.ts'
import { stateRef, treatyRef } from '../references.ts'
import { oneOf, treatyParams } from './parameters.ts'
import { readWindow, windowDay } from './window.ts'

/** More days than this are asked for in several calls, or by month: thirty years. */
const mostDays = 11_000

const steps = {
  day: (day: Day) => addDays(day, 1),
  month: (day: Day) => firstOfMonth(day, 1),
  year: (day: Day) => firstOfMonth(`${day.slice(0, 4)}-01-01`, 12),
}

/** A panel of states and days, with the uncertainty shown. */
export const panel =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/treaties/:treaty/panel',
      {
        schema: {
          operationId: 'listPanel',
          summary: 'States and days',
          description:
            'The standing of every state on every day of a time, or on its first day and then on the first of every month or year: a row for each day and state. When a state came into being is not in the record: before that day it is `not_party`, as one that stayed away is, or `unknown` where it succeeded to the treaty and no source says from when.',
          tags: ['Membership'],
          params: treatyParams,
          querystring: listQuery({
            from: windowDay('The first day.', '2025-06-28'),
            to: windowDay('The last day.', '2025-07-02'),
            every: oneOf(
              ['day', 'month', 'year'],
              'Every day; or `from`, on whatever day that is, and then the first of every month or year. Default: day.',
              'day',
            ),
            states: Type.Optional(
              Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
                minItems: 1,
                maxItems: 200,
                description: 'States by code or name, separated by commas or given again. Default: all.',
                examples: [['FIN', 'UKR']],
              }),
            ),
            ...pinParameters,
          }),
          response: {
            ...listResponses('A page of the panel, by day and state.', PanelList, PanelRow),
            ...problemResponses(400, 404, 409, 500),
          },
        },
        config: {
          examples: [
            '/v1/treaties/mine-ban/panel?from=2025-06-28&to=2025-06-30&states=FIN,UKR&knownOn=2025-06-30&limit=2',
            '/v1/treaties/mine-bam/panel?from=2025-06-28&to=2025-06-30',
            '/v1/treaties/mine-ban/panel?from=2025-06-28',
          ],
        },
      },
      (request, reply) => {
        const { query } = request
        const pins = readPins(query, context)
        const { database } = context.snapshot()
        const id = treatyInPath(request.params.treaty, context)
        const record = pinnedRecord(database, id, pins)
        const treaty = treatyRef({ id, name: namesOfTreaties(database).get(id) ?? id })
        const names = namesOfStates(database)
        const states = query.states === undefined ? [...names.keys()] : statesInQuery(query.states, context)
        states.sort()
        const { from, to } = readWindow(query, context)
        const days = daysBetween(from, to, query.every ?? 'day')
        const show = (row: number) => {
          const on = days[Math.floor(row / states.length)] ?? ''
          const state = states[row % states.length] ?? ''
          const period = standingPeriods(record, state).findLast(({ from }) => from === null || from <= on)
          const { standing = 'unknown' as const, possible = [] } = period ?? {}
          return {
            day: on,
            state: stateRef({ id: state, name: names.get(state) ?? state }),
            treaty,
            standing,
            possible,
            certain: possible.length === 1,
            ...confirmationOf(record, state, standing, on),
          }
        }
        const total = days.length * states.length
        const read = ({ limit, after }: Page) => {
          const first = after === undefined ? 0 : Number(after[0]) + 1
          if (!Number.isInteger(first) || first < 0 || first > total) throw new PlaceGone()
          const last = Math.min(first + limit, total)
          const rows = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i)
          return { rows, total, next: last < total ? [String(last - 1)] : undefined }
        }
        return answerList(request, reply, { name: 'panel', keys: 1, row: PanelRow, read, show }, context, pins)
      },
    )
  }

function daysBetween(from: Day, to: Day, every: keyof typeof steps): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; ) {
    if (days.length === mostDays)
      throw invalidParameter({
        parameter: 'to',
        value: to,
        message: `more than ${mostDays} days from ${from}; ask in several calls, or with every=month`,
      })
    days.push(day)
    const after = steps[every](day)
    // Beyond the year 9999 every step leads to its last day: which is this one, or the first of no month.
    if (after === day || (every !== 'day' && !after.endsWith('-01'))) break
    day = after
  }
  return days
}
