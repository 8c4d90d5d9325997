import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http'
import { lately } from '../../storage/lately.ts'
import type { Answering } from '../broken-requests.ts'

/** What is known of a request that comes by the shortcut. */
export type ReadRequest = { method: string; url: string; headers: IncomingHttpHeaders }

/** The headers on which it depends which kept answer is given, and whether the client holds it. */
const telling = ['host', 'accept', 'accept-encoding', 'if-none-match', 'if-modified-since'] as const

/** A request of more octets is read by Node. */
const longest = 2000

/** So many headers that came last are known: two megabytes where all are of the longest. */
const mostKnown = 1000

/** The end of the headers of a request (RFC 9112, section 2.1). */
const emptyLine = '\r\n\r\n'

/**
 * Lets a request for a kept answer past Node, where Node has read the very same headers before: to read them, and to make the
 * objects that Node has for a request and its answer, costs more than all else. `answer` answers at the socket, or has sent nothing
 * and returns false; then Node reads the request, as it does any other.
 *
 * Of a request only the first line is read here: `GET`, an address, `HTTP/1.1`. All behind it must be, octet by octet, what
 * Node has once read as all the headers of a request without a body that was given a kept answer. And Node must stand between two
 * requests and owe no answer: so no body is taken for a request, and no answer goes before an earlier one. That is so as long as
 * whatever Node was given were whole requests, each alone; a connection on which anything else has come is Node's from then on.
 */
export function openShortcut(server: Server, answer: (asked: ReadRequest, socket: Answering) => boolean): void {
  const known = lately<IncomingHttpHeaders>(mostKnown)
  let heard: ServerResponse | undefined
  server.on('request', (_, response: ServerResponse) => {
    heard = response
  })
  /** The answer to the last request that Node hears while it reads; one that expects something is no such event, and not heard. */
  const heardIn = (read: () => void): ServerResponse<IncomingMessage> | undefined => {
    // Node reads on other connections as well.
    heard = undefined
    read()
    const last = heard
    heard = undefined
    return last
  }

  server.on('connection', (socket: Answering) => {
    const [toNode] = socket.listeners('data')
    // A Node that does not listen reads requests otherwise, and goes on to.
    if (toNode === undefined) return
    socket.removeAllListeners('data')
    let isNew = true
    let isBetween = true
    socket.on('data', (octets: Buffer<ArrayBuffer>) => {
      // What had come before it was ended is told all the same, when Node has let go of what would read it.
      if (socket.destroyed) return
      if (!isBetween) return void toNode.call(socket, octets)
      const text = octets.length <= longest ? octets.toString('latin1') : ''
      const lineEnd = text.indexOf('\r\n')
      // No address has a space in it: Node refuses such, and what is kept relies on it.
      const isPlain = text.startsWith('GET ') && text.endsWith(' HTTP/1.1', lineEnd)
      const url = isPlain ? text.slice('GET '.length, lineEnd - ' HTTP/1.1'.length) : ' '
      const lines = text.slice(lineEnd)
      const owesNothing = !socket._httpMessage && socket.writableLength === 0 && socket.writable
      // The first request is Node's: until it has read one, it runs a clock for it.
      if (!url.includes(' ') && !isNew && owesNothing) {
        const headers = known.atHand(lines)
        if (headers && answer({ method: 'GET', url, headers }, socket)) return
      }
      const response = heardIn(() => toNode.call(socket, octets))
      const request = response?.req.socket === socket ? response.req : undefined
      const isAlone = text.endsWith(emptyLine) && text.indexOf(emptyLine) === text.length - emptyLine.length
      isNew = false
      // Node's parser is not quite between two where another protocol was offered.
      isBetween = isAlone && request?.complete === true && request.headers.upgrade === undefined
      const isOneOfMany = response?.shouldKeepAlive && request?.headers['x-request-id'] === undefined
      if (isBetween && request?.url === url && request?.kept && isOneOfMany) known(lines, () => headersTold(request))
    })
  })
}

// Not all that Node has read: it knows its socket.
const headersTold = ({ headers }: IncomingMessage): IncomingHttpHeaders =>
  Object.fromEntries(telling.filter((name) => headers[name] !== undefined).map((name) => [name, headers[name]]))
