import { setFlagsFromString } from 'node:v8'

/**
 * Above this V8 saves memory, at the price of a fifth more time for a mixed request and a tenth for one whose answer is kept. In
 * octets, resident.
 */
export const spareAbove = 140_000_000

/** How often it is looked how much memory the process holds. */
const lookEveryMs = 5000

/**
 * Has V8 do as is best for a server that has started, for as long as the process lives. It holds no more than is needed: it
 * collects when the heap has grown by a quarter and not when it has doubled, makes no code that is neither small nor fast
 * (Sparkplug), and, while the process holds more than {@link spareAbove}, moves what lives together at each collection and gives
 * back what is free. And it looks through young objects in one thread: several that share a core take turns, which costs more
 * than to look through so few.
 */
export function settleV8(
  held: () => number = process.memoryUsage.rss,
  set: (flag: string) => void = setFlagsFromString,
) {
  set('--heap-growing-percent=25')
  set('--no-sparkplug')
  set('--no-parallel-scavenge')
  let isSparing = false
  const look = setInterval(() => {
    const now = heldNow(held)
    if (now === undefined || now > spareAbove === isSparing) return
    isSparing = !isSparing
    set(isSparing ? '--memory-saver-mode' : '--no-memory-saver-mode')
  }, lookEveryMs)
  look.unref()
}

// How much it is the system tells in a file: where no more can be opened, the next look will tell.
function heldNow(held: () => number): number | undefined {
  try {
    return held()
  } catch {
    return undefined
  }
}
