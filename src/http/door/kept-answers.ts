import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { toldWith304 } from '../conditions.ts'

/** An answer as it went out: its headers, written out for `writeHead`, its body, and what tells a client that it holds it. */
export type KeptAnswer = {
  headers: string[]
  /** The headers of the 304 for whoever holds the answer. */
  notModified: string[]
  body: string | Buffer
  /** Octets of the body. */
  length: number
  etag: string
  lastModified: string
  /** The route that gave it, for the figures. */
  route: string
}

/**
 * Answers that were asked for twice in one edition, ready to be sent again. They are found by all that they depend on: the
 * address, the host that was asked, and the formats and encodings that are accepted.
 */
export type KeptAnswers = {
  find: (request: IncomingMessage) => KeptAnswer | undefined
  offer: (request: IncomingMessage, headers: OutgoingHttpHeaders, body: string | Buffer, route: string) => void
  /** Octets held now. */
  size: () => number
}

type Variant = { host?: string; accept?: string; encoding?: string; answer: KeptAnswer }

/** The edition that a request was met with: an answer to it is no good for a later one. */
const met = Symbol('edition')
type Met = IncomingMessage & { [met]?: object }

/** What is held beside each body: its headers, its address, and the maps' own entries, by a round figure of octets. */
const overhead = 1500

/** So many ways of asking for one address are kept, the last ones: what nobody asks in any more makes room. */
const mostVariants = 8

/** What is asked for in more letters than these is not kept: nobody does so by chance, and they would weigh more than the answer. */
const longestAddress = 2000
const longestAsking = 600

/** Bodies up to this many octets are held as one-byte strings: Node sends such a one together with its headers, in one write. */
const mostInOneWrite = 16_384

/**
 * Keeps answers of up to `limit` octets in all. `edition` tells of what answers are of, such as the record and the day:
 * another object, another edition, and nothing is kept of the one before.
 *
 * There are two shelves. What is asked for moves to the first; when that holds half of the limit it becomes the second, and
 * what nobody has asked for since it last did is dropped with the second. So what is asked for often stays, without a list in
 * order of use.
 */
export function keepAnswers(limit: number, edition: () => object): KeptAnswers {
  let current = edition()
  let [first, second] = [new Map<string, Variant[]>(), new Map<string, Variant[]>()]
  let [held, heldBefore] = [0, 0]
  let [noted, notedBefore] = [new Set<string>(), new Set<string>()]
  let lettersNoted = 0

  const clear = () => {
    for (const shelf of [first, second]) shelf.clear()
    for (const notes of [noted, notedBefore]) notes.clear()
    held = heldBefore = lettersNoted = 0
  }

  const put = (url: string, variants: Variant[], octets: number) => {
    if (held + octets > limit / 2) {
      second = first
      heldBefore = held
      first = new Map()
      held = 0
    }
    first.set(url, variants)
    held += octets
  }

  /** Whether an address was asked for before; an address that nobody asks for again is not worth its place. */
  const isKnown = (url: string) => {
    if (noted.has(url) || notedBefore.has(url)) return true
    if (lettersNoted + url.length > limit / 16) {
      notedBefore = noted
      noted = new Set()
      lettersNoted = 0
    }
    noted.add(url)
    lettersNoted += url.length
    return false
  }

  const variantsAt = (url: string) => {
    const here = first.get(url)
    if (here) return here
    const there = second.get(url)
    if (there) {
      second.delete(url)
      const octets = octetsOf(url, there)
      heldBefore -= octets
      put(url, there, octets)
    }
    return there
  }

  return {
    find: (request) => {
      const now = edition()
      if (now !== current) {
        clear()
        current = now
      }
      ;(request as Met)[met] = current
      const variants = variantsAt(request.url as string)
      if (variants === undefined) return undefined
      const { host, accept, 'accept-encoding': encoding } = request.headers
      for (const variant of variants)
        if (variant.host === host && variant.accept === accept && variant.encoding === encoding) return variant.answer
      return undefined
    },

    offer: (request, headers, body, route) => {
      const url = request.url as string
      const length = Buffer.byteLength(body)
      const { host, accept, 'accept-encoding': encoding } = request.headers
      if ((request as Met)[met] !== current || length > limit / 8) return
      if (url.length > longestAddress || lettersOf({ host, accept, encoding }) > longestAsking) return
      if (!isKnown(url)) return
      const variants = variantsAt(url) ?? []
      // The same bytes are held once, however differently they are asked for.
      const same = variants.find(({ answer }) => answer.etag === headers.etag)
      const answer = same?.answer ?? answerOf(headers, body, length, route)
      const all = [...variants.slice(1 - mostVariants), { host, accept, encoding, answer }]
      if (octetsOf(url, all) > limit / 2) return
      if (first.delete(url)) held -= octetsOf(url, variants)
      put(url, all, octetsOf(url, all))
    },

    size: () => held + heldBefore,
  }
}

/** Headers that each answer has of its own. */
const ofOneAnswer = new Set(['content-length', 'connection', 'ratelimit', 'ratelimit-policy', 'x-request-id'])

function answerOf(headers: OutgoingHttpHeaders, body: string | Buffer, length: number, route: string): KeptAnswer {
  const told = Object.entries(headers).filter(([name]) => !ofOneAnswer.has(name))
  const written = (names: [string, unknown][]) => names.flatMap(([name, value]) => [name, String(value)])
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  return {
    headers: [...written(told), 'content-length', String(length)],
    notModified: written(told.filter(([name]) => toldWith304.includes(name))),
    // A copy: what it is sent from now may be written on again.
    body: length <= mostInOneWrite ? bytes.toString('latin1') : Buffer.from(bytes),
    length,
    etag: String(headers.etag),
    lastModified: String(headers['last-modified']),
    route,
  }
}

const lettersOf = ({ host = '', accept = '', encoding = '' }: Omit<Variant, 'answer'>) =>
  host.length + accept.length + encoding.length

function octetsOf(url: string, variants: Variant[]): number {
  const bodies = new Set(variants.map(({ answer }) => answer))
  const ofBodies = [...bodies].reduce((sum, { length }) => sum + length, 0)
  return variants.reduce((sum, variant) => sum + overhead + lettersOf(variant), ofBodies + url.length)
}
