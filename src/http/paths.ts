import type { FastifyInstance, FastifySchema } from 'fastify'
import { nearestName } from '../domain/names.ts'

/** The paths that an application answers, as they are `read`; they come as its routes are registered. */
function pathsOf<T>(app: FastifyInstance, read: (path: string, schema: FastifySchema | undefined) => T): T[] {
  const paths: T[] = []
  app.addHook('onRoute', ({ method, url, schema }) => {
    if (method === 'GET') paths.push(read(url, schema))
  })
  return paths
}

/** Finds the route, of whatever method, that an address belongs to, as the router reads addresses. */
export function routeFinder(app: FastifyInstance): (url: string) => string | undefined {
  const routes = pathsOf(app, (path) => {
    const pattern = RegExp.escape(path)
      .replace(/\\x3a\w+/g, '[^/]+')
      .replace(/\\\*$/, '.*')
    return { path, meets: new RegExp(`^${pattern}$`) }
  })
  return (url) => {
    const [path = ''] = url.replace(/^https?:\/\/[^/]*/, '').split(/[?#]/, 1)
    try {
      const decoded = decodeURI(path)
      return routes.find(({ meets }) => meets.test(decoded))?.path
    } catch {
      return undefined
    }
  }
}

type Formatted = { properties?: { format?: { enum?: string[] } } }

/**
 * Finds the path nearest to that of an address, part by part: what routes name is put right, what they leave open stays. A format
 * at the end of a path is told to be a parameter where it is one; a path that only stands before the names of things leads to
 * where all of them are, by what such a thing is called in `lists`. What was asked is never what is found.
 */
export function pathFinder(app: FastifyInstance, lists: Record<string, string>): (url: string) => string | undefined {
  const routes = pathsOf(app, (path, schema) => ({
    parts: path.split('/'),
    formats: (schema?.querystring as Formatted | undefined)?.properties?.format?.enum ?? [],
  }))
  const nearestTo = (path: string) => {
    const parts = path.split('/')
    let open = routes.filter((route) => route.parts.length === parts.length)
    for (const [i, part] of parts.entries()) {
      if (open.length === 0) return undefined
      const named = open.map((route) => route.parts[i] ?? '').filter((name) => !/^[:*]/.test(name))
      const nearest = named.includes(part) ? part : nearestName(part, named)
      if (nearest !== undefined && nearest !== '') {
        parts[i] = nearest
        open = open.filter((route) => route.parts[i] === nearest)
      } else {
        const fitting = open.flatMap((route) => {
          const filled = part === route.parts[i] ? part : filledIn(route.parts[i] ?? '', part)
          return filled === undefined ? [] : [{ route, filled }]
        })
        parts[i] = fitting[0]?.filled ?? part
        open = fitting.filter(({ filled }) => filled === parts[i]).map(({ route }) => route)
      }
    }
    return open[0] && { path: parts.join('/'), formats: open[0].formats }
  }
  const listOfThingsAt = (path: string) => {
    const before = path.replace(/\/$/, '').split('/')
    const route = routes.find(
      ({ parts }) => parts.length === before.length + 1 && before.every((part, i) => part === parts[i]),
    )
    const noun = /^:(\w+)/.exec(route?.parts.at(-1) ?? '')?.[1]
    return noun === undefined ? undefined : lists[noun]
  }
  return (url) => {
    const [path = ''] = url.split('?', 1)
    const [, before = '', ending = ''] = /^(.*)\.(\w+)$/.exec(path) ?? []
    const format = ending.toLowerCase()
    const formatted = routes.some(({ formats }) => formats.includes(format)) ? nearestTo(before) : undefined
    if (formatted?.formats.includes(format)) return `${formatted.path}?format=${format}`
    const found = nearestTo(path)?.path ?? listOfThingsAt(path)
    return found === path ? undefined : found
  }
}

/** A part of a path as a route has it that leaves it open, but for how it ends: `acts` and `acts.json` as `acts.csv`. */
function filledIn(routePart: string, part: string): string | undefined {
  const open = /^:\w+(\.\w+)?$/.exec(routePart)
  if (open === null || part === '') return undefined
  const [, ending] = open
  return ending === undefined ? part : part.replace(/(?<=.)\.\w*$/, '') + ending
}
