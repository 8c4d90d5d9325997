/** What chance would draw, the same in every run: numbers from 0 to 1 (mulberry32), and one thing among several. */
export function drawing(seed: number): { random: () => number; among: <T>(list: readonly T[]) => T } {
  let state = seed
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { random, among: <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T }
}
