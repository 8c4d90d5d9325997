import { foldName, nearestName, nearestTreatyName, stateNamesMeant } from '../domain/names.ts'
import { shown } from '../explain.ts'
import { Type } from '../json-schema.ts'
import { namesOfSpeakers, namesOfStates, namesOfTreaties, nearestSpeaker } from '../storage/names.ts'
import { wordsOf } from '../storage/search.ts'
import { allStateNames, stateNamed } from '../storage/states.ts'
import { allTreatyNames, treatyNamed } from '../storage/treaties.ts'
import type { Context } from './context.ts'
import { invalidParameter, type Noun, unknownThing } from './problems.ts'

/** The id of the state that a path names; 404 with the nearest name otherwise. */
export function stateInPath(text: string, context: Context): string {
  const { database } = context.snapshot()
  const id = stateNamed(database, text)
  if (id === undefined) throw unknownThing('state', text, statesMeant(text, context))
  return id
}

/** The id of the state that a filter names; 400 with the nearest name otherwise. */
export function stateInQuery(text: string | undefined, context: Context, parameter = 'state'): string | undefined {
  if (text === undefined) return undefined
  const { database } = context.snapshot()
  const named = (name: string) => stateNamed(database, name)
  return named(text) ?? refuse('state', text, named, statesMeant(text, context), parameter)
}

/** The names that a text may be meant for, one of each state; none where there are too many to help. */
function statesMeant(text: string, { snapshot }: Context): string[] {
  const { database } = snapshot()
  const names = stateNamesMeant(text, allStateNames(database))
  const ofEach = [...Map.groupBy(names, (name) => stateNamed(database, name)).values()].flatMap(
    ([first]) => first ?? [],
  )
  return ofEach.length > mostMeant ? [] : ofEach
}

/** So many names are read at a glance. */
const mostMeant = 4

/** The ids of the states that a filter names, each once by however many of its names; 400 with the nearest name otherwise. */
export function statesInQuery(names: string[], context: Context): string[] {
  return [...new Set(names.map((name) => stateInQuery(name, context, 'states') ?? name))]
}

/** The id of the treaty that a path names; 404 with the nearest name otherwise. */
export function treatyInPath(text: string, { snapshot }: Context): string {
  const { database } = snapshot()
  const id = treatyNamed(database, text)
  if (id === undefined) throw unknownThing('treaty', text, nearestTreatyName(text, allTreatyNames(database)))
  return id
}

/** The id of the treaty that a filter names; 400 with the nearest name otherwise. */
export function treatyInQuery(
  text: string | undefined,
  { snapshot }: Context,
  parameter = 'treaty',
): string | undefined {
  if (text === undefined) return undefined
  const { database } = snapshot()
  const named = (name: string) => treatyNamed(database, name)
  return named(text) ?? refuse('treaty', text, named, nearestTreatyName(text, allTreatyNames(database)), parameter)
}

/** An id that a filter names; 400 with the nearest one that the record holds otherwise. */
export function idInQuery(
  noun: Noun,
  id: string | undefined,
  isHeld: (id: string) => boolean,
  ids: () => string[],
): string | undefined {
  return id === undefined || isHeld(id) ? id : refuse(noun, id, isHeld, nearestName(id, ids()))
}

/** The id of the speaker that a filter names; 400 with the one that is called or printed so, or nearly so, otherwise. */
export function speakerInQuery(
  id: string | undefined,
  { snapshot }: Context,
  parameter = 'speaker',
): string | undefined {
  const { database } = snapshot()
  const isHeld = (id: string) => namesOfSpeakers(database).has(id)
  return id === undefined || isHeld(id) ? id : refuse('speaker', id, isHeld, nearestSpeaker(database, id), parameter)
}

/** The value of the record that a filter names, in any case; 400 with all of them and the nearest otherwise. */
export function valueInQuery(parameter: string, text: string | undefined, allowed: string[]): string | undefined {
  if (text === undefined) return undefined
  const value = allowed.find((one) => foldName(one) === foldName(text))
  if (value !== undefined) return value
  const message = `the record holds no treaty of the ${parameter} ${shown(text)}`
  throw invalidParameter({ parameter, value: text, message, allowed, nearest: nearestName(text, allowed) })
}

/** Throws a 400 where a full-text query holds nothing to search for. */
export function expectWords(q: string): void {
  if (wordsOf(q).length === 0)
    throw invalidParameter({ parameter: 'q', value: q, message: 'it holds no word and no number to search for' })
}

/** Throws a 400 for a thing that the record does not hold, or for several where one is asked for. */
function refuse(
  noun: Noun,
  value: string,
  find: (name: string) => unknown,
  meant: string | string[] | undefined,
  parameter: string = noun,
): never {
  const held = value.split(',').map((name) => Boolean(find(name.trim())))
  // Names can have commas: one that nearly is such a name is misspelt, though it begins with the name of another.
  if (held.length > 1 && (meant === undefined || meant.length === 0 ? held.includes(true) : !held.includes(false)))
    throw invalidParameter({ parameter, value, message: `${shown(value)} is several; one ${noun} is allowed here` })
  throw unknownThing(noun, value, meant, parameter)
}

/** Parameters that leave nothing out of a feed, or that a feed says in another way: those of its treaty and its state. */
const untold = ['treaty', 'state', 'format', 'limit', 'cursor', 'record']

/** What a feed is called: its list, the names of the treaty and the state that it is of, and its other filters as given. */
export function feedTitle(
  list: string,
  { treaty, state }: { treaty?: string | undefined; state?: string | undefined },
  query: object,
  { snapshot }: Context,
): string {
  const { database } = snapshot()
  const names = [
    treaty !== undefined && (namesOfTreaties(database).get(treaty) ?? treaty),
    state !== undefined && (namesOfStates(database).get(state) ?? state),
  ]
  const others = Object.entries(query).filter(([name]) => !untold.includes(name))
  const told = others.map(([name, value]) => `${name}=${value}`)
  return `Pacta: ${[list, ...names.filter((name) => name !== false), ...told].join(', ')}`
}

/** The filter parameters that several lists share. */
export const filterParameters = {
  treaty: Type.Optional(
    Type.String({
      maxLength: 500,
      description: 'A treaty: its id, UN reference or any recorded name, in any case.',
      examples: ['ottawa-convention'],
    }),
  ),
  state: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'A state: ISO alpha-3 or alpha-2, M49, or any recorded name, in any case.',
      examples: ['ukraine'],
    }),
  ),
}
