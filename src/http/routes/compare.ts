import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { once } from '../../domain/once.ts'
import { accordingTo, type TreatyRecord } from '../../domain/record.ts'
import { standingAloneOn } from '../../domain/standing.ts'
import { withdrawalStageOn } from '../../domain/withdrawal.ts'
import { Type } from '../../json-schema.ts'
import { type ActFound, listActs } from '../../storage/acts.ts'
import type { Database } from '../../storage/database.ts'
import { lately, readLately } from '../../storage/lately.ts'
import { namesOfStates, namesOfTreaties } from '../../storage/names.ts'
import { type Page, pageOf } from '../../storage/page.ts'
import type { Pins } from '../../storage/pins.ts'
import { findSource } from '../../storage/sources.ts'
import { pinnedPartsOf, pinnedRecord } from '../../storage/treaty-records.ts'
import { answerList, answerOne } from '../answers.ts'
import { ComparisonAnswer, SourceComparison, SourceComparisonList } from '../components/comparison.ts'
import type { Context } from '../context.ts'
import { pathOf, standingShown } from '../membership.ts'
import { stateInQuery, statesInQuery, treatyInQuery } from '../named.ts'
import { expectJson, jsonQuery, listQuery, listResponses } from '../offers.ts'
import { derivedParameters, readDerivedPins } from '../pins.ts'
import { invalidParameter, problemResponses } from '../problems.ts'
import { actRef, dateKnown, sourceRef, stateRef, treatyRef } from '../references.ts'

/** More cells than this are asked for in several calls. */
const mostCells = 2000

// The same on every day that is asked about.
const actsOf = readLately(50, (database: Database, treaty: string, state: string, pins: Pins) => {
  const found: ActFound[] = []
  let after: string[] | undefined
  do {
    const { rows, next } = listActs(database, { treaty, state }, pins, { limit: 1000, after })
    found.push(...rows)
    after = next
  } while (after !== undefined)
  return found
})
const onlyFrom = once((_: TreatyRecord) => lately<TreatyRecord>(20))

/** Comparisons: states beside states in several treaties, and sources beside sources on one standing. */
export const compare =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/compare',
      {
        schema: {
          operationId: 'compareStates',
          summary: 'States beside states',
          description: 'A matrix: the standing of each of several states in each of several treaties, on a day.',
          tags: ['Membership'],
          querystring: jsonQuery({
            states: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
              minItems: 1,
              maxItems: 200,
              description: 'States by code or name, separated by commas or given again.',
              examples: [['FIN', 'POL', 'UKR']],
            }),
            treaties: Type.Optional(
              Type.Array(Type.String({ minLength: 1, maxLength: 300 }), {
                minItems: 1,
                maxItems: 200,
                description: 'Treaties by id, UN reference or name, separated by commas or given again. Default: all.',
                examples: [['mine-ban']],
              }),
            ),
            ...derivedParameters,
          }),
          response: {
            200: { description: 'The matrix.', ...ComparisonAnswer },
            ...problemResponses(400, 406, 409, 500),
          },
        },
        preHandler: expectJson,
        config: {
          examples: [
            '/v1/compare?states=FIN,POL,UKR&treaties=mine-ban&asOf=2025-07-01&knownOn=2025-07-01',
            '/v1/compare?states=FIN,Polnd',
          ],
        },
      },
      (request) => {
        const pins = readDerivedPins(request.query, context)
        const { database } = context.snapshot()
        const states = statesInQuery(request.query.states, context)
        const treaties =
          request.query.treaties === undefined
            ? [...namesOfTreaties(database).keys()]
            : [...new Set(request.query.treaties.map((name) => treatyInQuery(name, context, 'treaties') ?? name))]
        if (states.length * treaties.length > mostCells)
          throw invalidParameter({
            parameter: 'states',
            value: request.query.states.join(','),
            message: `${states.length} states in ${treaties.length} treaties are more than ${mostCells} standings; ask in several calls`,
          })
        const rows = states.map((state) => ({
          state: stateRef({ id: state, name: namesOfStates(database).get(state) ?? state }),
          standings: pinnedPartsOf(database, state, treaties, pins).map((record) => {
            const treaty = record.treaty.id
            return {
              treaty: treatyRef({ id: treaty, name: namesOfTreaties(database).get(treaty) ?? treaty }),
              ...standingShown(standingAloneOn(record, state, pins.asOf)),
              withdrawalStage: withdrawalStageOn(record, state, pins.asOf),
              href: pathOf(treaty, state),
            }
          }),
        }))
        return answerOne(request, { rows }, context, pins)
      },
    )

    app.get(
      '/v1/compare/sources',
      {
        schema: {
          operationId: 'compareSources',
          summary: 'Sources beside sources',
          description:
            'What each source alone supports on the standing of a state in a treaty: the standing, and the acts it tells of.',
          tags: ['Membership'],
          querystring: listQuery({
            state: Type.String({ maxLength: 200, description: 'A state, by code or name.', examples: ['ukraine'] }),
            treaty: Type.String({ maxLength: 500, description: 'A treaty, by id or name.', examples: ['mine-ban'] }),
            ...derivedParameters,
          }),
          response: {
            ...listResponses('A page of sources.', SourceComparisonList, SourceComparison),
            ...problemResponses(400, 409, 500),
          },
        },
        config: {
          examples: [
            '/v1/compare/sources?state=ukraine&treaty=mine-ban&asOf=2025-07-01&knownOn=2025-07-01&accordingTo=article&limit=2',
            '/v1/compare/sources?state=ukraine',
          ],
        },
      },
      (request, reply) => {
        const pins = readDerivedPins(request.query, context)
        const { database } = context.snapshot()
        const state = stateInQuery(request.query.state, context) ?? ''
        const treaty = treatyInQuery(request.query.treaty, context) ?? ''
        const record = pinnedRecord(database, treaty, pins)
        const acts = actsOf(database, treaty, state, { knownOn: pins.knownOn, accordingTo: pins.accordingTo })
        const statements = new Map(record.statements.map(({ id, source }) => [id, source]))
        const heard = new Set([
          ...acts.flatMap(({ evidence }) => evidence.map(({ source }) => source)),
          ...[...record.claims, ...record.requirements]
            .filter((row) => row.state === state)
            .map(({ statement }) => statements.get(statement)),
          ...record.lists.map(({ source }) => source),
        ])
        const sources = [...heard].filter((source) => source !== undefined).sort()
        const read = (page: Page) => pageOf(sources, page, (source) => source)
        const show = (source: string) => {
          const alone = onlyFrom(record)(source, () => accordingTo(record, [source]))
          const found = findSource(database, source)
          return {
            source: sourceRef({ id: source, publisher: found?.publisher ?? null }),
            kind: found?.kind ?? ('article' as const),
            ...standingShown(standingAloneOn(alone, state, pins.asOf)),
            withdrawalStage: withdrawalStageOn(alone, state, pins.asOf),
            acts: acts.flatMap(({ id, summary, evidence }) => {
              const own = evidence.filter((row) => row.source === source)
              if (own.length === 0) return []
              const dated = own.find(({ date }) => date !== null)
              const date = dated?.date ? dateKnown(dated.date, dated.basis, [dated.reading]) : null
              return [{ act: actRef({ id, name: summary }), date }]
            }),
          }
        }
        return answerList(
          request,
          reply,
          { name: 'compared-sources', keys: 1, row: SourceComparison, read, show },
          context,
          pins,
        )
      },
    )
  }
