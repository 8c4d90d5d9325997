import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { formerStatesUntil, historyOf } from '../../domain/history.ts'
import type { Day } from '../../domain/partial-date.ts'
import type { TreatyRecord } from '../../domain/record.ts'
import { standingAloneOn } from '../../domain/standing.ts'
import { withdrawalTrack } from '../../domain/withdrawal.ts'
import { Type } from '../../json-schema.ts'
import { namesOfStates, namesOfTreaties } from '../../storage/names.ts'
import { listStates } from '../../storage/states.ts'
import { pinnedRecord } from '../../storage/treaty-records.ts'
import type { Context } from '../context.ts'
import { nameIn } from '../derivation.ts'
import type { Basis } from '../formats/captions.ts'
import { historySvg } from '../formats/history-svg.ts'
import { membersSvg } from '../formats/members-svg.ts'
import { expectFormat } from '../formats/negotiation.ts'
import { withdrawalSvg } from '../formats/withdrawal-svg.ts'
import { bookmarkTo, linksOf, notePinned } from '../links.ts'
import { stateInPath, treatyInPath } from '../named.ts'
import { oneQuery } from '../offers.ts'
import { type AnswerPins, derivedParameters, pinParameters, readDerivedPins, readPins } from '../pins.ts'
import { problemResponses } from '../problems.ts'
import { stateParams, treatyParams } from './parameters.ts'

const mediaType = 'image/svg+xml'
const preHandler = expectFormat({ svg: mediaType })

/** The answers of a picture, for its schema. */
const pictureResponses = (description: string) => ({
  200: {
    description: `${description} One SVG document that stands alone and may be embedded anywhere; \`title\` and \`desc\` say in words what it shows, and it is light or dark as its viewer is.`,
    content: { [mediaType]: { schema: Type.String() } },
  },
  ...problemResponses(400, 404, 406, 409, 500),
})

/** Answers with a picture that any page may show, and that runs nothing and loads nothing. */
function answerPicture(request: FastifyRequest, reply: FastifyReply, svg: string, context: Context, pins: AnswerPins) {
  const links = linksOf(request, context, pins)
  notePinned(request, links)
  reply
    .type(`${mediaType}; charset=utf-8`)
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    .header('link', bookmarkTo(links))
  return svg
}

function basisOf(record: TreatyRecord, pins: AnswerPins, { snapshot }: Context): Basis {
  const [list = null] = record.lists.toSorted((a, b) => (a.completeAsAt < b.completeAsAt ? 1 : -1))
  return { pins, record: snapshot().id, list }
}

/** The record, drawn: who is a party on a map, how many over time, and how far a withdrawal has come. */
export const pictures =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    /** The treaty of a path under the pins, and what it is called. */
    const treatyPinned = (named: string, pins: AnswerPins) => {
      const { database } = context.snapshot()
      const id = treatyInPath(named, context)
      return { database, record: pinnedRecord(database, id, pins), treaty: namesOfTreaties(database).get(id) ?? id }
    }

    app.get(
      '/v1/treaties/:treaty/history.svg',
      {
        schema: {
          operationId: 'drawHistory',
          summary: 'A picture of its membership over time',
          description:
            'The number of parties over time as a curve, in force and by deposit, with the states that joined and left in each year.',
          tags: ['Membership'],
          params: treatyParams,
          querystring: oneQuery(pinParameters),
          response: pictureResponses('The curve.'),
        },
        preHandler,
        config: {
          examples: [
            '/v1/treaties/mine-ban/history.svg?knownOn=2000-01-01',
            '/v1/treaties/mine-bam/history.svg',
            '/v1/treaties/mine-ban/history.svg?knownOn=2025-02-30',
          ],
        },
      },
      (request, reply) => {
        const pins = readPins(request.query, context)
        const { database, record, treaty } = treatyPinned(request.params.treaty, pins)
        const names = namesOfStates(database)
        const { adopted, entryIntoForce } = record.treaty
        const svg = historySvg({
          treaty,
          adopted,
          entryIntoForce,
          formerStatesUntil: formerStatesUntil(record.treaty),
          rows: historyOf(record, [...names.keys()]),
          nameOf: (state) => names.get(state) ?? state,
          basis: basisOf(record, pins, context),
        })
        return answerPicture(request, reply, svg, context, pins)
      },
    )

    app.get(
      '/v1/treaties/:treaty/members.svg',
      {
        schema: {
          operationId: 'drawMembers',
          summary: 'A map of the standing of every state',
          description:
            'The standing of every state in the treaty on a day as a map of the world (Natural Earth), with how many stand how. States too small to draw are dots.',
          tags: ['Membership'],
          params: treatyParams,
          querystring: oneQuery(derivedParameters),
          response: pictureResponses('The map.'),
        },
        preHandler,
        config: {
          examples: [
            '/v1/treaties/mine-ban/members.svg?asOf=2025-07-01&knownOn=2025-07-01',
            '/v1/treaties/mine-bam/members.svg',
            '/v1/treaties/mine-ban/members.svg?asOf=2025-02-30',
          ],
        },
      },
      (request, reply) => {
        const pins = readDerivedPins(request.query, context)
        const { database, record, treaty } = treatyPinned(request.params.treaty, pins)
        const { rows } = listStates(database, {}, { limit: 1000, after: undefined })
        const states = rows.map(({ id, m49, name }) => ({
          id,
          m49,
          name,
          standing: standingAloneOn(record, id, pins.asOf).standing,
        }))
        const svg = membersSvg({
          treaty,
          formerStatesUntil: formerStatesUntil(record.treaty),
          states,
          basis: basisOf(record, pins, context),
        })
        return answerPicture(request, reply, svg, context, pins)
      },
    )

    app.get(
      '/v1/treaties/:treaty/members/:state/withdrawal.svg',
      {
        schema: {
          operationId: 'drawWithdrawal',
          summary: "A picture of a state's way out",
          description:
            "The track of a state's withdrawal as a timeline: its steps, done, required, pending or blocked, on the international, domestic or political plane, with their dates as far as they are known.",
          tags: ['Membership'],
          params: Type.Object({ ...treatyParams.properties, ...stateParams.properties }),
          querystring: oneQuery(derivedParameters),
          response: pictureResponses('The timeline.'),
        },
        preHandler,
        config: {
          examples: [
            '/v1/treaties/mine-ban/members/ukraine/withdrawal.svg?asOf=2025-07-01&knownOn=2025-07-01',
            '/v1/treaties/mine-ban/members/Ukrane/withdrawal.svg',
            '/v1/treaties/mine-ban/members/ukraine/withdrawal.svg?asOf=2025-02-30',
          ],
        },
      },
      (request, reply) => {
        const pins = readDerivedPins(request.query, context)
        const { database, record, treaty } = treatyPinned(request.params.treaty, pins)
        const state = stateInPath(request.params.state, context)
        const asOf: Day = pins.asOf
        const svg = withdrawalSvg({
          state: namesOfStates(database).get(state) ?? state,
          spoken: nameIn(database)(state),
          treaty,
          asOf,
          track: withdrawalTrack(record, state, asOf, nameIn(database)),
          basis: basisOf(record, pins, context),
        })
        return answerPicture(request, reply, svg, context, pins)
      },
    )
  }
