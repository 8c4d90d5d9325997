import { setFlagsFromString } from 'node:v8'

/** Above this V8 saves memory, at the price of a fifth more time for a mixed request. In octets, resident. */
export const spareAbove = 140_000_000

/** How often it is looked how much memory the process holds. */
const lookEveryMs = 5000

/**
 * Has V8 hold no more than a server needs that has started, for as long as the process lives: it collects when the heap has
 * grown by a quarter and not when it has doubled, makes no code that is neither small nor fast (Sparkplug), and, while the
 * process holds more than {@link spareAbove}, moves what lives together at each collection and gives back what is free.
 */
export function spareMemory(
  held: () => number = process.memoryUsage.rss,
  set: (flag: string) => void = setFlagsFromString,
) {
  set('--heap-growing-percent=25')
  set('--no-sparkplug')
  let isSparing = false
  const look = setInterval(() => {
    if (held() > spareAbove === isSparing) return
    isSparing = !isSparing
    set(isSparing ? '--memory-saver-mode' : '--no-memory-saver-mode')
  }, lookEveryMs)
  look.unref()
}
