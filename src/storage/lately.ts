import { once } from '../domain/once.ts'

/** Gives what was made for a key before, or makes and keeps it; or gives it only where it is kept. */
export type Lately<T> = { (key: string, make: () => T): T; atHand: (key: string) => T | undefined }

/**
 * Keeps what was asked for lately. Where all that is kept grows heavier than `most`, what has not been asked for longest
 * is let go and made again when it is asked for: what is kept must follow from its key alone. What there is not is not kept,
 * so that whoever asks for it pushes nothing out.
 */
export function lately<T>(most: number, weightOf: (made: T) => number = () => 1): Lately<T> {
  const kept = new Map<string, { made: T; weight: number }>()
  let weight = 0
  const find = (key: string) => {
    const known = kept.get(key)
    if (known) {
      // A map is in the order in which its keys came: the last asked for is the last to go.
      kept.delete(key)
      kept.set(key, known)
    }
    return known
  }
  const get = (key: string, make: () => T) => {
    const known = find(key)
    if (known) return known.made
    const made = make()
    if (made === undefined) return made
    const one = { made, weight: Math.max(1, weightOf(made)) }
    weight += one.weight
    for (const [oldest, { weight: freed }] of kept) {
      if (weight <= most) break
      kept.delete(oldest)
      weight -= freed
    }
    kept.set(key, one)
    return made
  }
  return Object.assign(get, { atHand: (key: string) => find(key)?.made })
}

/** A reading of a database that keeps what it read lately; `atHand` gives only what is kept. */
type ReadLately<D, K extends unknown[], T> = {
  (database: D, ...key: K): T
  atHand: (database: D, ...key: K) => T | undefined
}

/** A reading of a database that keeps what it read lately, as heavy as `most` in all: a snapshot never changes. */
export function readLately<D extends object, K extends unknown[], T>(
  most: number,
  read: (database: D, ...key: K) => T,
  weightOf?: (read: T) => number,
): ReadLately<D, K, T> {
  const readFrom = once((_: D) => lately<T>(most, weightOf))
  return Object.assign(
    (database: D, ...key: K) => readFrom(database)(JSON.stringify(key), () => read(database, ...key)),
    { atHand: (database: D, ...key: K) => readFrom(database).atHand(JSON.stringify(key)) },
  )
}
