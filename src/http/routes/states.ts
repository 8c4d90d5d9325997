import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '../../json-schema.ts'
import type { Page } from '../../storage/page.ts'
import { findState, listStates, type State as StateFound } from '../../storage/states.ts'
import { unStatuses } from '../../storage/tables.ts'
import { answerFormatted, answerList } from '../answers.ts'
import { State, StateAnswer, StateList } from '../components/states.ts'
import type { Context } from '../context.ts'
import { linkedState } from '../linked/state.ts'
import { stateInPath } from '../named.ts'
import { formattedQuery, linkedFormats, listQuery, listResponses, oneResponses } from '../offers.ts'
import { expectRecord, recordParameters } from '../pins.ts'
import { problemResponses } from '../problems.ts'
import { showState } from '../shown/state.ts'
import { oneOf } from './parameters.ts'

/** The states, and the European Union. */
export const states =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/states',
      {
        schema: {
          operationId: 'listStates',
          summary: 'States',
          description: 'The states and organisations that the record knows, by name.',
          tags: ['States'],
          querystring: listQuery({
            unStatus: oneOf(unStatuses, 'Its status at the United Nations.', 'observer'),
            ...recordParameters,
          }),
          response: { ...listResponses('A page of states.', StateList, State), ...problemResponses(400, 409, 500) },
        },
        config: { examples: ['/v1/states?unStatus=observer', '/v1/states?unStatus=observers'] },
      },
      (request, reply) => {
        expectRecord(request.query, context.snapshot())
        const { database } = context.snapshot()
        const read = (page: Page) => listStates(database, request.query, page)
        return answerList(request, reply, { name: 'states', keys: 2, row: State, read, show: showState }, context)
      },
    )

    app.get(
      '/v1/states/:state',
      {
        schema: {
          operationId: 'getState',
          summary: 'One state',
          description: 'A state by ISO alpha-3 or alpha-2, M49, or any recorded name, in any case.',
          tags: ['States'],
          params: Type.Object({
            state: Type.String({ maxLength: 200, description: 'A state, by code or name.', examples: ['ukraine'] }),
          }),
          querystring: formattedQuery(recordParameters, linkedFormats),
          response: {
            ...oneResponses('The state.', StateAnswer, linkedFormats),
            ...problemResponses(400, 404, 409, 500),
          },
        },
        config: { examples: ['/v1/states/ukraine', '/v1/states/Ukrane', '/v1/states/UKR?lang=en'] },
      },
      (request, reply) => {
        expectRecord(request.query, context.snapshot())
        const found = findState(context.snapshot().database, stateInPath(request.params.state, context))
        const state = showState(found as StateFound)
        return answerFormatted(request, reply, state, context, undefined, {
          linked: (setting) => linkedState(state, setting),
        })
      },
    )
  }
