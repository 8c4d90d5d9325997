import type { ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'

/** So many are let in however long they have waited: a handful of clients is no more than can be done. */
const fewest = 4

/** How long requests are worked off before all that has come meanwhile is heard, in milliseconds. */
const longestTurn = 5

/** So many requests are begun in a turn at most. */
const mostInTurn = 64

/** Of many connections that come together, each is a turn of the event loop from the next; so long after one, another may come. */
const betweenConnections = 1

/** How long those who come are let in before requests are worked off again, in milliseconds. */
const longestHearing = 5

/** A request that waits: since when (`performance.now()`), and what is done when its turn comes, or has not come in time. */
type Waiting = { since: number; response: ServerResponse; answer: () => void; turnAway: () => void }

export type Queue = {
  /** Calls `answer` when it is the turn of the request that `response` is for, or `turnAway`; neither when nobody waits for it any more. */
  enter: (response: ServerResponse, answer: () => void, turnAway: () => void) => void
  /** Is told of each new connection. */
  met: () => void
}

/**
 * A queue in which requests wait for `patience` milliseconds at most. They are worked off one after the other, for a few
 * milliseconds in each turn of the event loop, so that what costs next to nothing (what is kept, the probes, new connections)
 * never waits for them all.
 */
export function queue(patience: number): Queue {
  const waiting: Waiting[] = []
  let steps = 0
  let turnBegan = 0
  let turnEnded = 0
  let metLast = 0

  // Node does what a request has left to do before it takes the next step, so each is over, or waits, when the next begins.
  const plan = (more: number) => {
    steps += more
    for (; more > 0; more--) setImmediate(step)
  }
  const step = () => {
    const now = performance.now()
    if (turnBegan === 0) turnBegan = now
    const isHearing = waiting.length > fewest && now - metLast < betweenConnections && now - turnEnded < longestHearing
    if (!isHearing && now - turnBegan < longestTurn) next(now)
    steps -= 1
    if (steps > 0) return
    turnBegan = 0
    if (!isHearing) turnEnded = performance.now()
    plan(Math.min(waiting.length, mostInTurn))
  }
  const next = (now: number) => {
    const first = waiting.shift()
    if (first === undefined || first.response.destroyed) return
    if (waiting.length >= fewest && now - first.since > patience) first.turnAway()
    else first.answer()
  }

  return {
    enter: (response, answer, turnAway) => {
      waiting.push({ since: performance.now(), response, answer, turnAway })
      if (steps < mostInTurn) plan(1)
    },
    met: () => {
      metLast = performance.now()
    },
  }
}
