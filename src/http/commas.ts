import type { FastifyInstance } from 'fastify'

type QuerySchema = { properties?: Record<string, { type?: string }> }

/** A parameter that takes several values takes them one after the other, `a,b`, or given again, `?x=a&x=b`; both are one list. */
export function acceptCommas(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    const schema = request.routeOptions.schema?.querystring as QuerySchema | undefined
    const query = request.query as Record<string, string | string[]>
    for (const [name, { type }] of Object.entries(schema?.properties ?? {})) {
      const given = query[name]
      if (type !== 'array' || given === undefined) continue
      query[name] = [given].flat().flatMap((part) => part.split(',').map((value) => value.trim()))
    }
  })
}
