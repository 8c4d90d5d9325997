import { createHash } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { nearestName } from '../../domain/names.ts'
import { Type } from '../../json-schema.ts'
import { describedTables } from '../../storage/described.ts'
import { entityTag } from '../caching.ts'
import { code } from '../code.ts'
import type { Context } from '../context.ts'
import { describePackage, measureTable, streamTable, zipPackage } from '../formats/data-package.ts'
import { oneQuery } from '../offers.ts'
import { recordParameters } from '../pins.ts'
import { problemResponses, unknownThing } from '../problems.ts'
import { expectTurn } from '../turns.ts'
import { recordAsked } from './record-asked.ts'

const names = describedTables.map(({ name }) => name)
const tags = ['Downloads']
const querystring = oneQuery(recordParameters)
const attached = (id: string, name: string) => `attachment; filename="pacta-${id}${name}"`

/** The record as a Frictionless Data Package: its description with the dictionary, its tables as CSV, and both in one file. */
export const dataPackage =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/datapackage.json',
      {
        schema: {
          operationId: 'getDataPackage',
          summary: 'The record as a data package, with its dictionary',
          description:
            'A Tabular Data Package (Frictionless, version 1): every table with the meaning, the type and the constraints of every column, its keys, its size and its SHA-256 unless it is very long; the licence, the sources, and the id of the record as `version`.',
          tags,
          querystring,
          response: {
            200: {
              description: 'The description of the package.',
              content: {
                'application/json': {
                  schema: Type.Object(
                    {
                      profile: Type.String(),
                      name: Type.String(),
                      version: Type.String(),
                      resources: Type.Array(Type.Any()),
                    },
                    { additionalProperties: true },
                  ),
                },
              },
            },
            ...problemResponses(400, 409, 500),
          },
        },
        config: { examples: ['/v1/datapackage.json', '/v1/datapackage.json?recrod=1'] },
      },
      async (request, reply) => {
        const { snapshot, bookmark } = recordAsked(request, context)
        const description = await describePackage(snapshot)
        // As it is, in the order in which a person reads it.
        reply.type('application/json; charset=utf-8').header('link', bookmark).serializer(JSON.stringify)
        return description as never
      },
    )

    app.get(
      '/v1/datapackage.zip',
      {
        schema: {
          operationId: 'downloadDataPackage',
          summary: 'The data package in one file',
          description: 'A ZIP file with `datapackage.json` and every table as CSV, all of one record.',
          tags,
          querystring,
          response: {
            200: {
              description: 'The package.',
              content: {
                'application/zip': {
                  schema: Type.Unsafe<never>({ type: 'string', contentMediaType: 'application/zip' }),
                },
              },
            },
            ...problemResponses(400, 409, 500),
          },
        },
        config: { examples: ['/v1/datapackage.zip', '/v1/datapackage.zip?recrod=1'], download: true },
      },
      async (request, reply) => {
        const { snapshot, bookmark } = recordAsked(request, context)
        expectTurn(request)
        // What zlib makes of the tables is the code's affair, so the code is part of the tag.
        const made = createHash('sha256').update([code.digest, snapshot.inputs, snapshot.id].join())
        reply.header('etag', entityTag(made.digest()))
        reply
          .type('application/zip')
          .header('link', bookmark)
          .header('content-disposition', attached(snapshot.id, '.zip'))
        return reply.send(await zipPackage(snapshot)) as never
      },
    )

    app.get(
      '/v1/tables/:table.csv',
      {
        schema: {
          operationId: 'downloadTable',
          summary: 'One table of the record as CSV',
          description: `A table as the record holds it (RFC 4180, UTF-8), its columns as \`/v1/datapackage.json\` describes them. Cells are written to the letter, for programs: no apostrophe guards a spreadsheet against a formula, as it does in the lists. Tables: ${names.map((name) => `\`${name}\``).join(', ')}.`,
          tags,
          params: Type.Object({
            table: Type.String({ description: 'The name of a table.', examples: ['treaty_dates'] }),
          }),
          querystring,
          response: {
            200: {
              description: 'The table.',
              content: { 'text/csv': { schema: Type.Unsafe<never>({ type: 'string' }) } },
            },
            ...problemResponses(400, 404, 409, 500),
          },
        },
        config: {
          examples: ['/v1/tables/records.csv', '/v1/tables/states.csv?recrod=1', '/v1/tables/state.csv'],
        },
      },
      async (request, reply) => {
        const { snapshot, bookmark } = recordAsked(request, context)
        const { table: name } = request.params
        const table = describedTables.find((one) => one.name === name)
        if (!table) throw unknownThing('table', name, nearestName(name, names))
        expectTurn(request)
        const measure = await measureTable(snapshot, table)
        reply
          .type('text/csv; charset=utf-8; header=present')
          .header('link', bookmark)
          .header('content-disposition', attached(snapshot.id, `-${name}.csv`))
        if (measure)
          reply.header('content-length', measure.bytes).header('etag', entityTag(Buffer.from(measure.sha256, 'hex')))
        return reply.send(streamTable(snapshot, table)) as never
      },
    )
  }
