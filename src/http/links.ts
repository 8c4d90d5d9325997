import type { FastifyRequest } from 'fastify'
import type { Day } from '../domain/partial-date.ts'
import { lately } from '../storage/lately.ts'
import type { Context } from './context.ts'
import type { AnswerPins } from './pins.ts'

/** `self` as it was asked; `permalink` with every pin given, so that it answers the same for as long as the record is served. */
export function linksOf(
  request: FastifyRequest,
  context: Context,
  pins: AnswerPins | undefined,
): { self: string; permalink: string } & Record<string, string> {
  return { self: pathWith(request, {}), permalink: pathWith(request, everyPin(request, context, pins)) }
}

type Links = ReturnType<typeof linksOf>

/** Notes of a request whether it asks by the permalink of its answer, which cannot change then. */
export function notePinned(request: FastifyRequest, { self, permalink }: Links): void {
  request.pinned = self === permalink
}

/** The `Link` of a file to its permalink, which names the record that is served now. */
export const bookmarkTo = ({ permalink }: Links): string => `<${permalink}>; rel="bookmark"`

/** The permalink of an answer in one format or, without it, in whatever form the client prefers. */
export function permalinkOf(
  request: FastifyRequest,
  context: Context,
  pins: AnswerPins | undefined,
  format?: string,
): string {
  return pathWith(request, { ...everyPin(request, context, pins), format })
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
  return origins(url, () => (URL.canParse(url) ? new URL(url).origin : 'http://localhost'))
}

// Nearly all clients of a server call it by one name.
const origins = lately<string>(100)

/** The path and query of a request with some parameters given or, where `undefined`, left out. */
export function pathWith(request: FastifyRequest, changes: Record<string, string | undefined>): string {
  return plain.test(request.url) ? plainlyWith(request.url, changes) : parsedWith(request, changes)
}

// A path and parameters that a URL parser would leave as they are: the usual case, and twenty times as fast without one.
const plain = /^(\/[\w-][\w.-]*)+(\?[\w.*-]+=[\w.*-]*(&[\w.*-]+=[\w.*-]*)*)?$/

function plainlyWith(url: string, changes: Record<string, string | undefined>): string {
  const [path = '', query] = url.split('?')
  const written = query === undefined ? [] : query.split('&')
  for (const name in changes) {
    const value = changes[name]
    const change = value === undefined ? undefined : parameter(name, value)
    const at = written.findIndex((one) => isNamed(one, name))
    if (at < 0) {
      if (change !== undefined) written.push(change)
      continue
    }
    // As a URL does it: the first is changed, what is given again is left out.
    for (let last = written.length - 1; last > at; last--) if (isNamed(written[last], name)) written.splice(last, 1)
    if (change === undefined) written.splice(at, 1)
    else written[at] = change
  }
  return written.length === 0 ? path : `${path}?${written.join('&')}`
}

const isNamed = (one: string | undefined, name: string) => one?.startsWith(name) && one[name.length] === '='

const parameter = (name: string, value: string) =>
  /^[\w.*-]*$/.test(value) ? `${name}=${value}` : new URLSearchParams([[name, value]]).toString()

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
const days = ['asOf', 'knownOn', 'from', 'to', 'notifiedOn', 'conflictEndedOn']

/** Every day that is given as `today`, as the day that it is. */
function daysMeant(request: FastifyRequest, today: Day): Record<string, Day> {
  const given = request.query as Record<string, unknown>
  return Object.fromEntries(days.filter((name) => given[name] === 'today').map((name) => [name, today]))
}
