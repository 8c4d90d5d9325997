import { ask } from './answer.ts'
import type { Running } from './servers/running.ts'

type Page = { data: { id: string }[] }

/** The ids of all states and treaties that a server knows, in its order. */
export async function idsOf(server: Running): Promise<{ states: string[]; treaties: string[] }> {
  const ids = async (path: string) =>
    (JSON.parse((await ask(`${server.address}${path}`)).body.toString()) as Page).data.map(({ id }) => id)
  return { states: await ids('/v1/states?limit=200'), treaties: await ids('/v1/treaties?limit=200') }
}

/** Days in an order without order, each once before any comes again: 1900 to 2199. */
const [first, days] = [Date.UTC(1900, 0, 1), 109_573]
// A step that shares no divisor with the number of days leads through all of them.
export const day = (index: number): string =>
  new Date(first + ((index * 40_503) % days) * 86_400_000).toISOString().slice(0, 10)

/** A source of paths that have not been asked before: each call takes up where the last one ended. */
export function unseen(path: (index: number) => string): (count: number) => string[] {
  let taken = 0
  return (count) => {
    const paths = Array.from({ length: count }, (_, index) => path(taken + index))
    taken += count
    return paths
  }
}
