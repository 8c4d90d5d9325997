import { performance } from 'node:perf_hooks'

/** So many requests of each turn are let in. */
const fewest = 4

/**
 * Says of each request whether the server has more to do than it can: whether the turn of the event loop in which it comes
 * up has gone on for longer than `patience` milliseconds. All requests of a turn were waiting when it began, so those that
 * are let in wait for one such time at most, and what is turned away costs next to nothing. A few are let in whatever the
 * first of them has cost: a handful of clients is no more than can be done.
 */
export function overload(patience: number): () => boolean {
  let began = 0
  let letIn = 0
  const turnIsOver = () => {
    began = 0
  }
  return () => {
    const now = performance.now()
    if (began === 0) {
      began = now
      letIn = 1
      setImmediate(turnIsOver)
      return false
    }
    if (letIn >= fewest && now - began > patience) return true
    letIn += 1
    return false
  }
}
