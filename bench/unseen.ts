import { ask } from './answer.ts'
import { drawing } from './drawing.ts'
import type { Running } from './servers/running.ts'

type Page = { data: { id: string }[] }

/** The ids of all states and treaties that a server knows, in its order. */
export async function idsOf(server: Running): Promise<{ states: string[]; treaties: string[] }> {
  const ids = async (path: string) =>
    (JSON.parse((await ask(`${server.address}${path}`)).body.toString()) as Page).data.map(({ id }) => id)
  return { states: await ids('/v1/states?limit=200'), treaties: await ids('/v1/treaties?limit=200') }
}

/** A day of the two thousand years from 1950, in an order without order: each once before any comes again. */
export function day(index: number): string {
  // A prime number of days on, which leads through all of them.
  return new Date(firstDay + ((index * 104_729) % days) * millisecondsOfDay).toISOString().slice(0, 10)
}
const millisecondsOfDay = 86_400_000
const firstDay = Date.UTC(1950, 0, 1)
const days = (Date.UTC(3950, 0, 1) - firstDay) / millisecondsOfDay

/** The same day 400 years on, when the calendar is the same again: after all that is known, so that nothing is found otherwise. */
export const laterDay = (index: number): string => {
  const date = day(index)
  return `${Number(date.slice(0, 4)) + 400}${date.slice(4)}`
}

/**
 * The path of any standing of these, each on a day of its own. They are drawn in no order: what a server has at hand from the
 * question before would make it look faster than it is, and one process faster than several workers.
 */
export function anyStanding({ states, treaties }: { states: string[]; treaties: string[] }): (index: number) => string {
  const { among } = drawing(1997)
  return (index) => `/v1/treaties/${among(treaties)}/members/${among(states)}?asOf=${day(index)}`
}

/** A source of paths that have not been asked before, as long as there are days: each call takes up where the last one ended. */
export function unseen(path: (index: number) => string): (count: number) => string[] {
  let taken = 0
  return (count) => {
    const paths = Array.from({ length: count }, (_, index) => path(taken + index))
    taken += count
    return paths
  }
}
