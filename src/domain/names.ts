import { distance } from 'fastest-levenshtein'
import { once } from './once.ts'

/** A name without case, accents and punctuation, so that `Côte d'Ivoire` and `cote d ivoire` are one name. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

// Lists of names that are kept are asked about again and again.
const allFolded = once((names: readonly string[]) => {
  const folded = names.map(foldName)
  return { folded, letters: Uint32Array.from(folded, lettersOf) }
})

/** Which letters a name has, a bit for each; some letters share one. */
function lettersOf(name: string): number {
  let letters = 0
  for (let i = 0; i < name.length; i++) letters |= 1 << (name.charCodeAt(i) & 31)
  return letters
}

function countOf(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}

/** Whether one letter added, left out or changed makes one name of the other. */
export const isOneEditFrom = (name: string, other: string): boolean => distance(name, other) === 1

/**
 * The allowed name nearest to `name` by edit distance, or else one a word of which begins with it (`decree` in
 * `head_of_state_decree`); `undefined` where none is near enough to be what was meant.
 */
export function nearestName(name: string, allowed: readonly string[]): string | undefined {
  if (allowed.length === 0) return undefined
  const folded = foldName(name).slice(0, 100)
  const { folded: foldedAllowed, letters } = allFolded(allowed)
  const own = lettersOf(folded)
  let nearest: string | undefined
  let most = Math.floor(Math.max(1, folded.length / 3))
  for (const [i, name] of foldedAllowed.entries()) {
    // A name is as many edits away as it is longer or shorter, and as it has letters that the other lacks, at the least.
    if (Math.abs(name.length - folded.length) > most) continue
    const others = letters[i] as number
    if (countOf(own & ~others) > most || countOf(others & ~own) > most) continue
    const edits = distance(folded, name)
    if (edits > most) continue
    nearest = allowed[i]
    most = edits - 1
    if (most < 0) break
  }
  if (nearest !== undefined) return nearest
  if (folded.length < 3) return undefined
  // From the beginning of a word: `all` is not meant for "Marshall Islands".
  const longer =
    foldedAllowed.find((name) => name.startsWith(folded)) ?? foldedAllowed.find((name) => name.includes(` ${folded}`))
  return longer === undefined ? undefined : allowed[foldedAllowed.indexOf(longer)]
}
