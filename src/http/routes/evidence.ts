import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { completeFor } from '../../domain/record.ts'
import { Type } from '../../json-schema.ts'
import { findAct } from '../../storage/acts.ts'
import type { Database } from '../../storage/database.ts'
import { readLately } from '../../storage/lately.ts'
import type { Pins } from '../../storage/pins.ts'
import { findSource } from '../../storage/sources.ts'
import { findStatement } from '../../storage/statements.ts'
import { clausesOf } from '../../storage/treaties.ts'
import { pinnedRecord } from '../../storage/treaty-records.ts'
import { answerOne } from '../answers.ts'
import { EvidenceAnswer } from '../components/members.ts'
import type { Context } from '../context.ts'
import { membershipOf, pathOf, restsOn } from '../membership.ts'
import { stateInPath, treatyInPath } from '../named.ts'
import { expectJson, jsonQuery } from '../offers.ts'
import { derivedParameters, readDerivedPins } from '../pins.ts'
import { problemResponses } from '../problems.ts'
import { showAct } from '../shown/act.ts'
import { showSource } from '../shown/source.ts'
import { showStatement } from '../shown/statement.ts'
import { stateParams, treatyParams } from './parameters.ts'

// The same on every day that is asked about.
const actShown = readLately(300, (database: Database, id: string, pins: Pins) => {
  const act = findAct(database, id, pins)
  return act && showAct(act)
})
const statementShown = readLately(300, (database: Database, id: string, pins: Pins) => {
  const statement = findStatement(database, id, pins)
  return statement && showStatement(statement)
})

/** All that one standing rests on, to keep or to hand on. */
export const evidence =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/treaties/:treaty/members/:state/evidence',
      {
        schema: {
          operationId: 'getEvidence',
          summary: 'All that a standing rests on',
          description:
            'The standing with its derivation, the clauses that were applied, and every act, statement and source that it names: the words, their places, the digests.',
          tags: ['Membership'],
          params: Type.Object({ ...treatyParams.properties, ...stateParams.properties }),
          querystring: jsonQuery(derivedParameters),
          response: {
            200: { description: 'The standing and its evidence.', ...EvidenceAnswer },
            ...problemResponses(400, 404, 406, 409, 500),
          },
        },
        preHandler: expectJson,
        config: {
          examples: [
            '/v1/treaties/mine-ban/members/ukraine/evidence?asOf=2025-07-01&knownOn=2025-07-01&accordingTo=unnamed-ukraine-decree',
            '/v1/treaties/mine-ban/members/Ukrane/evidence',
            '/v1/treaties/mine-ban/members/ukraine/evidence?asOf=2025-02-30',
          ],
        },
      },
      (request) => {
        const pins = readDerivedPins(request.query, context)
        const { database } = context.snapshot()
        const treaty = treatyInPath(request.params.treaty, context)
        const state = stateInPath(request.params.state, context)
        const standing = membershipOf(database, treaty, state, pins)
        const named = restsOn(standing)
        const known = { knownOn: pins.knownOn, accordingTo: pins.accordingTo }
        const acts = named.acts.flatMap((id) => actShown(database, id, known) ?? [])
        const said = [...named.statements, ...acts.flatMap((act) => act.evidence.map(({ statement }) => statement.id))]
        const statements = [...new Set(said)].flatMap((id) => statementShown(database, id, known) ?? [])
        const { lists } = pinnedRecord(database, treaty, pins)
        const heard = [...statements.map(({ source }) => source.id), ...lists.map(({ source }) => source)]
        const sources = [...new Set(heard)].flatMap((id) => findSource(database, id) ?? []).map(showSource)
        const data = {
          standing,
          clauses: clausesOf(database, treaty),
          acts,
          statements,
          sources,
          completeLists: lists.map((list) => ({ source: list.source, completeAsAt: completeFor(list, state) })),
          links: { self: `${pathOf(treaty, state)}/evidence`, member: pathOf(treaty, state) },
        }
        return answerOne(request, data, context, pins)
      },
    )
  }
