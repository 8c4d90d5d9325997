import { closest, distance } from 'fastest-levenshtein'

/** A name without case, accents and punctuation, so that `Côte d'Ivoire` and `cote d ivoire` are one name. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The allowed name nearest to `name` by edit distance, or else one that holds it whole (`decree` in
 * `head_of_state_decree`); `undefined` where none is near enough to be what was meant.
 */
export function nearestName(name: string, allowed: readonly string[]): string | undefined {
  if (allowed.length === 0) return undefined
  const folded = foldName(name).slice(0, 100)
  const foldedAllowed = allowed.map(foldName)
  const nearest = closest(folded, foldedAllowed)
  if (distance(folded, nearest) <= Math.max(1, folded.length / 3)) return allowed[foldedAllowed.indexOf(nearest)]
  if (folded.length < 3) return undefined
  const longer =
    foldedAllowed.find((name) => name.startsWith(folded)) ?? foldedAllowed.find((name) => name.includes(folded))
  return longer === undefined ? undefined : allowed[foldedAllowed.indexOf(longer)]
}
