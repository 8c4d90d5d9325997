import { performance } from 'node:perf_hooks'

/**
 * Says of each request whether the server has more to do than it can: whether the turn of the event loop in which it comes
 * up has gone on for longer than `patience` milliseconds. All requests of a turn were waiting when it began, so those that
 * are let in wait for one such time at most, and what is turned away costs next to nothing.
 */
export function overload(patience: number): () => boolean {
  let began = 0
  const turnIsOver = () => {
    began = 0
  }
  return () => {
    const now = performance.now()
    if (began === 0) {
      began = now
      setImmediate(turnIsOver)
      return false
    }
    return now - began > patience
  }
}
