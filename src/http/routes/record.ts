import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { once } from '../../domain/once.ts'
import { coverageOf } from '../../storage/coverage.ts'
import type { Database } from '../../storage/database.ts'
import { answerOne } from '../answers.ts'
import { RecordAnswer } from '../components/record.ts'
import type { Context } from '../context.ts'
import { version } from '../document.ts'
import { expectJson, jsonQuery } from '../offers.ts'
import { expectRecord, recordParameters } from '../pins.ts'
import { problemResponses } from '../problems.ts'
import { treatyRef } from '../references.ts'

const notCovered = [
  'states that no longer exist, such as Czechoslovakia, the German Democratic Republic and Yugoslavia; numbers of parties of their time can be too low',
  'when a state came into being; before that day it is `not_party`, or `unknown` where it succeeded to a treaty and no source says from when',
  'treaties that are not listed here, and every treaty deposited elsewhere than with the Secretary-General of the United Nations',
  'whatever happened after the day of the latest source; standings of later days are carried forward and say so',
  'the texts of reservations, declarations and objections; the record says that there is one, whose and when',
  'the texts of articles and reports beyond the words quoted',
  'the reasons that Estonia, Finland, Latvia, Lithuania and Poland gave for leaving the Mine Ban Convention; no source of the record prints them',
]

/** What the record covers, as it is published. */
const showCoverage = once((database: Database) => {
  const { treaties, completeLists, ...counts } = coverageOf(database)
  return {
    ...counts,
    treaties: treaties.map(treatyRef),
    notCovered,
    completeLists: completeLists.map(({ treaty, completeAsAt }) => ({ treaty: treatyRef(treaty), completeAsAt })),
  }
})

/** The answer of `/v1`: what this is, when it was built, what it covers, and where to go on. */
export function describeRecord(request: FastifyRequest, context: Context) {
  const { database, id, builtAt } = context.snapshot()
  const data = {
    name: 'Pacta',
    description: 'Who is bound by which treaty, on which day, and how do we know?',
    version,
    record: { id, builtAt: builtAt.toISOString() },
    coverage: showCoverage(database),
  }
  const answer = answerOne(request, data, context)
  const resources = ['states', 'treaties', 'acts', 'statements', 'speakers', 'sources', 'conflicts']
  Object.assign(answer.links, {
    ...Object.fromEntries(resources.map((name) => [name, `/v1/${name}`])),
    search: '/v1/search?q={words}',
    compare: '/v1/compare?states={states}',
    // Of a record with many treaties no calendar is had without one of them.
    calendar: '/v1/calendar.ics?treaty={treaty}',
    changes: '/v1/changes?since={since}',
    sqlite: '/v1/record.sqlite',
    dataPackage: '/v1/datapackage.json',
    zip: '/v1/datapackage.zip',
    openapi: '/openapi.json',
    explorer: '/docs',
  })
  return answer
}

/** The record itself. */
export const record =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1',
      {
        schema: {
          operationId: 'getRecord',
          summary: 'What this is',
          description: 'The record that answers, when it was built, what it covers, and where to go on.',
          tags: ['Record'],
          querystring: jsonQuery(recordParameters),
          response: { 200: { description: 'The record.', ...RecordAnswer }, ...problemResponses(400, 406, 409, 500) },
        },
        preHandler: expectJson,
        config: { examples: ['/v1', '/v1?lang=en', '/v1?record=0000000000000000'] },
      },
      (request) => {
        expectRecord(request.query, context.snapshot())
        return describeRecord(request, context)
      },
    )
  }
