import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { answerBrokenRequest } from '../broken-requests.ts'
import { isHeld } from '../conditions.ts'
import { openHeaders } from '../headers.ts'
import { type ProblemKind, problemOf } from '../problems.ts'
import { clientOf, nearestOf, networkOf } from './clients.ts'
import type { KeptAnswer, KeptAnswers } from './kept-answers.ts'
import type { Queue } from './queue.ts'
import type { RateLimit } from './rate-limit.ts'
import type { RequestLog } from './request-log.ts'
import type { ReadRequest } from './shortcut.ts'

/** What stands before the routes; what is not given is not done. */
export type Door = {
  kept?: KeptAnswers | undefined
  limit?: RateLimit | undefined
  /** How many proxies in front are trusted to say who asks. */
  hops: number
  /** Where requests wait for their turn. */
  queue: Queue
  /** Whether the server is about to end, so that each connection ends with its answer. */
  isStopping: () => boolean
  log: RequestLog
}

declare module 'node:http' {
  interface IncomingMessage {
    /** The id of the request, in the log and in what is answered where something is wrong. */
    requestId?: string
    /** The route that answers, for the figures. */
    route?: string
    /** The kept answer that it was given. */
    kept?: KeptAnswer
  }
}

/**
 * All that happens to a request before the routes see it, in this order: it is counted against its client's limit; one
 * that does not name its host is refused; an answer that is kept is sent; a probe is answered; anything else waits for its
 * turn, and `answer` is called, or it is turned away where that takes too long. What passes here at full speed costs about
 * what bare Node does, so it is plain Node.
 */
export function throughDoor(
  answer: RequestListener,
  { kept, limit, hops, queue, isStopping, log }: Door,
): RequestListener {
  return (request, response) => {
    const id = log.idOf(request)
    const client = clientOf(request, hops)
    if (isStopping()) response.setHeader('connection', 'close')
    let limits: string | undefined
    if (limit && !isProbe(request)) {
      const { left, seconds } = limit.take(networkOf(client))
      if (left < 0) {
        const told = {
          ratelimit: limitsOf(0, seconds),
          'ratelimit-policy': policyOf(limit),
          'retry-after': String(seconds),
        }
        const detail = `More than ${limit.perMinute} requests in a minute; there are more in ${seconds} s.`
        refuse(request, response, id, 'too-many-requests', detail, told)
        return log.refused(request, id, client, 429)
      }
      limits = limitsOf(left, seconds)
    }

    if (hostsOf(request) !== 1 && request.httpVersion === '1.1') {
      const detail = 'A request in HTTP/1.1 names the one host that it asks (RFC 9112, section 3.2).'
      refuse(request, response, id, 'invalid-request', detail, { connection: 'close' })
      return log.refused(request, id, client, 400)
    }

    const { method, headers } = request
    const isRead = method === 'GET' || method === 'HEAD'
    // With whoever waits to be asked for a body the connection ends, as Node sees to where it writes the head.
    const isPlain = isRead && headers.range === undefined && headers.expect === undefined
    const find = () => (isPlain ? kept?.find(request) : undefined)
    const found = find()
    if (found) {
      request.kept = found
      return log.kept(request, id, client, found, sendKept(request, response, found, limits, isStopping()))
    }

    request.requestId = id
    if (limits !== undefined) response.setHeader('ratelimit', limits)
    log.answered(request, response, id, client)
    if (isProbe(request)) return answer(request, response)
    const begin = () => {
      // While it waited, others may have had the same made.
      const found = find()
      if (!found) {
        if (isPlain) kept?.begun(request)
        return answer(request, response)
      }
      request.kept = found
      sendKept(request, response, found, limits, isStopping())
    }
    const turnAway = () => {
      request.route = 'refused'
      const detail = 'There is more to do than can be done; ask again in a second.'
      refuse(request, response, id, 'overloaded', detail, { 'retry-after': '1' })
    }
    queue.enter(response, begin, turnAway)
  }
}

/**
 * What comes through the door by the shortcut (`openShortcut`): a request that is given a kept answer. It is counted and logged as
 * any other. Returns whether it has been answered. The client is whoever the connection is with: behind a proxy there is no shortcut.
 */
export const throughShortcut =
  ({ kept, limit, isStopping, log }: Omit<Door, 'hops' | 'queue'>) =>
  (asked: ReadRequest, socket: Socket): boolean => {
    const found = isStopping() ? undefined : kept?.find(asked)
    if (!found) return false
    const client = nearestOf(socket)
    const taken = limit?.take(networkOf(client))
    // Who is over the limit is refused in the door, where it counts once more.
    if (taken && taken.left < 0) return false
    const isFresh = isHeld(asked, found.etag, found.lastModified)
    const head = wholeHead(found, isFresh, taken && limitsOf(taken.left, taken.seconds), true)
    if (isFresh) socket.write(head, 'latin1')
    else sendTo(socket, head, found.body, found.length)
    log.kept(asked, log.idOf(asked), client, found, isFresh ? 304 : 200)
    return true
  }

/**
 * Refuses what breaks before it is a request, and tells of it. Its headers cannot be believed, if they have come at all, so that
 * behind a proxy it is told of the proxy.
 */
export const refuseBroken =
  ({ log }: Pick<Door, 'log'>) =>
  (error: Error & { code?: string }, socket: Socket): void => {
    const status = answerBrokenRequest(error, socket)
    if (status !== undefined) log.broken(nearestOf(socket), status)
  }

function hostsOf({ rawHeaders }: IncomingMessage): number {
  let hosts = 0
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (rawHeaders[i]?.length === 4 && rawHeaders[i]?.toLowerCase() === 'host') hosts += 1
  return hosts
}

/**
 * Sends a kept answer, or 304 to whoever holds it. Returns the status. The head is written here: Node checks every header of
 * every answer anew, which is a quarter of the work; of these the values are looked at once, when they are kept.
 */
function sendKept(
  request: IncomingMessage,
  response: ServerResponse,
  answer: KeptAnswer,
  limits: string | undefined,
  isStopping: boolean,
) {
  const isFresh = isHeld(request, answer.etag, answer.lastModified)
  const status = isFresh ? 304 : 200
  const stays = response.shouldKeepAlive && !isStopping
  // As the routes have it: the 304 to a HEAD tells the length that the 200 would have.
  const length = isFresh && request.method === 'HEAD' ? answer.length : undefined
  const head = wholeHead(answer, isFresh, limits, stays, length)
  response.statusCode = status
  const written = response as Headed
  written._header = head
  written._last = !stays
  const { socket } = response
  // A head alone is Node's to send; so is an answer whose turn has not come, or whose client has gone, to hold or to drop.
  if (isFresh || request.method === 'HEAD') response.end()
  else if (!socket?.writable) response.end(Buffer.isBuffer(answer.body) ? answer.body : answer.body.join(''), 'latin1')
  else {
    written._headerSent = true
    sendTo(socket, head, answer.body, answer.length)
    response.end()
  }
  return status
}

/** The head of an answer: what is kept of it, and the lines that each answer has of its own. */
function wholeHead(
  answer: KeptAnswer,
  isFresh: boolean,
  limits: string | undefined,
  stays: boolean,
  length?: number,
): string {
  let head = isFresh ? answer.notModified : answer.head
  if (length !== undefined) head += `content-length: ${length}\r\n`
  if (limits !== undefined) head += `ratelimit: ${limits}\r\n`
  return head + lastLines(stays)
}

/** Up to here the two make one string; to hand a part of a sheet to a socket costs more than to copy so few octets. */
const mostInOneString = 4096

// What is longer is put together on a sheet, of which there is one for each power of two. In V8's heap it would be half of all
// that an answer leaves to be collected, and outside it would never be on the same octets, which are at hand to the processor.
const sheets: (Buffer<ArrayBuffer> | undefined)[] = []

/**
 * Sends the head and the body of an answer: what is in pieces in one write. To the socket itself, as Node would keep a body and
 * its end apart and gather them again; an answer that is ended behind that is finished when all of it has gone out, as any other.
 */
function sendTo(socket: Socket, head: string, body: KeptAnswer['body'], length: number) {
  if (Buffer.isBuffer(body)) {
    socket.cork()
    socket.write(head, 'latin1')
    socket.write(body)
    socket.uncork()
  } else if (length <= mostInOneString) {
    socket.write(head + body.join(''), 'latin1')
  } else {
    const power = Math.ceil(Math.log2(head.length + length))
    const sheet = sheets[power] ?? Buffer.allocUnsafeSlow(2 ** power)
    let end = sheet.write(head, 'latin1')
    for (const piece of body) end += sheet.write(piece, end, 'latin1')
    socket.write(sheet.subarray(0, end))
    // What the system has not taken yet is still to be sent from there.
    sheets[power] = socket.writableLength > 0 ? undefined : sheet
  }
}

/** Where Node holds the head of an answer that is still to be sent, and whether its connection ends with it. */
type Headed = ServerResponse & { _header: string; _headerSent: boolean; _last: boolean }

let linesMade = { second: Number.NaN, stays: '', closes: '' }

/** The last lines of a head: the time, to the second (RFC 9110, section 6.6.1), and whether the connection stays; made once a second. */
function lastLines(stays: boolean): string {
  const second = Math.floor(Date.now() / 1000)
  if (second !== linesMade.second) {
    const ending = (connection: string) =>
      ['Date: ', new Date(second * 1000).toUTCString(), '\r\nConnection: ', connection, '\r\n\r\n'].join('')
    linesMade = { second, stays: ending('keep-alive'), closes: ending('close') }
  }
  return stays ? linesMade.stays : linesMade.closes
}

/** The probes of whoever runs the server are answered under any load, and however often they come. */
const isProbe = ({ method, url }: IncomingMessage) =>
  (method === 'GET' || method === 'HEAD') && (url === '/healthz' || url === '/readyz')

// https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/: every answer says what is left, a refusal how much
// there is.
const limitsOf = (left: number, seconds: number) => `"client";r=${left};t=${seconds}`
const policyOf = ({ perMinute }: RateLimit) => `"client";q=${perMinute};w=60`

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
  kind: ProblemKind,
  detail: string,
  headers: Record<string, string>,
): void {
  const { status, text } = problemOf(kind, detail, request.url as string)
  response.writeHead(status, {
    ...openHeaders,
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(text)),
    'cache-control': 'no-store',
    'x-request-id': id,
    ...headers,
  })
  response.end(request.method === 'HEAD' ? undefined : text)
}
