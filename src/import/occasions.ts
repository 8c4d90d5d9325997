import { type ActKind, isConsent } from '../domain/acts.ts'
import type { FoundAct } from './rows.ts'

/** "Upon signature", "confirmed upon ratification": the act at which something was declared, as headings name it. */
const kindOfOccasion: [RegExp, ActKind][] = [
  [/signature|signing/i, 'signature'],
  [/ratif/i, 'ratification'],
  [/accession|acceding/i, 'accession'],
  [/suc+ession|succeeding/i, 'succession'],
  [/acceptance|accepting/i, 'acceptance'],
  [/approval|approving/i, 'approval'],
  [/formal confirmation/i, 'formal_confirmation'],
  [/consent to be bound/i, 'consent_to_be_bound'],
  [/provisional application/i, 'provisional_application'],
]

/** The occasions that a text names after "upon" or "at the time of", in its order. */
export function occasionsIn(text: string): ActKind[] {
  const occasions: ActKind[] = []
  const pattern =
    /\b(?:[Uu]pon|[Aa]t the time of|[Oo]n (?:signature|ratification|accession|succession)|[Oo]n the occasion of)\b([^.;:,]{0,80})/g
  for (const [whole] of text.matchAll(pattern)) {
    const found = kindOfOccasion
      .map(([words, kind]) => ({ kind, at: whole.search(words) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)
    occasions.push(...found.map(({ kind }) => kind))
  }
  return occasions
}

/** When a reservation was made that "was made upon accession", the words that say so, and when it was confirmed, if it says. */
export type Made = { made: string; madeAs: string; confirmed?: string }

/** The day at which a text says that a state's reservation or declaration was made. */
export function madeOn(text: string, state: string, acts: readonly FoundAct[]): Made | undefined {
  const [, madeAs] = /\b(made (?:prior )?(?:upon|at the time of) (?:its )?[a-z]+)/i.exec(text) ?? []
  const [occasion] = madeAs ? occasionsIn(madeAs) : []
  const made = occasion && dayOfOccasion(acts, state, occasion)
  if (!made || !madeAs) return undefined
  const confirmed = occasion === 'signature' ? confirmedOn(text, state, acts) : undefined
  return { made, madeAs, ...(confirmed ? { confirmed } : {}) }
}

/** The day at which a text says that what was made upon signature was confirmed. */
export function confirmedOn(text: string, state: string, acts: readonly FoundAct[]): string | undefined {
  const [, again] = /\bmade (?:upon|at the time of) (?:its )?signature,? and confirmed (upon [a-z]+)/i.exec(text) ?? []
  const [occasion] = again ? occasionsIn(again) : []
  return occasion && dayOfOccasion(acts, state, occasion)
}

/**
 * The day of a state's act of this kind. A heading says "upon ratification" of an acceptance too, and of a succession
 * "upon accession". Who left and came back has the last of its consents meant: what was declared with the first went with it.
 */
export function dayOfOccasion(
  acts: readonly FoundAct[],
  state: string,
  occasion: ActKind | 'consent',
): string | undefined {
  const own = acts.filter((act) => act.state === state)
  const named = own.filter(({ kind }) => kind === occasion)
  if (named.length > 0) return latest(named)
  if (occasion === 'signature') return own.find(({ kind }) => kind === 'succession_to_signature')?.date
  return latest(own.filter(({ kind }) => isConsent(kind)))
}

function latest(acts: readonly FoundAct[]): string | undefined {
  return acts
    .map(({ date }) => date)
    .sort()
    .at(-1)
}
