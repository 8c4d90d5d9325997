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

/** Whether two letters that stand side by side have changed places, and nothing else. */
export function isOneSwapFrom(name: string, other: string): boolean {
  let i = 0
  while (i < name.length && name[i] === other[i]) i++
  return (
    i + 1 < name.length && other === `${name.slice(0, i)}${name.charAt(i + 1)}${name.charAt(i)}${name.slice(i + 2)}`
  )
}

/**
 * The allowed name nearest to `name` by edit distance, or else one a word of which begins with it (`decree` in
 * `head_of_state_decree`); `undefined` where none is near enough to be what was meant.
 */
export function nearestName(name: string, allowed: readonly string[]): string | undefined {
  return nearestByEdits(name, allowed, 3)[0] ?? withWordBegun(name, allowed)
}

/** The allowed names nearest to `name`, all by as many edits, of which one letter in so many may be wrong. */
function nearestByEdits(name: string, allowed: readonly string[], lettersAnEdit: number): string[] {
  if (allowed.length === 0) return []
  const folded = foldName(name).slice(0, 100)
  const { folded: foldedAllowed, letters } = allFolded(allowed)
  const own = lettersOf(folded)
  let nearest: string[] = []
  let most = Math.floor(Math.max(1, folded.length / lettersAnEdit))
  for (const [i, name] of foldedAllowed.entries()) {
    // A name is as many edits away as it is longer or shorter, and as it has letters that the other lacks, at the least.
    if (Math.abs(name.length - folded.length) > most) continue
    const others = letters[i] as number
    if (countOf(own & ~others) > most || countOf(others & ~own) > most) continue
    const edits = distance(folded, name)
    if (edits > most) continue
    if (edits < most) nearest = []
    most = edits
    nearest.push(allowed[i] as string)
    if (edits === 0) break
  }
  return nearest
}

/** The first allowed name of which a word begins with `name`. */
const withWordBegun = (name: string, allowed: readonly string[]): string | undefined => allBegun(name, allowed)[0]

/** The allowed names that begin with `name`, or else those of which a later word does. */
function allBegun(name: string, allowed: readonly string[]): string[] {
  const folded = foldName(name).slice(0, 100)
  if (folded.length < 3) return []
  const { folded: foldedAllowed } = allFolded(allowed)
  const beginning = allowed.filter((_, i) => foldedAllowed[i]?.startsWith(folded))
  // From the beginning of a word: `all` is not meant for "Marshall Islands".
  return beginning.length > 0 ? beginning : allowed.filter((_, i) => foldedAllowed[i]?.includes(` ${folded}`))
}

// What kind of thing a treaty is says nothing of which one it is.
const kindsOfTreaty = ['convention', 'treaty', 'treaties', 'protocol', 'covenant', 'agreement']
const isKindOfTreaty = (word: string) => kindsOfTreaty.some((kind) => distance(word, kind) <= 1)

const withoutKind = (name: string): string =>
  foldName(name)
    .slice(0, 500)
    .split(' ')
    .filter((word) => !isKindOfTreaty(word))
    .join(' ')
const allWithoutKind = once((names: readonly string[]) => names.map(withoutKind))

/** Whether a name is no longer than a code: of so few letters most are one edit from another code, of another thing. */
const isAsShortAsCode = (name: string): boolean => foldName(name).length <= 3

/**
 * The names of states that `name` may be meant for: those nearest to it (`Nigera`), or all that begin with it (`Korea`), which
 * alone count for three letters (`GER`).
 */
export function stateNamesMeant(name: string, allowed: readonly string[]): string[] {
  const nearest = isAsShortAsCode(name) ? [] : nearestByEdits(name, allowed, 3)
  return nearest.length > 0 ? nearest : allBegun(name, allowed)
}

/** The name of a treaty nearest to `name`, of which words such as "Convention" do not count; `undefined` for codes. */
export function nearestTreatyName(name: string, allowed: readonly string[]): string | undefined {
  const own = withoutKind(name)
  if (isAsShortAsCode(own)) return undefined
  const all = allWithoutKind(allowed)
  const [nearest] = nearestByEdits(own, all, 4)
  if (nearest === undefined) {
    // Whoever says "Paris Agreement" means no "Paris Convention on Chemical Weapons".
    const said = foldName(name).split(' ').filter(isKindOfTreaty)
    const areSaidOf = (other: string) => said.every((kind) => foldName(other).split(' ').includes(kind))
    return withWordBegun(own, said.length === 0 ? allowed : allowed.filter(areSaidOf))
  }
  const alike = allowed.filter((_, i) => all[i] === nearest)
  return nearestName(name, alike) ?? alike[0]
}

/** What a state or an organisation is called in a sentence: "the Russian Federation", "Iran" for "Iran (Islamic Republic of)". */
export function nameInSentence(name: string): string {
  const spoken = name.replace(/ \(.*\)$/, '')
  return takesArticle.test(spoken) ? `the ${spoken}` : spoken
}

// English says "the Russian Federation" but "Ukraine": names that tell a form of state, a group or islands.
const takesArticle =
  /^(Bahamas|Central|Comoros|Cook|Czech|Democratic|Dominican|European|Gambia|Holy|Lao|Maldives|Marshall|Netherlands|Philippines|Republic|Russian|Solomon|State|Syrian|United)/
