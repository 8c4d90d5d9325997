import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { actKinds, aims, planes } from '../../domain/acts.ts'
import type { Day } from '../../domain/partial-date.ts'
import { Type } from '../../json-schema.ts'
import { type ActFound, findAct, listActs, newestActs } from '../../storage/acts.ts'
import { actIdsAround } from '../../storage/names.ts'
import type { Page } from '../../storage/page.ts'
import { answerFormatted, answerList } from '../answers.ts'
import { actCitation, quoted } from '../cite.ts'
import { Act, ActAnswer, ActList } from '../components/acts.ts'
import type { Context } from '../context.ts'
import type { FeedEntry } from '../formats/feed.ts'
import { linkedAct } from '../linked/act.ts'
import { feedTitle, filterParameters, speakerInQuery, stateInQuery, treatyInQuery } from '../named.ts'
import { allFormats, feedFormats, formattedQuery, listQuery, listResponses, oneResponses } from '../offers.ts'
import { pinParameters, readPins } from '../pins.ts'
import { problemResponses, unknownId } from '../problems.ts'
import { actRef } from '../references.ts'
import { showAct } from '../shown/act.ts'
import { oneOf } from './parameters.ts'
import { readWindow, windowDay } from './window.ts'

/** An act in a feed: known since the first of its evidence, updated by the last. */
function entry(act: ActFound): FeedEntry {
  const supporting = act.evidence.filter(({ relation }) => relation === 'supports')
  const days = supporting.flatMap(({ knownSince }) => knownSince.span.latest ?? []).sort()
  const when = act.date.value === null ? 'Its date is not known.' : `Date: ${act.date.value}.`
  const sources = [...new Set(supporting.map(({ publisher, source }) => publisher ?? source))]
  const { href: path } = actRef({ id: act.id, name: act.summary })
  return {
    path,
    title: act.summary,
    text: `${when} According to: ${sources.join(', ')}.`,
    author: act.actor?.name ?? act.state?.name ?? null,
    known: days[0] as Day,
    updated: days.at(-1) as Day,
    categories: [act.kind, act.plane, act.treaty.id, ...(act.state ? [act.state.id] : [])],
  }
}

/** Acts: what was done, on which evidence. */
export const acts =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/acts',
      {
        schema: {
          operationId: 'listActs',
          summary: 'Acts',
          description:
            'What was done, in the order of time: acts under the treaty, steps inside a state, and political acts, each with its evidence.',
          tags: ['Acts'],
          querystring: listQuery(
            {
              ...filterParameters,
              kind: oneOf(actKinds, 'What was done.', 'head_of_state_decree'),
              plane: oneOf(planes, 'Where it has effect.', 'domestic'),
              aim: oneOf(aims, 'What it leads towards.', 'withdrawal'),
              actor: Type.Optional(
                Type.String({
                  maxLength: 200,
                  description: 'The id of the speaker who acted.',
                  examples: ['volodymyr-zelenskyy'],
                }),
              ),
              minIndependentSources: Type.Optional(
                Type.Integer({
                  minimum: 1,
                  maximum: 100,
                  description: 'Only acts that at least so many sources support independently, in the whole record.',
                  examples: [1],
                }),
              ),
              from: Type.Optional(windowDay('Acts on or after this day.', '2025-06-01')),
              to: Type.Optional(windowDay('Acts on or before this day.', '2025-06-30')),
              dateMatch: oneOf(
                ['certain', 'possible'],
                'Whether the date must lie in the window whatever it may mean, or may lie in it. Default: possible, so that nothing is lost.',
                'certain',
              ),
              ...pinParameters,
            },
            feedFormats,
          ),
          response: {
            ...listResponses('A page of acts.', ActList, Act, feedFormats),
            ...problemResponses(400, 409, 500),
          },
        },
        config: {
          examples: [
            '/v1/acts?state=ukraine&treaty=ottawa-convention&plane=domestic&knownOn=2025-06-30',
            '/v1/acts?stat=UKR',
            '/v1/acts?from=2025-02-30',
          ],
        },
      },
      (request, reply) => {
        const { database } = context.snapshot()
        const { query } = request
        const pins = readPins(query, context)
        const { kind, plane, aim, minIndependentSources, dateMatch } = query
        const filter = {
          ...{ kind, plane, aim, minIndependentSources, dateMatch },
          ...readWindow(query, context),
          treaty: treatyInQuery(query.treaty, context),
          state: stateInQuery(query.state, context),
          actor: speakerInQuery(query.actor, context, 'actor'),
        }
        const read = (page: Page) => listActs(database, filter, pins, page)
        const feed = {
          title: feedTitle('acts', filter, query, context),
          newest: (limit: number) => newestActs(database, filter, pins, limit),
          entry,
        }
        return answerList(request, reply, { name: 'acts', keys: 2, row: Act, read, show: showAct, feed }, context, pins)
      },
    )

    app.get(
      '/v1/acts/:act',
      {
        schema: {
          operationId: 'getAct',
          summary: 'One act',
          description: 'An act with the statements that say that it happened, and when.',
          tags: ['Acts'],
          params: Type.Object({
            act: Type.String({ maxLength: 200, description: 'The id of an act.', examples: ['ukr-withdrawal-decree'] }),
          }),
          querystring: formattedQuery(pinParameters, allFormats),
          response: {
            ...oneResponses('The act.', ActAnswer, allFormats),
            ...problemResponses(400, 404, 409, 500),
          },
        },
        config: {
          examples: [
            '/v1/acts/ukr-withdrawal-decree?knownOn=2025-06-30',
            '/v1/acts/ukr-withdrawal-decre',
            '/v1/acts/ukr-withdrawal-decree?accordingTo=articles',
          ],
        },
      },
      (request, reply) => {
        const { database } = context.snapshot()
        const pins = readPins(request.query, context)
        const { act } = request.params
        const found = findAct(database, act, pins)
        if (!found) throw unknownId('act', act, actIdsAround(database, act))
        const shown = showAct(found)
        return answerFormatted(request, reply, shown, context, pins, {
          linked: (setting) => linkedAct(shown, setting),
          cited: (setting) => {
            const supporting = found.evidence.filter(({ relation }) => relation === 'supports')
            return actCitation(
              shown,
              quoted(
                database,
                supporting.map(({ statement }) => statement),
                pins,
              ),
              setting,
            )
          },
        })
      },
    )
  }
