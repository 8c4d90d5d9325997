import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http'
import type { Answering } from '../broken-requests.ts'

/** What of a request is read to give it an answer that is kept. */
export type ReadRequest = { method: string; url: string; headers: IncomingHttpHeaders }

/** The headers on which it depends which kept answer is given, to whom, and whether he holds it. */
const telling = ['host', 'accept', 'accept-encoding', 'if-none-match', 'if-modified-since', 'x-forwarded-for'] as const

/** A request of more octets is read by Node. */
const longest = 2000

/** So many headers that came last are known at least, and twice as many at most. */
const fewestKnown = 500

/**
 * Lets a request for a kept answer past Node, where Node has read the very same headers before: to read them, and to make the
 * objects that Node has for a request and its answer, costs more than all else. `answer` answers at the socket, or has done nothing
 * and returns false; then Node reads the request, as it does any other.
 *
 * Of a request only the first line is read here: `GET`, an address, `HTTP/1.1`. All behind it must be, octet by octet, what
 * Node has once read as the headers of a request without a body that was given a kept answer. And it must come alone, where Node
 * stands between two requests and owes no answer: so no body is taken for a request, and no answer goes before an earlier one.
 */
export function openShortcut(server: Server, answer: (asked: ReadRequest, socket: Answering) => boolean): void {
  let [known, knownBefore] = [new Map<string, IncomingHttpHeaders>(), new Map<string, IncomingHttpHeaders>()]
  const know = (lines: string, headers: IncomingHttpHeaders) => {
    if (known.size === fewestKnown) [known, knownBefore] = [new Map(), known]
    known.set(lines, headers)
    return headers
  }
  const headersIn = (lines: string) => {
    const before = known.has(lines) ? undefined : knownBefore.get(lines)
    return before ? know(lines, before) : known.get(lines)
  }

  /** The last request that Node has read. */
  let heard: IncomingMessage | undefined
  server.on('request', (request: IncomingMessage) => {
    heard = request
  })
  const heardIn = (read: () => void): IncomingMessage | undefined => {
    heard = undefined
    read()
    return heard
  }

  server.on('connection', (socket: Answering) => {
    const [toNode] = socket.listeners('data')
    if (toNode === undefined) throw new Error('Node reads requests otherwise than by listening to the connection')
    socket.removeAllListeners('data')
    // Node stands before the first request of a connection as between two, but that must come to it: until then it runs a clock.
    let [isNew, isBetween] = [true, false]
    socket.on('data', (octets: Buffer<ArrayBuffer>) => {
      const text = octets.length <= longest ? octets.toString('latin1') : ''
      const end = text.startsWith('GET ') ? text.indexOf(' HTTP/1.1\r\n') : -1
      const lines = end === -1 ? '' : text.slice(end)
      if (isBetween && !socket._httpMessage && socket.writableLength === 0 && socket.writable) {
        const headers = headersIn(lines)
        if (headers && answer({ method: 'GET', url: text.slice(4, end), headers }, socket)) return
      }
      const isAlone = (isNew || isBetween) && text.indexOf(emptyLine) === text.length - emptyLine.length
      const request = heardIn(() => toNode.call(socket, octets))
      isNew = false
      // Behind a whole request nothing that ends so can have begun: Node would have heard a request.
      isBetween = request?.complete === true && text.endsWith(emptyLine)
      if (isAlone && isBetween && lines !== '' && request?.kept && isOneOfMany(request))
        know(lines, headersTold(request))
    })
  })
}

/** The end of the headers of a request (RFC 9112, section 2.1). */
const emptyLine = '\r\n\r\n'

/** Whether the next request on a connection may come with the same headers: it does not end with the answer, and has no id. */
const isOneOfMany = ({ headers: { connection = 'keep-alive', 'x-request-id': id } }: IncomingMessage) =>
  connection.toLowerCase() === 'keep-alive' && id === undefined

// Not all that Node has read: it knows its socket.
const headersTold = ({ headers }: IncomingMessage): IncomingHttpHeaders =>
  Object.fromEntries(telling.filter((name) => headers[name] !== undefined).map((name) => [name, headers[name]]))
