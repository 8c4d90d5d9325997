import { foldName } from '../domain/names.ts'

/** Finds the state behind a participant's name as printed; undefined where no recorded name is this name. */
export type FindState = (participant: string) => string | undefined

type Named = { id: string; name: string }
type Alias = { state: string; name: string; kind?: string }

// "Republic of", "Kingdom of the", "Socialist People's ": what a government puts before its state's name.
const style =
  /^(?:(?:[A-Z][\p{L}'’]+ )*(?:Republic|Kingdom|Principality|Sultanate|Commonwealth|Duchy|State|States|Government|Union) of |(?:Socialist )?People[’']s |Socialist |Federal )(?:the )?/u

/**
 * Acts of these stand in notes only, and are not acts of a state that exists: the depositary refers for them to its
 * historical information (Vienna Convention on Succession of States in respect of Treaties, article 34).
 */
export const predecessors =
  /^(?:the )?(?:former )?(?:Socialist Federal Republic of )?(?:Yugoslavia|Czechoslovakia|Czech and Slovak Federal Republic|German Democratic Republic|Republic of China|Democratic Kampuchea|Democratic Yemen|(?:People[’']s Democratic Republic of|Yemen Arab Republic)(?: Yemen)?|Serbia and Montenegro|Netherlands Antilles|Republic of (?:South )?Viet[- ]?Nam)\b/i

/**
 * Reads participants by the recorded names of states, whatever their case, accents and punctuation. The order of a name's
 * parts does not count either: the page prints "Iran (Islamic Republic of)" in the table and "Islamic Republic of Iran"
 * in a note. A name that two states could bear is none, and neither is that of a state that is no more.
 */
export function findStateAmong(states: readonly Named[], names: readonly Alias[]): FindState {
  const byName = new Map<string, Set<string>>()
  const add = (name: string, state: string) => {
    for (const key of keysOf(name)) byName.set(key, (byName.get(key) ?? new Set()).add(state))
  }
  for (const { id, name } of states) add(name, id)
  for (const { state, name } of names) add(name, state)
  const find = (name: string): string | undefined => {
    for (const key of keysOf(name)) {
      const [state, ...others] = byName.get(key) ?? []
      if (state !== undefined && others.length === 0) return state
    }
    return undefined
  }
  return (participant) => {
    if (predecessors.test(participant)) return undefined
    return find(participant) ?? (style.test(participant) ? find(participant.replace(style, '')) : undefined)
  }
}

/** The name folded, and its words in alphabetical order without articles and "of". */
function keysOf(name: string): string[] {
  const folded = foldName(name)
  const words = folded.split(' ').filter((word) => word !== 'the' && word !== 'of')
  return [folded, `= ${words.sort().join(' ')}`]
}
