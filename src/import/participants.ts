import { foldName } from '../domain/names.ts'

/** Finds the state behind a participant's name as printed; undefined where no recorded name is this name. */
export type FindState = (participant: string) => string | undefined

type Named = { id: string; name: string }
type Alias = { state: string; name: string; kind?: string }

/**
 * Reads participants by the recorded names of states, whatever their case, accents and punctuation. The order of a name's
 * parts does not count either: the page prints "Iran (Islamic Republic of)" in the table and "Islamic Republic of Iran"
 * in a note. A name that two states could bear is none.
 */
export function findStateAmong(states: readonly Named[], names: readonly Alias[]): FindState {
  const byName = new Map<string, Set<string>>()
  const add = (name: string, state: string) => {
    for (const key of keysOf(name)) byName.set(key, (byName.get(key) ?? new Set()).add(state))
  }
  for (const { id, name } of states) add(name, id)
  for (const { state, name } of names) add(name, state)
  return (participant) => {
    for (const key of keysOf(participant)) {
      const [state, ...others] = byName.get(key) ?? []
      if (state !== undefined && others.length === 0) return state
    }
    return undefined
  }
}

/** The name folded, and its words in alphabetical order without articles and "of". */
function keysOf(name: string): string[] {
  const folded = foldName(name.replace(/’/g, "'"))
  const words = folded.split(' ').filter((word) => word !== 'the' && word !== 'of')
  return [folded, `= ${words.sort().join(' ')}`]
}
