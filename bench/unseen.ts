import { hash } from 'node:crypto'
import { ask } from './answer.ts'
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

/**
 * The path of any standing of these, each index on a day of its own. Which one follows from the index, but in no order: what a
 * server has at hand from the question before would make it look faster than it is, and one process faster than several workers.
 */
export const anyStanding = ({ states, treaties }: { states: string[]; treaties: string[] }) => {
  return (index: number): string => {
    const drawn = hash('sha256', String(index), 'buffer')
    const treaty = treaties[drawn.readUInt32LE(0) % treaties.length]
    const state = states[drawn.readUInt32LE(4) % states.length]
    return `/v1/treaties/${treaty}/members/${state}?asOf=${day(index)}`
  }
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
