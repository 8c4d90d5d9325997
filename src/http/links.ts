import type { FastifyRequest } from 'fastify'
import type { Day } from '../domain/partial-date.ts'
import type { Context } from './context.ts'
import type { AnswerPins } from './pins.ts'

/** `self` as it was asked; `permalink` with every pin given, so that it answers the same for as long as the record is served. */
export function linksOf(
  request: FastifyRequest,
  context: Context,
  pins: AnswerPins | undefined,
): { self: string } & Record<string, string> {
  const self = pathWith(request, {})
  const permalink = pathWith(request, everyPin(request, context, pins))
  request.pinned = self === permalink
  return { self, permalink }
}

/** The permalink of an answer in whatever form the client prefers: as `links.permalink`, without a format. */
export function permalinkOf(request: FastifyRequest, context: Context, pins: AnswerPins | undefined): string {
  return pathWith(request, { ...everyPin(request, context, pins), format: undefined })
}

declare module 'fastify' {
  interface FastifyInstance {
    /** The origin by which clients reach the server, where it is configured. */
    publicOrigin: string | undefined
  }
}

/** The scheme and authority by which the client asked (RFC 9110, section 7.2), before which a path of this server is a URL. */
export function originOf({ protocol, host, server }: FastifyRequest): string {
  if (server.publicOrigin !== undefined) return server.publicOrigin
  const url = `${protocol}://${host}`
  return URL.canParse(url) ? new URL(url).origin : 'http://localhost'
}

/** The path and query of a request with some parameters given or, where `undefined`, left out. */
export function pathWith(request: FastifyRequest, changes: Record<string, string | undefined>): string {
  return plain.test(request.url) ? plainlyWith(request.url, changes) : parsedWith(request, changes)
}

// A path and parameters that a URL parser would leave as they are: the usual case, and twenty times as fast without one.
const plain = /^(\/[\w-][\w.-]*)+(\?[\w.*-]+=[\w.*-]*(&[\w.*-]+=[\w.*-]*)*)?$/
const unchanged = /^[\w.*-]*$/

function plainlyWith(url: string, changes: Record<string, string | undefined>): string {
  const [path = '', query] = url.split('?')
  let given = query === undefined ? [] : query.split('&')
  for (const name in changes) {
    const value = changes[name]
    const isNamed = (one: string) => one.startsWith(name) && one[name.length] === '='
    const at = given.findIndex(isNamed)
    if (at >= 0) given = given.filter((one, index) => (index === at && value !== undefined) || !isNamed(one))
    if (value === undefined) continue
    const changed = unchanged.test(value) ? `${name}=${value}` : new URLSearchParams([[name, value]]).toString()
    if (at >= 0) given[at] = changed
    else given.push(changed)
  }
  return given.length === 0 ? path : `${path}?${given.join('&')}`
}

function parsedWith(request: FastifyRequest, changes: Record<string, string | undefined>): string {
  const url = new URL(request.url, 'http://localhost')
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  return url.pathname + url.search
}

function everyPin(request: FastifyRequest, { snapshot, today }: Context, pins: AnswerPins | undefined) {
  const given = pins && {
    ...(pins.asOf && { asOf: pins.asOf }),
    knownOn: pins.knownOn,
    accordingTo: pins.accordingTo === 'all' ? 'all' : pins.accordingTo.join(','),
  }
  return { ...daysMeant(request, today()), ...given, record: snapshot().id }
}

/** The parameters that are days; `today` among the words of a search is a word. */
const days = ['asOf', 'knownOn', 'from', 'to', 'day', 'notifiedOn', 'conflictEndedOn']

/** Every day that is given as `today`, as the day that it is. */
function daysMeant(request: FastifyRequest, today: Day): Record<string, Day> {
  const given = request.query as Record<string, unknown>
  return Object.fromEntries(days.filter((name) => given[name] === 'today').map((name) => [name, today]))
}
