import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { modalities, topics, voices } from '../../domain/evidence.ts'
import type { Day } from '../../domain/partial-date.ts'
import { Type } from '../../json-schema.ts'
import { actIdsAround, actNames, statementIdsAround } from '../../storage/names.ts'
import type { Page } from '../../storage/page.ts'
import { allSourceIds, findSource, type Source as SourceFound } from '../../storage/sources.ts'
import { findStatement, listStatements, newestStatements, type StatementFound } from '../../storage/statements.ts'
import { answerFormatted, answerList } from '../answers.ts'
import { statementCitation } from '../cite.ts'
import { Statement, StatementAnswer, StatementList } from '../components/statements.ts'
import type { Context } from '../context.ts'
import type { FeedEntry } from '../formats/feed.ts'
import { linkedStatement } from '../linked/statement.ts'
import {
  expectWords,
  feedTitle,
  filterParameters,
  idInQuery,
  speakerInQuery,
  stateInQuery,
  treatyInQuery,
} from '../named.ts'
import { allFormats, feedFormats, formattedQuery, listQuery, listResponses, oneResponses } from '../offers.ts'
import { pinParameters, readPins } from '../pins.ts'
import { problemResponses, unknownId } from '../problems.ts'
import { statementRef } from '../references.ts'
import { showStatement } from '../shown/statement.ts'
import { oneOf } from './parameters.ts'

const entry = ({ id, summary, words, speaker, knownLatest, modality, topic }: StatementFound): FeedEntry => {
  const known = knownLatest as Day
  const { href: path } = statementRef({ id, name: summary })
  return {
    path,
    title: summary,
    text: words,
    author: speaker.name,
    known,
    updated: known,
    categories: [modality, topic],
  }
}

const id = (description: string, example: string) =>
  Type.Optional(Type.String({ maxLength: 200, description, examples: [example] }))

/** Statements: who said what, where, in which words. */
export const statements =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/statements',
      {
        schema: {
          operationId: 'listStatements',
          summary: 'Statements',
          description: 'Who said what, where, in which words, in the order of each source.',
          tags: ['Statements'],
          querystring: listQuery(
            {
              ...filterParameters,
              source: id('The id of the source.', 'reuters-ukraine-decree'),
              speaker: id('The id of the speaker.', 'volodymyr-zelenskyy'),
              act: id('The id of an act on which the statement bears.', 'ukr-withdrawal-decree'),
              modality: oneOf(modalities, 'How it stands to what it says.', 'asserted'),
              voice: oneOf(voices, 'In whose words it is printed.', 'indirect_speech'),
              topic: oneOf(topics, 'What it is about.', 'withdrawal'),
              q: Type.Optional(
                Type.String({
                  minLength: 1,
                  maxLength: 500,
                  description: 'Words that it holds, all of them.',
                  examples: ['decree'],
                }),
              ),
              ...pinParameters,
            },
            feedFormats,
          ),
          response: {
            ...listResponses('A page of statements.', StatementList, Statement, feedFormats),
            ...problemResponses(400, 409, 500),
          },
        },
        config: {
          examples: [
            '/v1/statements?speaker=roman-kostenko&limit=2&knownOn=2025-06-30',
            '/v1/statements?speaker=roman-kostenka',
          ],
        },
      },
      (request, reply) => {
        const { database } = context.snapshot()
        const { query } = request
        const pins = readPins(query, context)
        if (query.q !== undefined) expectWords(query.q)
        const { modality, voice, topic, q } = query
        const filter = {
          ...{ modality, voice, topic, q },
          treaty: treatyInQuery(query.treaty, context),
          state: stateInQuery(query.state, context),
          source: idInQuery(
            'source',
            query.source,
            (id) => allSourceIds(database).includes(id),
            () => allSourceIds(database),
          ),
          speaker: speakerInQuery(query.speaker, context),
          act: idInQuery(
            'act',
            query.act,
            (id) => actNames(database)(id) !== undefined,
            () => actIdsAround(database, query.act ?? ''),
          ),
        }
        const read = (page: Page) => listStatements(database, filter, pins, page)
        const feed = {
          title: feedTitle('statements', filter, query, context),
          newest: (limit: number) => newestStatements(database, filter, pins, limit),
          entry,
        }
        const list = { name: 'statements', keys: 2, row: Statement, read, show: showStatement, feed }
        return answerList(request, reply, list, context, pins)
      },
    )

    app.get(
      '/v1/statements/:statement',
      {
        schema: {
          operationId: 'getStatement',
          summary: 'One statement',
          description:
            'A statement with its words, its place in its source, its other renderings, and what it bears on.',
          tags: ['Statements'],
          params: Type.Object({
            statement: Type.String({
              maxLength: 200,
              description: 'The id of a statement.',
              examples: ['reuters-newsroom-ukraine-ratified'],
            }),
          }),
          querystring: formattedQuery(pinParameters, allFormats),
          response: {
            ...oneResponses('The statement.', StatementAnswer, allFormats),
            ...problemResponses(400, 404, 409, 500),
          },
        },
        config: {
          examples: [
            '/v1/statements/reuters-newsroom-ukraine-ratified?knownOn=2025-06-30',
            '/v1/statements/reuters-newsroom-ukraine-ratifies',
            '/v1/statements/reuters-newsroom-ukraine-ratified?knownOn=yesterday',
          ],
        },
      },
      (request, reply) => {
        const { database } = context.snapshot()
        const pins = readPins(request.query, context)
        const { statement } = request.params
        const found = findStatement(database, statement, pins)
        if (!found) throw unknownId('statement', statement, statementIdsAround(database, statement))
        const shown = showStatement(found)
        const source = findSource(database, found.source.id) as SourceFound
        return answerFormatted(request, reply, shown, context, pins, {
          linked: (setting) => linkedStatement(shown, found.knownLatest, setting),
          cited: (setting) => statementCitation(shown, source, setting),
        })
      },
    )
  }
