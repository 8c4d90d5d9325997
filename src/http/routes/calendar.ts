import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type EffectDay, effectDays } from '../../domain/effects.ts'
import { capitalised, kindInWords, type NameOf } from '../../domain/reasons.ts'
import { Type } from '../../json-schema.ts'
import { namesOfStates, namesOfTreaties } from '../../storage/names.ts'
import { pinnedPartsOf, pinnedRecord } from '../../storage/treaty-records.ts'
import type { Context } from '../context.ts'
import { nameIn } from '../derivation.ts'
import { type CalendarDay, calendarMediaType, icalendar } from '../formats/icalendar.ts'
import { bookmarkTo, linksOf, notePinned, originOf } from '../links.ts'
import { filterParameters, stateInQuery, treatyInQuery } from '../named.ts'
import { oneQuery } from '../offers.ts'
import { pinParameters, readPins } from '../pins.ts'
import { invalidParameter, problemResponses } from '../problems.ts'
import { actRef } from '../references.ts'
import { expectTurn, giveWay } from '../turns.ts'
import { readWindow, windowDay } from './window.ts'

const summaries: Record<EffectDay['kind'], (state: string, treaty: string) => string> = {
  entry_into_force: (state, treaty) => `${treaty} enters into force for ${state}`,
  withdrawal: (state, treaty) => `Withdrawal of ${state} from ${treaty} takes effect`,
  withdrawal_held: (state, treaty) =>
    `Withdrawal of ${state} from ${treaty} is held: its period ends, an armed conflict goes on`,
}

/** More treaties than these are asked for one by one, or of one state. */
const mostTreatiesWhole = 100
/** Of how many treaties one state's part is read at a time. */
const atATime = 100

/** One id for the entry and one for the exit that an act brings about: a day that moves stays the same event. */
const uidOf = ({ act, kind }: EffectDay) => `${act.id}.${kind === 'entry_into_force' ? 'entry' : 'exit'}@pacta`

/**
 * The days without those on which a withdrawal was held that has taken effect since: both would be one event, which stands on
 * the later day.
 */
export function heldNoMore(days: EffectDay[]): EffectDay[] {
  const exits = new Set(days.filter(({ kind }) => kind === 'withdrawal').map(({ act }) => act.id))
  return days.filter(({ kind, act }) => kind !== 'withdrawal_held' || !exits.has(act.id))
}

/** A calendar of who joins and who leaves, to subscribe to. */
export const calendar =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/calendar.ics',
      {
        schema: {
          operationId: 'getCalendar',
          summary: 'Days of effect, as a calendar',
          description:
            'The days on which a treaty enters into force for a state and on which a withdrawal takes effect, as whole-day events to subscribe to. A withdrawal whose period has run while an armed conflict holds it is a tentative event with a note. Only days that the record shows for certain are there. Of a record with more than 100 treaties, one treaty or one state is asked for.',
          tags: ['Membership'],
          querystring: oneQuery({
            ...filterParameters,
            from: Type.Optional(windowDay('Days of effect on or after this day.', '2025-01-01')),
            to: Type.Optional(windowDay('Days of effect on or before this day.', '2026-12-31')),
            ...pinParameters,
          }),
          response: {
            200: {
              description:
                'An iCalendar (RFC 5545). `UID` is made from the act and does not change; `DTSTAMP` is the day on which evidence of the act last came.',
              content: { [calendarMediaType]: { schema: Type.String() } },
            },
            ...problemResponses(400, 409, 500),
          },
        },
        config: {
          examples: [
            '/v1/calendar.ics?treaty=ottawa-convention&state=ukraine&knownOn=2026-02-03',
            '/v1/calendar.ics?treaty=otawa-convention',
          ],
        },
      },
      async (request, reply) => {
        const pins = readPins(request.query, context)
        const { from, to } = readWindow(request.query, context)
        const { database } = context.snapshot()
        const only = {
          treaty: treatyInQuery(request.query.treaty, context),
          state: stateInQuery(request.query.state, context),
        }
        const treaties = only.treaty === undefined ? [...namesOfTreaties(database).keys()] : [only.treaty]
        if (only.state === undefined && treaties.length > mostTreatiesWhole)
          throw invalidParameter({
            parameter: 'treaty',
            message: `the calendar of all ${treaties.length} treaties is more than a calendar holds: name a treaty or a state`,
          })
        const states = [...namesOfStates(database).keys()]
        const nameOf = nameIn(database)
        const origin = originOf(request)
        // Before others have their turn, after which another record may be served.
        const links = linksOf(request, context, pins)
        notePinned(request, links)
        if (treaties.length > 1) expectTurn(request)
        const shown: CalendarDay[] = []
        const show = (treaty: string, found: EffectDay[]) => {
          for (const one of heldNoMore(found))
            if ((from === undefined || one.day >= from) && (to === undefined || one.day <= to))
              shown.push(showDay(one, treaty, nameOf, origin))
        }
        for (let first = 0; first < treaties.length; first += only.state === undefined ? 1 : atATime) {
          // A calendar of many treaties would keep every other request waiting for its end.
          if (first > 0) await giveWay()
          if (only.state === undefined) {
            const treaty = treaties[first] ?? ''
            show(treaty, effectDays(pinnedRecord(database, treaty, pins), states, nameOf))
            continue
          }
          for (const part of pinnedPartsOf(database, only.state, treaties.slice(first, first + atATime), pins))
            show(part.treaty.id, effectDays(part, [only.state], nameOf))
        }
        const names = [only.treaty, only.state].flatMap((id) => (id === undefined ? [] : [capitalised(nameOf(id))]))
        reply.type(`${calendarMediaType}; charset=utf-8`).header('link', bookmarkTo(links))
        return (await icalendar(['Pacta', ...names].join(': '), shown)) as never
      },
    )
  }

function showDay(found: EffectDay, treaty: string, nameOf: NameOf, origin: string): CalendarDay {
  const { kind, act, state, because, condition, known } = found
  const { href } = actRef({ id: act.id, name: act.summary })
  return {
    uid: uidOf(found),
    day: found.day,
    stamp: known.last,
    summary: capitalised(summaries[kind](nameOf(state), nameOf(treaty))),
    description: [
      ...because,
      ...(condition === null ? [] : [`This was foretold: ${condition}.`]),
      `Known since ${known.first}.`,
    ].join('\n'),
    url: origin + href,
    category: kindInWords(kind),
    certain: kind !== 'withdrawal_held' && condition === null,
  }
}
