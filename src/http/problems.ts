import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { nearestName } from '../domain/names.ts'
import { listed } from '../domain/reasons.ts'
import { type Explanation, explain, shown } from '../explain.ts'
import { Problem } from './components/answers.ts'
import { openHeaders } from './headers.ts'
import { pathFinder } from './paths.ts'

/** Every kind of problem the API answers with, by its status. */
const kinds = {
  'invalid-parameter': { status: 400, title: 'A parameter is not allowed or has a wrong value' },
  'invalid-request': { status: 400, title: 'The request cannot be read' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'unknown-thing': { status: 404, title: 'The record holds no such thing' },
  'method-not-allowed': { status: 405, title: 'This can only be read' },
  'not-acceptable': { status: 406, title: 'There is no such format of this' },
  'another-record': { status: 409, title: 'This server serves another record' },
  'range-not-satisfiable': { status: 416, title: 'The file has no such part' },
  'too-many-requests': { status: 429, title: 'There were more requests than are allowed' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
  overloaded: { status: 503, title: 'There is more to do than can be done' },
  stopping: { status: 503, title: 'The server is about to end' },
} as const
export type ProblemKind = keyof typeof kinds

export type ParameterError = {
  parameter: string
  value?: string
  message: string
  allowed?: string[]
  nearest?: string
  near?: string[]
}

/** A problem to answer with; thrown anywhere below a route. */
export class ProblemError extends Error {
  readonly kind: ProblemKind
  readonly errors: ParameterError[] | undefined
  readonly headers: Record<string, string>
  constructor(kind: ProblemKind, detail: string, errors?: ParameterError[], headers: Record<string, string> = {}) {
    super(detail)
    this.kind = kind
    this.errors = errors
    this.headers = headers
  }
}

/** A problem with one parameter or header, in words and in `errors`. */
export function problemWith(kind: ProblemKind, error: ParameterError): ProblemError {
  return new ProblemError(kind, sentenceOf(error), [error])
}

/** A 400 for one parameter. */
export const invalidParameter = (error: ParameterError): ProblemError => problemWith('invalid-parameter', error)

/** Where all things of a kind are found, by what they are called in problems. */
const lists = {
  state: '/v1/states',
  treaty: '/v1/treaties',
  act: '/v1/acts',
  statement: '/v1/statements',
  speaker: '/v1/speakers',
  source: '/v1/sources',
  conflict: '/v1/conflicts',
  table: '/v1/datapackage.json',
}
export type Noun = keyof typeof lists

/**
 * A 404 for a thing that a path names, or a 400 for one that a `filter` names, with the nearest name that the record holds, or
 * several of which each may be meant, or else where to find all.
 */
export function unknownThing(
  noun: Noun,
  value: string,
  meant: string | string[] | undefined,
  filter?: string,
): ProblemError {
  const names = [meant ?? []].flat()
  const kind = filter === undefined ? 'unknown-thing' : 'invalid-parameter'
  const error = {
    parameter: filter ?? noun,
    value,
    message: `the record holds no ${noun} ${shown(value)}`,
    ...(names.length > 1 ? { near: names } : { nearest: names[0] }),
  }
  const sentence = sentenceOf(error)
  return new ProblemError(kind, names.length === 0 ? `${sentence} All are at ${lists[noun]}.` : sentence, [error])
}

/**
 * A 404 for an id: the nearest other id, or, where the record holds the thing but the pins leave its evidence out, that.
 */
export function unknownId(noun: Noun, id: string, ids: string[]): ProblemError {
  if (!ids.includes(id)) return unknownThing(noun, id, nearestName(id, ids))
  const message = `no evidence of the ${noun} "${id}" counts under these pins (knownOn, accordingTo)`
  return new ProblemError('unknown-thing', `${noun}: ${message}.`, [{ parameter: noun, value: id, message }])
}

function sentenceOf({ parameter, message, allowed, nearest, near = [] }: ParameterError): string {
  const meant = (nearest === undefined ? near : [nearest]).map((name) => `"${name}"`)
  const hints = [
    meant.length > 0 && `Did you mean ${listed(meant, 'or')}?`,
    allowed?.length && `Allowed: ${allowed.join(', ')}.`,
  ]
  return [`${parameter}: ${message}.`, ...hints.filter(Boolean)].join(' ')
}

/** The problem responses of an operation, for its schema. */
export function problemResponses<S extends 400 | 404 | 406 | 409 | 416 | 429 | 431 | 500 | 503>(...statuses: S[]) {
  const descriptions = {
    400: 'A parameter is unknown, misspelt or wrong; the answer names it, what is allowed, and the nearest value.',
    404: 'The record holds no such thing; the answer suggests the nearest.',
    406: 'There is no such format of this; the answer lists those there are.',
    409: 'The pinned `record` is not the one that this server serves.',
    416: 'The file has no such part; `Content-Range` says how long it is.',
    429: 'More requests than are allowed in a minute; `Retry-After` says when there are more.',
    431: 'The address and the headers together are too long: more than 16 KiB.',
    500: 'Something went wrong on our side.',
    503: 'There is more to do than can be done; `Retry-After` says when to ask again.',
  }
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: descriptions[status], content: { 'application/problem+json': { schema: Problem } } },
    ]),
  )
}

/** A problem as an object (RFC 9457, section 3); `instance` is the address that was asked, as far as anybody reads it. */
export function problemBody(kind: ProblemKind, detail: string, instance: string, errors?: ParameterError[]) {
  const { status, title } = kinds[kind]
  return { type: `urn:pacta:problem:${kind}`, title, status, detail, instance: instance.slice(0, 2000), errors }
}

/** A problem as it is written where no route is run. */
export function problemOf(kind: ProblemKind, detail: string, instance: string): { status: number; text: string } {
  const body = problemBody(kind, detail, instance)
  return { status: body.status, text: JSON.stringify(body) }
}

function send(request: FastifyRequest, reply: FastifyReply, problem: ProblemError): FastifyReply {
  const body = problemBody(problem.kind, problem.message, request.url, problem.errors)
  return reply
    .code(body.status)
    .headers(problem.headers)
    .header('cache-control', 'no-store')
    .header('x-request-id', request.id)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(body)
}

/** Answers a URL that cannot be read at all, on which no route and no hook is run. */
export function answerUnreadable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(openHeaders)
  const tooLong = error.code === 'FST_ERR_MAX_PARAM_LENGTH'
  const detail = tooLong ? 'The path is too long.' : 'The path is not percent-encoded UTF-8 (RFC 3986, section 2.1).'
  send(request, reply, new ProblemError('invalid-request', detail))
}

/** Nobody reads more errors than this; a thousand wrong values in one request would make an answer of a megabyte. */
const mostErrors = 20

/** Makes every error of the application a problem (RFC 9457); what is not the client's fault says nothing of the inside. */
export function answerProblems(app: FastifyInstance): void {
  const nearestPath = pathFinder(app, lists)
  app.setErrorHandler((error: FastifyError | ProblemError, request, reply) => {
    if (error instanceof ProblemError) return send(request, reply, error)
    if (error.validation) {
      const wrong = error.validation as Parameters<typeof explain>[0]
      const errors = explain(wrong.slice(0, mostErrors)).map(asParameterError)
      const sentences = errors.map(sentenceOf)
      if (wrong.length > mostErrors) sentences.push(`There are ${wrong.length - mostErrors} more such errors.`)
      return send(request, reply, new ProblemError('invalid-parameter', sentences.join(' '), errors))
    }
    if (error.statusCode !== undefined && error.statusCode < 500)
      return send(request, reply, new ProblemError('invalid-request', error.message))
    request.log.error({ requestId: request.id, err: error }, 'the answer failed')
    return send(request, reply, new ProblemError('internal-error', 'The request was right; the answer failed.'))
  })
  app.setNotFoundHandler((request, reply) => send(request, reply, nothingAt(request.url, nearestPath(request.url))))
}

/** A 404 for an address at which nothing is, with the path that may be meant. */
export const nothingAt = (url: string, nearest?: string) =>
  new ProblemError(
    'not-found',
    `There is nothing at ${shown(url)}; see /v1 and /docs.${nearest === undefined ? '' : ` Did you mean ${shown(nearest)}?`}`,
  )

function asParameterError({ path, value, message, allowed, nearest }: Explanation): ParameterError {
  const text = value === undefined ? undefined : shown(value).replace(/^"|"$/g, '')
  return { parameter: path[0] ?? '', value: text, message, allowed, nearest }
}
