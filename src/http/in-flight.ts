import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    /** Calls back once every request that runs now is over, its answer sent or given up. */
    afterRequests: (then: () => void) => void
  }
}

/** Keeps count of the requests that run, so that what they read is not taken from them while they are answered. */
export function watchRequests(app: FastifyInstance): void {
  const running = new Set<object>()
  const waiting = new Set<{ for: Set<object>; then: () => void }>()
  const go = () => {
    for (const one of waiting)
      if (one.for.size === 0) {
        waiting.delete(one)
        one.then()
      }
  }
  app.addHook('onRequest', (_, { raw }, done) => {
    running.add(raw)
    // Not onResponse: it does not come where the client goes away in the middle.
    raw.once('close', () => {
      running.delete(raw)
      if (waiting.size === 0) return
      for (const one of waiting) one.for.delete(raw)
      // Streams that the answer came from are closed in the same turn.
      setImmediate(go)
    })
    done()
  })
  app.decorate('afterRequests', (then: () => void) => {
    waiting.add({ for: new Set(running), then })
    go()
  })
}
