import type { FastifyInstance } from 'fastify'
import { shown } from '../explain.ts'
import { routeFinder } from './paths.ts'
import { invalidParameter, nothingAt, ProblemError, problemResponses } from './problems.ts'

/**
 * Answers, before any body is read, every request that is refused for its method or its path. A method other than those that
 * read is a 405 with `Allow` (RFC 9110, section 15.5.6), or a 404 where there is nothing to read either; OPTIONS is told what
 * is allowed, and what a script of another page may do (CORS), which is to read. A path that ends in a slash, where there is
 * something without it, is a 404 that says so, and not the thing whose name is empty.
 */
export function refuseOtherRequests(app: FastifyInstance): void {
  const routeOf = routeFinder(app)
  app.addHook('onRequest', (request, reply, done) => {
    const { method, url, raw, routeOptions } = request
    if (method !== 'GET' && method !== 'HEAD') {
      const route = routeOf(url)
      if (route !== undefined) raw.route = route
      if (method === 'OPTIONS') {
        // A page may ask of what is not there, too, and read that it is not.
        reply.code(204).headers(route === undefined ? preflight : allowed)
        return reply.send()
      }
      // A method that changes nothing anywhere, such as PROPFIND, is not allowed anywhere.
      return done(route === undefined && changing.includes(method) ? nothingAt(url) : methodNotAllowed(method))
    }
    const [path = ''] = url.split('?', 1)
    // Met by a route, it has an empty name in a path, or is a path of its own.
    if (!path.endsWith('/') || (routeOptions.url !== undefined && !/:\w+$/.test(routeOptions.url))) return done()
    const without = path.replace(/\/+$/, '')
    if (routeOf(without) === undefined) return done()
    done(new ProblemError('not-found', `There is nothing at ${shown(path)}. Did you mean ${shown(without)}?`))
  })
}

/** Every operation may be answered so before its route is run. */
export function documentRefusals(app: FastifyInstance): void {
  app.addHook('onRoute', ({ schema }) => {
    if (schema?.response) schema.response = { ...problemResponses(429, 431, 503), ...schema.response }
  })
}

const readable = ['GET', 'HEAD', 'OPTIONS']
// QUERY changes nothing, but there is no body to read a question from.
const changing = ['POST', 'PUT', 'PATCH', 'DELETE', 'QUERY']
const preflight = {
  'access-control-allow-methods': readable.join(', '),
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
}
const allowed = { allow: readable.join(', '), ...preflight }

const methodNotAllowed = (method: string) =>
  new ProblemError('method-not-allowed', `${method} is not allowed here.`, undefined, { allow: readable.join(', ') })

/**
 * Refuses a query that is not percent-encoded, of which a parser would take the rest for what was meant; but not where no query
 * is read at all, as on the front page.
 */
export function refuseUnreadableQueries(app: FastifyInstance): void {
  app.addHook('preValidation', ({ url, is404, routeOptions: { schema } }, _, done) => {
    const begins = url.indexOf('?') + 1
    const isRead = !is404 && schema?.querystring !== undefined
    if (!isRead || begins === 0 || !url.includes('%', begins)) return done()
    const part = url.slice(begins).split('&').find(isUnreadable)
    if (part === undefined) return done()
    const [, parameter = '', value] = /^([^=]*)=?(.*)$/s.exec(part) ?? []
    const message = `${shown(part)} is not percent-encoded UTF-8 (RFC 3986, section 2.1)`
    done(invalidParameter({ parameter, value, message }))
  })
}

function isUnreadable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return false
  } catch {
    return true
  }
}
