import { once } from '../domain/once.ts'
import { type TProperties, type TSchema, Type } from '../json-schema.ts'
import { atom } from './formats/atom.ts'
import { bibtex } from './formats/bibtex.ts'
import { citation } from './formats/citation.ts'
import { csl } from './formats/csl.ts'
import { csv } from './formats/csv.ts'
import { jsonfeed } from './formats/jsonfeed.ts'
import { jsonld } from './formats/jsonld.ts'
import { ndjson } from './formats/ndjson.ts'
import { expectFormat } from './formats/negotiation.ts'
import { problemResponses } from './problems.ts'

/** The formats in which a list is had whole, those in which it is followed, and those in which one thing is cited. */
export const flat = { csv, ndjson }
export const feeds = { atom, jsonfeed }
export const cited = { citation, bibtex, csl }
const mediaTypes = Object.fromEntries(
  Object.entries({ json: { mediaType: 'application/json' }, ...flat, ...feeds, jsonld, ...cited }).map(
    ([name, { mediaType }]) => [name, mediaType],
  ),
) as Record<Format, string>

/** Every format by the name that `?format=` gives it. */
export type Format = 'json' | keyof typeof flat | keyof typeof feeds | 'jsonld' | keyof typeof cited
type ListFormatName = 'json' | keyof typeof flat | keyof typeof feeds

/** The formats of a list, and of a list that can be followed. */
export const listFormats: ListFormatName[] = ['json', 'csv', 'ndjson']
export const feedFormats: ListFormatName[] = [...listFormats, 'atom', 'jsonfeed']

/** The formats of one thing: as linked data, as something to cite, or as both. */
export const linkedFormats: Format[] = ['json', 'jsonld']
export const citedFormats: Format[] = ['json', 'citation', 'bibtex', 'csl']
export const allFormats: Format[] = [...linkedFormats, 'citation', 'bibtex', 'csl']

/** The media types of some formats. */
export const offered = once(
  (formats: Format[]) => Object.fromEntries(formats.map((name) => [name, mediaTypes[name]])) as Record<Format, string>,
)

/** What a route does first that answers as JSON alone. */
export const expectJson = expectFormat(offered(['json']))

const closed = { additionalProperties: false }

const formatParameter = <F extends Format>(formats: F[]) =>
  Type.Optional(
    Type.Enum([...formats] as [F, ...F[]], {
      type: 'string',
      description: 'The format; otherwise `Accept` says it.',
      examples: ['json'],
    }),
  )

const pageParameters = {
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 200,
      description: 'How many to answer with at most. Default: 50; all, in the flat formats.',
      examples: [10],
    }),
  ),
  cursor: Type.Optional(
    Type.String({ maxLength: 1000, description: 'Where to go on: `page.next` of the page before.' }),
  ),
}

/** The query of a list: its filters, pins, format and page; anything else is a 400. */
export const listQuery = <T extends TProperties>(parameters: T, formats = listFormats) =>
  Type.Object({ ...parameters, ...pageParameters, format: formatParameter(formats) }, closed)

/** The query of one thing that is there in one form of its own. */
export const oneQuery = <T extends TProperties>(parameters: T) => Type.Object(parameters, closed)

/** The query of one thing that is there as JSON alone, which may be named as anywhere else. */
export const jsonQuery = <T extends TProperties>(parameters: T) => formattedQuery(parameters, ['json'])

/** The query of one thing that is there in several formats. */
export const formattedQuery = <T extends TProperties>(parameters: T, formats: Format[]) =>
  Type.Object({ ...parameters, format: formatParameter(formats) }, closed)

/** The successful answer about one thing, for its schema, in each of its formats. */
export function oneResponses<A extends TSchema>(description: string, answer: A, formats: Format[]) {
  const others = Object.entries({ jsonld, ...cited }).filter(([name]) => formats.includes(name as Format))
  return {
    200: {
      description: [description, ...others.map(([, one]) => `**${one.mediaType}**: ${one.describe}`)].join('\n\n'),
      content: {
        'application/json': { schema: answer },
        ...Object.fromEntries(others.map(([, { mediaType }]) => [mediaType, { schema: schemaOf(mediaType) }])),
      },
    },
    ...problemResponses(406),
  }
}

/** The successful answer of a list, for its schema: a page as JSON, the whole in each flat format, the newest as feeds. */
export function listResponses<A extends TSchema>(
  description: string,
  answer: A,
  row: TSchema,
  formats: ListFormatName[] = listFormats,
) {
  const others = [
    ...Object.values(flat).map(({ mediaType, describe }) => ({ mediaType, says: describe(row) })),
    ...(formats.includes('atom') ? Object.values(feeds) : []).map(({ mediaType, describe }) => ({
      mediaType,
      says: describe,
    })),
  ]
  return {
    200: {
      description: [description, ...others.map(({ mediaType, says }) => `**${mediaType}**: ${says}`)].join('\n\n'),
      headers: {
        Link: Type.String({
          description:
            'The pages `first` and `next` (RFC 8288), where there are such; as CSV and NDJSON also the permalink of the list, with every pin and the record, as `bookmark`.',
        }),
        'X-Total-Count': Type.Integer({
          description:
            'As CSV or NDJSON, how many things match the filters, on all pages: `page.total`; a whole file has as many rows.',
        }),
      },
      content: {
        'application/json': { schema: answer },
        ...Object.fromEntries(others.map(({ mediaType }) => [mediaType, { schema: schemaOf(mediaType) }])),
      },
    },
    ...problemResponses(406),
  }
}

const open = { additionalProperties: true }

/** What another's specification says of a format, as far as it serves a reader; all else is text. */
const schemas: Record<string, TSchema> = {
  [jsonfeed.mediaType]: Type.Object(
    { version: Type.String(), title: Type.String(), items: Type.Array(Type.Object({ id: Type.String() }, open)) },
    open,
  ),
  [jsonld.mediaType]: Type.Object(
    { '@context': Type.Object({ '@base': Type.String() }, open), '@id': Type.String() },
    open,
  ),
  [csl.mediaType]: Type.Array(
    Type.Object({ id: Type.String(), type: Type.String(), title: Type.String(), URL: Type.String() }, open),
  ),
}

const schemaOf = (mediaType: string): TSchema => schemas[mediaType] ?? Type.String()
