import type { RequestListener } from 'node:http'
import type { Socket } from 'node:net'

/**
 * So many requests of a connection may wait for the one before them, some three megabytes; with one more it is cut, and who
 * pipelines asks again on another for what has had no answer (RFC 9112, section 9.3.2).
 */
const mostWaiting = 1024

/**
 * Answers the requests of one connection one after the other: the next is begun when the answer before it has gone out. Node
 * would begin all that came in one packet at once, and their answers would fill the memory where nobody reads them; and it
 * reads on while one long answer goes out, so that the requests behind that would fill it.
 */
export function oneAtATime(answer: RequestListener): RequestListener {
  const waiting = new WeakMap<Socket, number>()
  return (request, response) => {
    // A response has no socket for as long as that of an earlier request has it.
    if (response.socket !== null) return answer(request, response)
    const { socket } = request
    const before = waiting.get(socket) ?? 0
    if (before === mostWaiting) return void socket.destroy()
    waiting.set(socket, before + 1)
    response.once('socket', () => {
      waiting.set(socket, (waiting.get(socket) ?? 1) - 1)
      answer(request, response)
    })
  }
}
