import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import { nearestName } from '../domain/names.ts'
import { listed } from '../domain/reasons.ts'
import { type Explanation, explain, shown } from '../explain.ts'
import { Problem } from './components/answers.ts'
import { openHeaders } from './headers.ts'

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
function problemBody(kind: ProblemKind, detail: string, instance: string, errors?: ParameterError[]) {
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

/**
 * Refuses a query that is not percent-encoded, of which a parser would take the rest for what was meant; but not where no query
 * is read at all, as on the front page.
 */
export function refuseUnreadableQueries(app: FastifyInstance): void {
  app.addHook('preValidation', ({ url, is404, routeOptions: { schema } }, _, done) => {
    const begins = url.indexOf('?') + 1
    const isRead = !is404 && schema?.querystring !== undefined
    if (!isRead || begins === 0 || !url.includes('%', begins)) return done()
    const part = url.slice(begins).split('&').find(isUnreadable)
    if (part === undefined) return done()
    const [, parameter = '', value] = /^([^=]*)=?(.*)$/s.exec(part) ?? []
    const message = `${shown(part)} is not percent-encoded UTF-8 (RFC 3986, section 2.1)`
    done(invalidParameter({ parameter, value, message }))
  })
}

function isUnreadable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return false
  } catch {
    return true
  }
}

const everyHeader = Object.entries(openHeaders)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('')

/** Where Node holds the answer that is under way on a connection. */
type Answering = Socket & { _httpMessage?: ServerResponse | null }

/** How long whoever sent a broken request may read the answer and send on, which is passed over, until the connection is cut. */
const partingMs = 1000

/** Connections that have had their last answer. */
const parting = new WeakSet<Socket>()

/**
 * A request that cannot be read as HTTP at all is answered at the socket, with the same kind of problem, and the connection ends
 * soon after, whether or not the client ends it as well. Returns the status; undefined where nothing could be answered, or it
 * has been answered before.
 */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Answering): number | undefined {
  // What comes behind a broken request is as broken. It is read all the same: cut with octets unread, a connection may lose the
  // answer as well.
  if (parting.has(socket)) return
  // In the middle of another answer it would be read as a part of that.
  if (!socket.writable || error.code === 'ECONNRESET' || socket._httpMessage?.headersSent) {
    socket.destroy()
    return
  }
  const broken = {
    HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The request line and headers are too long.'],
    ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not come to its end in time.'],
    HPE_INVALID_METHOD: ['400 Bad Request', 'The method is none that HTTP has, such as GET, or is not in capitals.'],
    HPE_INVALID_URL: ['400 Bad Request', 'A path holds other letters than those of ASCII percent-encoded.'],
  }[error.code ?? ''] ?? ['400 Bad Request', 'This is not HTTP.']
  const [status = '', detail = ''] = broken
  const code = Number(status.slice(0, 3))
  const body = JSON.stringify({ ...problemBody('invalid-request', detail, ''), status: code })
  parting.add(socket)
  // To end it closes one half only: a client that sends on would hold the other for ever.
  const cut = setTimeout(() => socket.destroy(), partingMs)
  socket.once('close', () => clearTimeout(cut))
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/problem+json\r\ncache-control: no-store\r\n${everyHeader}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
  return code
}

/** Nobody reads more errors than this; a thousand wrong values in one request would make an answer of a megabyte. */
const mostErrors = 20

/** Makes every error of the application a problem (RFC 9457); what is not the client's fault says nothing of the inside. */
export function answerProblems(app: FastifyInstance): void {
  const nearestPath = pathFinder(app)
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

/** The paths that an application answers, as they are `read`; they come as its routes are registered. */
function pathsOf<T>(app: FastifyInstance, read: (path: string, schema: FastifySchema | undefined) => T): T[] {
  const paths: T[] = []
  app.addHook('onRoute', ({ method, url, schema }) => {
    if (method === 'GET') paths.push(read(url, schema))
  })
  return paths
}

/** Finds the route, of whatever method, that an address belongs to, as the router reads addresses. */
function routeFinder(app: FastifyInstance): (url: string) => string | undefined {
  const routes = pathsOf(app, (path) => {
    const pattern = RegExp.escape(path)
      .replace(/\\x3a\w+/g, '[^/]+')
      .replace(/\\\*$/, '.*')
    return { path, meets: new RegExp(`^${pattern}$`) }
  })
  return (url) => {
    const [path = ''] = url.replace(/^https?:\/\/[^/]*/, '').split(/[?#]/, 1)
    try {
      const decoded = decodeURI(path)
      return routes.find(({ meets }) => meets.test(decoded))?.path
    } catch {
      return undefined
    }
  }
}

type Formatted = { properties?: { format?: { enum?: string[] } } }

/**
 * Finds the path nearest to that of an address, part by part: what routes name is put right, what they leave open stays. A format
 * at the end of a path is told to be a parameter where it is one; a path that only stands before the names of things leads to
 * where all of them are. What was asked is never what is found.
 */
function pathFinder(app: FastifyInstance): (url: string) => string | undefined {
  const routes = pathsOf(app, (path, schema) => ({
    parts: path.split('/'),
    formats: (schema?.querystring as Formatted | undefined)?.properties?.format?.enum ?? [],
  }))
  const nearestTo = (path: string) => {
    const parts = path.split('/')
    let open = routes.filter((route) => route.parts.length === parts.length)
    for (const [i, part] of parts.entries()) {
      if (open.length === 0) return undefined
      const named = open.map((route) => route.parts[i] ?? '').filter((name) => !/^[:*]/.test(name))
      const nearest = named.includes(part) ? part : nearestName(part, named)
      if (nearest !== undefined && nearest !== '') {
        parts[i] = nearest
        open = open.filter((route) => route.parts[i] === nearest)
      } else {
        const fitting = open.flatMap((route) => {
          const filled = part === route.parts[i] ? part : filledIn(route.parts[i] ?? '', part)
          return filled === undefined ? [] : [{ route, filled }]
        })
        parts[i] = fitting[0]?.filled ?? part
        open = fitting.filter(({ filled }) => filled === parts[i]).map(({ route }) => route)
      }
    }
    return open[0] && { path: parts.join('/'), formats: open[0].formats }
  }
  const listOfThingsAt = (path: string) => {
    const before = path.replace(/\/$/, '').split('/')
    const route = routes.find(
      ({ parts }) => parts.length === before.length + 1 && before.every((part, i) => part === parts[i]),
    )
    const noun = /^:(\w+)/.exec(route?.parts.at(-1) ?? '')?.[1]
    return noun === undefined ? undefined : lists[noun as Noun]
  }
  return (url) => {
    const [path = ''] = url.split('?', 1)
    const [, before = '', ending = ''] = /^(.*)\.(\w+)$/.exec(path) ?? []
    const format = ending.toLowerCase()
    const formatted = routes.some(({ formats }) => formats.includes(format)) ? nearestTo(before) : undefined
    if (formatted?.formats.includes(format)) return `${formatted.path}?format=${format}`
    const found = nearestTo(path)?.path ?? listOfThingsAt(path)
    return found === path ? undefined : found
  }
}

/** A part of a path as a route has it that leaves it open, but for how it ends: `acts` and `acts.json` as `acts.csv`. */
function filledIn(routePart: string, part: string): string | undefined {
  const open = /^:\w+(\.\w+)?$/.exec(routePart)
  if (open === null || part === '') return undefined
  const [, ending] = open
  return ending === undefined ? part : part.replace(/(?<=.)\.\w*$/, '') + ending
}

/**
 * Answers, before any body is read, every request that is refused for its method or its path. A method other than those that
 * read is a 405 with `Allow` (RFC 9110, section 15.5.6), or a 404 where there is nothing to read either; OPTIONS is told what
 * is allowed, and what a script of another page may do (CORS), which is to read. A path that ends in a slash, where there is
 * something without it, is a 404 that says so, and not the thing whose name is empty.
 */
export function refuseOtherRequests(app: FastifyInstance): void {
  const routeOf = routeFinder(app)
  app.addHook('onRequest', (request, reply, done) => {
    const { method, url, raw, routeOptions } = request
    if (method !== 'GET' && method !== 'HEAD') {
      const route = routeOf(url)
      if (route !== undefined) raw.route = route
      if (method === 'OPTIONS') {
        // A page may ask of what is not there, too, and read that it is not.
        reply.code(204).headers(route === undefined ? preflight : allowed)
        return reply.send()
      }
      // A method that changes nothing anywhere, such as PROPFIND, is not allowed anywhere.
      return done(route === undefined && changing.includes(method) ? nothingAt(url) : methodNotAllowed(method))
    }
    const [path = ''] = url.split('?', 1)
    // Met by a route, it has an empty name in a path, or is a path of its own.
    if (!path.endsWith('/') || (routeOptions.url !== undefined && !/:\w+$/.test(routeOptions.url))) return done()
    const without = path.replace(/\/+$/, '')
    if (routeOf(without) === undefined) return done()
    done(new ProblemError('not-found', `There is nothing at ${shown(path)}. Did you mean ${shown(without)}?`))
  })
}

/** Every operation may be answered so before its route is run. */
export function documentRefusals(app: FastifyInstance): void {
  app.addHook('onRoute', ({ schema }) => {
    if (schema?.response) schema.response = { ...problemResponses(429, 431, 503), ...schema.response }
  })
}

const readable = ['GET', 'HEAD', 'OPTIONS']
// QUERY changes nothing, but there is no body to read a question from.
const changing = ['POST', 'PUT', 'PATCH', 'DELETE', 'QUERY']
const preflight = {
  'access-control-allow-methods': readable.join(', '),
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
}
const allowed = { allow: readable.join(', '), ...preflight }

const nothingAt = (url: string, nearest?: string) =>
  new ProblemError(
    'not-found',
    `There is nothing at ${shown(url)}; see /v1 and /docs.${nearest === undefined ? '' : ` Did you mean ${shown(nearest)}?`}`,
  )

const methodNotAllowed = (method: string) =>
  new ProblemError('method-not-allowed', `${method} is not allowed here.`, undefined, { allow: readable.join(', ') })

function asParameterError({ path, value, message, allowed, nearest }: Explanation): ParameterError {
  const text = value === undefined ? undefined : shown(value).replace(/^"|"$/g, '')
  return { parameter: path[0] ?? '', value: text, message, allowed, nearest }
}
