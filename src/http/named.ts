import { foldName, nearestName } from '../domain/names.ts'
import { shown } from '../explain.ts'
import { Type } from '../json-schema.ts'
import { allStateNames, stateNamed } from '../storage/states.ts'
import { allTreatyNames, treatyNamed } from '../storage/treaties.ts'
import type { Context } from './context.ts'
import { invalidParameter, unknownThing } from './problems.ts'

/** The id of the state that a path names; 404 with the nearest name otherwise. */
export function stateInPath(text: string, { snapshot }: Context): string {
  const { database } = snapshot()
  const id = stateNamed(database, text)
  if (id === undefined) throw unknownThing('state', 'state', text, nearestName(text, allStateNames(database)))
  return id
}

/** The id of the state that a filter names; 400 with the nearest name otherwise. */
export function stateInQuery(text: string | undefined, { snapshot }: Context, parameter = 'state'): string | undefined {
  if (text === undefined) return undefined
  const { database } = snapshot()
  return stateNamed(database, text) ?? refuse('state', text, allStateNames(database), parameter)
}

/** The id of the treaty that a path names; 404 with the nearest name otherwise. */
export function treatyInPath(text: string, { snapshot }: Context): string {
  const { database } = snapshot()
  const id = treatyNamed(database, text)
  if (id === undefined) throw unknownThing('treaty', 'treaty', text, nearestName(text, allTreatyNames(database)))
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
  return treatyNamed(database, text) ?? refuse('treaty', text, allTreatyNames(database), parameter)
}

/** An id that a filter names; 400 with the nearest one that the record holds otherwise. */
export function idInQuery(
  noun: string,
  id: string | undefined,
  isHeld: (id: string) => boolean,
  ids: () => string[],
): string | undefined {
  return id === undefined || isHeld(id) ? id : refuse(noun, id, ids())
}

/** The value of the record that a filter names, in any case; 400 with all of them and the nearest otherwise. */
export function valueInQuery(parameter: string, text: string | undefined, allowed: string[]): string | undefined {
  if (text === undefined) return undefined
  const value = allowed.find((one) => foldName(one) === foldName(text))
  if (value !== undefined) return value
  const message = `the record holds no treaty of the ${parameter} ${shown(text)}`
  throw invalidParameter({ parameter, value: text, message, allowed, nearest: nearestName(text, allowed) })
}

function refuse(noun: string, value: string, names: string[], parameter = noun): never {
  const message = `the record holds no ${noun} "${value}"`
  throw invalidParameter({ parameter, value, message, nearest: nearestName(value, names) })
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
