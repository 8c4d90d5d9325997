import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { speakerKinds } from '../../domain/evidence.ts'
import { Type } from '../../json-schema.ts'
import { nearestSpeaker } from '../../storage/names.ts'
import type { Page } from '../../storage/page.ts'
import { findSpeaker, listSpeakers, type Speaker as SpeakerFound } from '../../storage/speakers.ts'
import { answerList, answerOne } from '../answers.ts'
import { Speaker, SpeakerAnswer, SpeakerList } from '../components/speakers.ts'
import type { Context } from '../context.ts'
import { filterParameters, stateInQuery } from '../named.ts'
import { expectJson, jsonQuery, listQuery, listResponses } from '../offers.ts'
import { expectRecord, recordParameters } from '../pins.ts'
import { problemResponses, unknownThing } from '../problems.ts'
import { sourceRef, stateRef } from '../references.ts'
import { oneOf } from './parameters.ts'

const show = ({ id, kind, name, state, stateName, note, printed, printedIn }: SpeakerFound) => ({
  id,
  kind,
  name,
  state: stateRef(state === null ? null : { id: state, name: stateName ?? state }),
  note,
  printed: printed.map(({ source, publisher, ...as }) => ({ ...as, source: sourceRef({ id: source, publisher }) })),
  printedIn,
  links: { self: `/v1/speakers/${id}`, statements: `/v1/statements?speaker=${id}`, acts: `/v1/acts?actor=${id}` },
})

/** Speakers: persons, bodies, newsrooms, collectives, documents. */
export const speakers =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/speakers',
      {
        schema: {
          operationId: 'listSpeakers',
          summary: 'Speakers',
          description:
            'Persons, bodies, newsrooms, collectives and documents, with the names and roles that each source prints.',
          tags: ['Speakers'],
          querystring: listQuery({
            kind: oneOf(speakerKinds, 'Who or what speaks.', 'person'),
            state: filterParameters.state,
            ...recordParameters,
          }),
          response: {
            ...listResponses('A page of speakers.', SpeakerList, Speaker),
            ...problemResponses(400, 409, 500),
          },
        },
        config: { examples: ['/v1/speakers?kind=person', '/v1/speakers?kind=people'] },
      },
      (request, reply) => {
        expectRecord(request.query, context.snapshot())
        const filter = { ...request.query, state: stateInQuery(request.query.state, context) }
        const { database } = context.snapshot()
        const read = (page: Page) => listSpeakers(database, filter, page)
        return answerList(request, reply, { name: 'speakers', keys: 1, row: Speaker, read, show }, context)
      },
    )

    app.get(
      '/v1/speakers/:speaker',
      {
        schema: {
          operationId: 'getSpeaker',
          summary: 'One speaker',
          description: 'A speaker with every spelling and role in which a source prints it.',
          tags: ['Speakers'],
          params: Type.Object({
            speaker: Type.String({
              maxLength: 200,
              description: 'The id of a speaker.',
              examples: ['volodymyr-zelenskyy'],
            }),
          }),
          querystring: jsonQuery(recordParameters),
          response: {
            200: { description: 'The speaker.', ...SpeakerAnswer },
            ...problemResponses(400, 404, 406, 409, 500),
          },
        },
        preHandler: expectJson,
        config: {
          examples: [
            '/v1/speakers/volodymyr-zelenskyy',
            '/v1/speakers/volodymyr-zelenskiy',
            '/v1/speakers/roman-kostenko?lang=en',
          ],
        },
      },
      (request) => {
        const { database } = context.snapshot()
        expectRecord(request.query, context.snapshot())
        const { speaker } = request.params
        const found = findSpeaker(database, speaker)
        if (!found) throw unknownThing('speaker', speaker, nearestSpeaker(database, speaker))
        return answerOne(request, show(found), context)
      },
    )
  }
