/** How many requests each client may still make in the minute that runs. */
export type RateLimit = {
  perMinute: number
  /** Counts a request: how many are left after it, negative where there was none left, and the seconds until all are again. */
  take: (client: string) => { left: number; seconds: number }
  /** The requests counted here since this was last asked, for other workers to count as well. */
  taken: () => Taken
  /** Counts what another worker has taken; what it took in a minute that is over counts no more. */
  add: (taken: Taken) => void
}

/** Requests of clients in the minute that ends at `ends`. */
export type Taken = { ends: number; clients: [client: string, requests: number][] }

const minute = 60_000

/** Above this many clients in a minute, all new ones together count as one, so that no flood of addresses fills the memory. */
const mostClients = 100_000

/**
 * A limit of `perMinute` requests for each client, counted from minute to minute of the clock `now`, in milliseconds. One that
 * is shared remembers what it has not yet told.
 */
export function rateLimit(perMinute: number, now: () => number, isShared: boolean): RateLimit {
  const counts = new Map<string, number>()
  const since = new Map<string, number>()
  let ends = 0
  const turn = (time: number) => {
    const next = (Math.floor(time / minute) + 1) * minute
    // Also where the clock has been set back: a minute that is an hour away would hold everybody up for as long.
    if (next === ends) return
    counts.clear()
    since.clear()
    ends = next
  }
  const count = (client: string, requests: number) => {
    const known = counts.size < mostClients || counts.has(client) ? client : 'all others'
    const total = (counts.get(known) ?? 0) + requests
    counts.set(known, total)
    return perMinute - total
  }
  return {
    perMinute,
    take: (client) => {
      const time = now()
      turn(time)
      if (isShared && (since.size < mostClients || since.has(client))) since.set(client, (since.get(client) ?? 0) + 1)
      return { left: count(client, 1), seconds: Math.ceil((ends - time) / 1000) }
    },
    taken: () => {
      turn(now())
      const clients = [...since]
      since.clear()
      return { ends, clients }
    },
    add: (taken) => {
      turn(now())
      if (taken.ends !== ends) return
      for (const [client, requests] of taken.clients) count(client, requests)
    },
  }
}
