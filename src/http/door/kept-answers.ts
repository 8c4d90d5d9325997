import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import type { Day } from '../../domain/partial-date.ts'
import type { Stretch } from '../../domain/stretch.ts'
import { toldWith304 } from '../conditions.ts'
import { type AskedOfDay, dayAsked, piecesFor, type Stencil, stencilOf } from './stencil.ts'

/** An answer as it went out: its headers, its body, and what tells a client that it holds it. */
export type KeptAnswer = {
  /** Its status line and the lines of its headers, but for what each answer has of its own. */
  head: string
  /** Those of the 304 for whoever holds the answer. */
  notModified: string
  /** The octets, or the pieces that they are, of one octet a letter. */
  body: readonly string[] | Buffer
  /** Octets of the body. */
  length: number
  etag: string
  lastModified: string
  /** The route that gave it, for the figures. */
  route: string
}

/**
 * Answers that were asked for twice in one edition, ready to be sent again. They are found by all that they depend on: the
 * address, the host that was asked, and the formats and encodings that are accepted. An answer about a day is also found by
 * the other days of its stretch, where nothing in it changes but the day.
 */
export type KeptAnswers = {
  find: (request: Pick<IncomingMessage, 'url' | 'headers'>) => KeptAnswer | undefined
  /** Is told of a request whose answer is begun anew, so that its answer may be offered. */
  begun: (request: IncomingMessage) => void
  offer: (request: IncomingMessage, headers: OutgoingHttpHeaders, body: string | Buffer, route: string) => void
  offerForDays: (request: IncomingMessage, answer: AnswerForDays) => Promise<void>
  /** Octets held now. */
  size: () => number
}

/** An answer about one day of a stretch, and how it is seen that it says the same of the other days. */
export type AnswerForDays = {
  headers: OutgoingHttpHeaders
  body: string | Buffer
  route: string
  stretch: () => Stretch
  /** The entity tag of the answer at an address. */
  tagAt: (url: string) => string
  /** The answer at an address, made anew. */
  answerAt: (url: string) => Promise<{ headers: OutgoingHttpHeaders; body: Buffer }>
}

type Asked = { host?: string; accept?: string; encoding?: string }
type Variant = Asked & { answer: KeptAnswer; days?: Days }
type Days = { from: Day; through: Day; stencil: Stencil; tagAt: (url: string) => string }

/** The edition that a request was met with: an answer to it is no good for a later one. */
const met = Symbol('edition')
type Met = IncomingMessage & { [met]?: object }

/**
 * After so many requests for a question, and then so many for days of one stretch, its answer is made for the whole stretch. That
 * costs as much as two answers, and once for each treaty and pins the work of finding its stretches; no client's limit counts it.
 */
const worthMaking = 4

/** What is held beside each body: its headers, its address, and the maps' own entries, by a round figure of octets. */
const overhead = 1500

/** What is held of each place at which an answer for other days is cut open. */
const overheadOfCut = 50

/** So many ways of asking for one address are kept, the last ones: what nobody asks in any more makes room. */
const mostVariants = 8

/** So many stretches of days are kept of one question, in all the ways of asking it. */
const mostStretches = 32

/** What is asked for in more letters than these is not kept: nobody does so by chance, and they would weigh more than the answer. */
const longestAddress = 2000
const longestAsking = 600

/** Bodies up to this many octets are held as one-byte strings, and sent together with their headers in one write. */
const mostInOneWrite = 16_384

/**
 * Keeps answers of up to `limit` octets in all. `edition` tells of what answers are of, such as the record and the day:
 * another object, another edition, and nothing is kept of the one before.
 *
 * Where there is no more room, what was put there first gives way, unless it has been asked for since: then it is put last,
 * once. So what is asked for often stays, without a list in order of use (the clock algorithm, "second chance").
 */
export function keepAnswers(limit: number, edition: () => object): KeptAnswers {
  let current = edition()
  const places = new Map<string, { variants: Variant[]; octets: number; isUsed: boolean }>()
  let held = 0
  let [noted, notedBefore] = [new Map<string, number>(), new Map<string, number>()]
  let lettersNoted = 0

  const clear = () => {
    places.clear()
    for (const notes of [noted, notedBefore]) notes.clear()
    held = lettersNoted = 0
  }

  const turn = () => {
    const now = edition()
    if (now !== current) clear()
    current = now
  }

  const put = (url: string, variants: Variant[]) => {
    held -= places.get(url)?.octets ?? 0
    places.delete(url)
    const octets = octetsOf(url, variants)
    places.set(url, { variants, octets, isUsed: false })
    held += octets
    for (const [oldest, place] of places) {
      if (held <= limit) return
      places.delete(oldest)
      if (place.isUsed) places.set(oldest, { ...place, isUsed: false })
      else held -= place.octets
    }
  }

  /** How often an address has been asked for, this time included; what nobody asks for again is not worth its place. */
  const timesAsked = (url: string): number => {
    const known = noted.get(url)
    const times = (known ?? notedBefore.get(url) ?? 0) + 1
    if (known === undefined && lettersNoted + url.length > limit / 16) {
      notedBefore = noted
      noted = new Map()
      lettersNoted = 0
    }
    noted.set(url, times)
    if (known === undefined) lettersNoted += url.length
    return times
  }

  const variantsAt = (url: string) => {
    const place = places.get(url)
    if (place) place.isUsed = true
    return place?.variants
  }

  const variantAt = (url: string, { headers }: Pick<IncomingMessage, 'headers'>, day?: Day): Variant | undefined => {
    const asked = { host: headers.host, accept: headers.accept, encoding: headers['accept-encoding'] }
    const variants = variantsAt(url)
    if (variants === undefined) return undefined
    for (let index = variants.length - 1; index >= 0; index--) {
      const variant = variants[index] as Variant
      if (!isAskedAlike(variant, asked) || !isOf(variant.days, day)) continue
      // In the order in which they were last asked for.
      if (index < variants.length - 1) variants.push(...variants.splice(index, 1))
      return variant
    }
    return undefined
  }

  /** Whether an answer to this request is taken at all. */
  const isTaken = (request: IncomingMessage, length: number) =>
    (request as Met)[met] === current &&
    length <= limit / 8 &&
    (request.url as string).length <= longestAddress &&
    lettersOf(askedIn(request)) <= longestAsking

  const add = (url: string, variants: Variant[], variant: Variant) => {
    // Of many who asked at once, each offers what it was given.
    const others = variants.filter((one) => !isAskedAlike(one, variant) || one.days?.from !== variant.days?.from)
    const all = [...others.slice(1 - (variant.days ? mostStretches : mostVariants)), variant]
    while (all.length > 1 && octetsOf(url, all) > limit / 4) all.shift()
    put(url, all)
  }

  return {
    find: (request) => {
      turn()
      const url = request.url as string
      const found = variantAt(url, request)
      if (found) return found.answer
      const asked = dayAsked(url)
      if (!asked) return undefined
      const lasting = variantAt(addressForDays(asked), request, asked.day)
      return lasting?.days && answerFor(asked.day, url, lasting.answer, lasting.days)
    },

    begun: (request: Met) => {
      turn()
      request[met] = current
    },

    offer: (request, headers, body, route) => {
      const url = request.url as string
      const length = Buffer.byteLength(body)
      if (!isTaken(request, length) || timesAsked(url) < 2 || !isSendable(headers)) return
      const variants = variantsAt(url) ?? []
      // The same bytes are held once, however differently they are asked for.
      const same = variants.find(({ answer }) => answer.etag === headers.etag)
      const answer = same?.answer ?? answerOf(headers, body, length, route)
      add(url, variants, { ...askedIn(request), answer })
    },

    offerForDays: async (request, { headers, body, route, stretch, tagAt, answerAt }) => {
      const asked = dayAsked(request.url as string)
      const length = Buffer.byteLength(body)
      if (!asked || !isTaken(request, length)) return
      const url = addressForDays(asked)
      if (timesAsked(url) < worthMaking || !isSendable(headers)) return
      const { from, through, counted } = stretch()
      // What was made in vain, or dropped since, is made again more and more seldom: the eighth time, the sixteenth, ...
      const times = timesAsked(`${url} ${from} ${JSON.stringify(askedIn(request))}`)
      if (times < worthMaking || (times & (times - 1)) !== 0) return
      const stencil = stencilOf(octetsIn(body).toString('latin1'), asked.day, counted)
      if (!stencil) return
      const days = { from, through, stencil, tagAt }
      const answer = answerOf(headers, '', length, route)
      for (const day of [from, through]) {
        const address = asked.before + day + asked.after
        const { headers, body } = await answerAt(address)
        if (!isSame(answerFor(day, address, answer, days), answerOf(headers, body, body.length, route))) return
      }
      if ((request as Met)[met] === edition()) add(url, variantsAt(url) ?? [], { ...askedIn(request), answer, days })
    },

    size: () => held,
  }
}

/** Whether all values of headers are such as HTTP sends (RFC 9110, section 5.5); Node does not look at what is kept. */
const isSendable = (headers: OutgoingHttpHeaders) =>
  Object.values(headers).every((value) => /^[\t\x20-\x7e\x80-\xff]*$/.test(String(value)))

/** Headers that are not kept as they are told: each answer has them of its own; the length is that of the body that is kept. */
const ofOneAnswer = new Set(['connection', 'content-length', 'date', 'ratelimit', 'ratelimit-policy', 'x-request-id'])

function answerOf(headers: OutgoingHttpHeaders, body: string | Buffer, length: number, route: string): KeptAnswer {
  const told = Object.entries(headers).filter(([name]) => !ofOneAnswer.has(name))
  const bytes = octetsIn(body)
  return {
    head: headOf('200 OK', [...told, ['content-length', length]]),
    notModified: headOf(
      '304 Not Modified',
      told.filter(([name]) => toldWith304.includes(name)),
    ),
    // A copy: what it is sent from now may be written on again.
    body: length <= mostInOneWrite ? [bytes.toString('latin1')] : Buffer.from(bytes),
    length,
    etag: String(headers.etag),
    lastModified: String(headers['last-modified']),
    route,
  }
}

// Joined and not added up: V8 holds a sum of strings as its parts, and would gather them anew for each answer.
const headOf = (status: string, lines: [string, unknown][]) =>
  [`HTTP/1.1 ${status}\r\n`, ...lines.map(([name, value]) => `${name}: ${value}\r\n`)].join('')

/** The octets of an answer that is still to be sent; a kept one is a string of one octet a letter instead. */
const octetsIn = (body: string | Buffer) => (typeof body === 'string' ? Buffer.from(body) : body)

/** Whether what is kept is of this day; what is of one address is asked for without a day. */
const isOf = (days: Days | undefined, day: Day | undefined) =>
  days === undefined ? day === undefined : day !== undefined && days.from <= day && day <= days.through

// No address has a space in it.
const addressForDays = ({ before, after }: AskedOfDay) => `${before} ${after}`

/** The answer for another day of the stretch; it is as long, since all days are. */
function answerFor(day: Day, url: string, answer: KeptAnswer, { stencil, tagAt }: Days): KeptAnswer {
  const etag = tagAt(url)
  const tagged = (lines: string) => lines.replace(answer.etag, () => etag)
  const [head, notModified] = [tagged(answer.head), tagged(answer.notModified)]
  return { ...answer, head, notModified, etag, body: piecesFor(stencil, day) }
}

/** Whether two answers are the same, in whichever order they name their headers. */
const isSame = (some: KeptAnswer, other: KeptAnswer) =>
  some.etag === other.etag &&
  inOrder(some.head) === inOrder(other.head) &&
  inOrder(some.notModified) === inOrder(other.notModified) &&
  octetsHeld(some).equals(octetsHeld(other))
const inOrder = (lines: string) => lines.split('\r\n').sort().join('\n')
const octetsHeld = ({ body }: KeptAnswer) => (Buffer.isBuffer(body) ? body : Buffer.from(body.join(''), 'latin1'))

const askedIn = ({ headers: { host, accept, 'accept-encoding': encoding } }: IncomingMessage) => ({
  ...(host !== undefined && { host }),
  ...(accept !== undefined && { accept }),
  ...(encoding !== undefined && { encoding }),
})

const isAskedAlike = (one: Asked, other: { [A in keyof Asked]: Asked[A] | undefined }) =>
  one.host === other.host && one.accept === other.accept && one.encoding === other.encoding

const lettersOf = ({ host = '', accept = '', encoding = '' }: Asked) => host.length + accept.length + encoding.length

function octetsOf(url: string, variants: Variant[]): number {
  const bodies = new Set(variants.map(({ answer }) => answer))
  const ofBodies = [...bodies].reduce((sum, { length }) => sum + length, 0)
  const cuts = ({ days }: Variant) => (days ? days.stencil.parts.length * overheadOfCut : 0)
  return variants.reduce((sum, variant) => sum + overhead + cuts(variant) + lettersOf(variant), ofBodies + url.length)
}
