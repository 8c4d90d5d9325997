/** How many requests each client may still make in the minute that runs. */
export type RateLimit = {
  perMinute: number
  /** Counts a request: how many are left after it, negative where there was none left, and the seconds until all are again. */
  take: (client: string) => { left: number; seconds: number }
  /** Counts requests that other workers have had from a client. */
  add: (client: string, requests: number) => void
  /** The requests counted here since this was last asked, by client. */
  taken: () => [client: string, requests: number][]
}

const minute = 60_000

/** Above this many clients in a minute, all new ones together count as one, so that no flood of addresses fills the memory. */
const mostClients = 100_000

/** A limit of `perMinute` requests for each client, counted from minute to minute of the clock `now`, in milliseconds. */
export function rateLimit(perMinute: number, now: () => number): RateLimit {
  const counts = new Map<string, number>()
  const since = new Map<string, number>()
  let ends = 0
  const count = (client: string, requests: number) => {
    const time = now()
    if (time >= ends) {
      counts.clear()
      since.clear()
      ends = (Math.floor(time / minute) + 1) * minute
    }
    const known = counts.size < mostClients || counts.has(client) ? client : 'all others'
    const total = (counts.get(known) ?? 0) + requests
    counts.set(known, total)
    return { left: perMinute - total, seconds: Math.ceil((ends - time) / 1000) }
  }
  return {
    perMinute,
    take: (client) => {
      if (since.size < mostClients) since.set(client, (since.get(client) ?? 0) + 1)
      return count(client, 1)
    },
    add: (client, requests) => void count(client, requests),
    taken: () => {
      const all = [...since]
      since.clear()
      return all
    },
  }
}
