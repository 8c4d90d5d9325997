/**
 * Works out what follows from a thing once, and keeps it for as long as the thing is kept. Only for what is never changed
 * after it is made, and only for what follows from the thing alone.
 */
export function once<D extends object, T>(workOut: (thing: D) => T): (thing: D) => T {
  const known = new WeakMap<D, T>()
  return (thing) => {
    const before = known.get(thing)
    if (before !== undefined || known.has(thing)) return before as T
    const worked = workOut(thing)
    known.set(thing, worked)
    return worked
  }
}

/** The same for what takes time; what has failed is tried again when it is next asked for. */
export function onceDone<D extends object, T>(workOut: (thing: D) => Promise<T>): (thing: D) => Promise<T> {
  const known = new WeakMap<D, Promise<T>>()
  return (thing) => {
    const before = known.get(thing)
    if (before) return before
    const working = workOut(thing)
    known.set(thing, working)
    working.catch(() => known.delete(thing))
    return working
  }
}

/** As {@link once}, but kept of the `most` things asked about last alone, and of as many before them. */
export function onceLately<D extends object, T>(most: number, workOut: (thing: D) => T): (thing: D) => T {
  let [known, knownBefore] = [new WeakMap<D, T>(), new WeakMap<D, T>()]
  let count = 0
  return (thing) => {
    if (known.has(thing)) return known.get(thing) as T
    const worked = knownBefore.has(thing) ? (knownBefore.get(thing) as T) : workOut(thing)
    count += 1
    if (count > most) {
      knownBefore = known
      known = new WeakMap()
      count = 1
    }
    known.set(thing, worked)
    return worked
  }
}
