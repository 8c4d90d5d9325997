import { closest, distance } from 'fastest-levenshtein'
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
const allFolded = once((names: readonly string[]) => names.map(foldName))

/**
 * The allowed name nearest to `name` by edit distance, or else one that holds it whole (`decree` in
 * `head_of_state_decree`); `undefined` where none is near enough to be what was meant.
 */
export function nearestName(name: string, allowed: readonly string[]): string | undefined {
  if (allowed.length === 0) return undefined
  const folded = foldName(name).slice(0, 100)
  const foldedAllowed = allFolded(allowed)
  const most = Math.max(1, folded.length / 3)
  // A name is as many edits away as it is longer or shorter, at the least.
  const near = foldedAllowed.filter((name) => Math.abs(name.length - folded.length) <= most)
  const nearest = near.length === 0 ? undefined : closest(folded, near)
  if (nearest !== undefined && distance(folded, nearest) <= most) return allowed[foldedAllowed.indexOf(nearest)]
  if (folded.length < 3) return undefined
  const longer =
    foldedAllowed.find((name) => name.startsWith(folded)) ?? foldedAllowed.find((name) => name.includes(folded))
  return longer === undefined ? undefined : allowed[foldedAllowed.indexOf(longer)]
}
