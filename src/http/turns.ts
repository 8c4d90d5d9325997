import type { FastifyRequest } from 'fastify'
import { ProblemError } from './problems.ts'

/** Of work in parts, so much waits for its turn at most; what is asked for beyond it is turned away. */
const mostWaiting = 6

const waiting: (() => void)[] = []

/**
 * Work that takes long gives way between its parts: in each turn of the event loop one part is done, whosever it is, so that
 * all else waits for one part at most. Work that waits for its reader is not counted, since it is not here.
 */
export function giveWay(): Promise<void> {
  return new Promise((goOn) => {
    waiting.push(goOn)
    if (waiting.length === 1) setImmediate(next)
  })
}

function next() {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(next)
}

/** Throws a 503 where more work in parts is under way than is done in good time; never for what the application asks itself. */
export function expectTurn({ raw }: FastifyRequest): void {
  if (waiting.length < mostWaiting || raw.requestId === undefined) return
  const detail = 'There are more long answers to make than can be made; ask again in a second.'
  throw new ProblemError('overloaded', detail, undefined, { 'retry-after': '1' })
}
