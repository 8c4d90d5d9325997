import type { RequestListener } from 'node:http'

/**
 * Answers the requests of one connection one after the other: the next is begun when the answer before it has gone out. Node
 * would begin all that came in one packet at once, and their answers would fill the memory where nobody reads them.
 */
export function oneAtATime(answer: RequestListener): RequestListener {
  return (request, response) => {
    // A response has no socket for as long as that of an earlier request has it.
    if (response.socket === null) response.once('socket', () => answer(request, response))
    else answer(request, response)
  }
}
