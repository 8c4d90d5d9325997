import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { openHeaders } from './headers.ts'
import { problemBody } from './problems.ts'

const everyHeader = Object.entries(openHeaders)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('')

/** A connection, and where Node holds the answer that is under way on it. */
export type Answering = Socket & { _httpMessage?: ServerResponse | null }

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
