import type { FastifyInstance, FastifyRequest } from 'fastify'

type QuerySchema = { properties?: Record<string, { type?: string }> }

/** A parameter that takes several values takes them one after the other, `a,b`, or given again, `?x=a&x=b`; both are one list. */
export function acceptCommas(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const { properties = {} } = (route.schema?.querystring ?? {}) as QuerySchema
    const lists = Object.keys(properties).filter((name) => properties[name]?.type === 'array')
    if (lists.length === 0) return
    const split = (request: FastifyRequest, _: unknown, done: () => void) => {
      const query = request.query as Record<string, string | string[]>
      for (const name of lists) {
        const given = query[name]
        if (given !== undefined)
          query[name] = [given].flat().flatMap((part) => part.split(',').map((value) => value.trim()))
      }
      done()
    }
    route.preValidation = [split, ...[route.preValidation ?? []].flat()]
  })
}
