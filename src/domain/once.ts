/**
 * Works out what follows from a thing once, and keeps it for as long as the thing is kept. Only for what is never changed
 * after it is made, and only for what follows from the thing alone.
 */
export function once<D extends object, T>(workOut: (thing: D) => T): (thing: D) => T {
  const known = new WeakMap<D, { worked: T }>()
  return (thing) => {
    const before = known.get(thing)
    if (before) return before.worked
    const worked = workOut(thing)
    known.set(thing, { worked })
    return worked
  }
}
