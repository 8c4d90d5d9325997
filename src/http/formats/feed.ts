import type { Day } from '../../domain/partial-date.ts'

/** One thing in a feed: `known` is the first day on which it could be known, `updated` the last on which evidence of it came. */
export type FeedEntry = {
  /** The path of the thing, `/v1/acts/…`, from which its id is made. */
  path: string
  title: string
  text: string
  author: string | null
  known: Day
  updated: Day
  categories: string[]
}

/** A feed as both formats write it; its paths are on the server whose origin is given. */
export type Feed = {
  title: string
  origin: string
  /** The feed's own path as it was asked for. */
  self: string
  /** The path of the same list for a reader. */
  list: string
  updated: Day
  entries: FeedEntry[]
}

/** A format in which the newest things of a list are followed. */
export type FeedFormat = {
  mediaType: string
  contentType: string
  write: (feed: Feed) => string
  describe: string
}

/** The id of a path of this API, the same on whichever server it is asked for: a tag URI (RFC 4151). */
export const tagOf = (path: string) => `tag:pacta,2025:${path.replace(/^\/v1\//, '')}`

/** A day as the instant that feeds demand (RFC 3339): its first. */
export const instantOf = (day: Day) => `${day}T00:00:00Z`
