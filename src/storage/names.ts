import type { SQL } from 'drizzle-orm'
import { nearestName } from '../domain/names.ts'
import { once } from '../domain/once.ts'
import type { Database } from './database.ts'
import { and, asc, desc, eq, gte, isNotNull, lt, ne, sql } from './drizzle.ts'
import { lately } from './lately.ts'
import { acts, sources, speakers, statements, states, treaties } from './tables.ts'

/** Names by id, read once: a snapshot never changes. */
function named(read: (database: Database) => { id: string; name: string }[]) {
  return once(
    (database: Database): ReadonlyMap<string, string> => new Map(read(database).map(({ id, name }) => [id, name])),
  )
}

/** The UN's names of all states, in their order. */
export const namesOfStates = named((database) =>
  database.select({ id: states.id, name: states.name }).from(states).orderBy(asc(states.name), asc(states.id)).all(),
)

/** The short names of all treaties. */
export const namesOfTreaties = named((database) =>
  database.select({ id: treaties.id, name: treaties.shortName }).from(treaties).orderBy(asc(treaties.id)).all(),
)

// All of today's and half as many again, at some two hundred octets each; of a larger record those that are asked for.
const mostNames = 15_000

/** How the summary of one row is found by its id, kept for those asked for lately. */
const summariesIn = (table: typeof acts | typeof statements) =>
  once((database: Database) => {
    const found = database
      .select({ name: table.summary })
      .from(table)
      .where(eq(table.id, sql.placeholder('id')))
      .prepare()
    const lastFound = lately<string | undefined>(mostNames)
    return (id: string): string | undefined => lastFound(id, () => found.get({ id })?.name)
  })

/** The summary of an act by its id. */
export const actNames = summariesIn(acts)

/** The summary of a statement by its id. */
export const statementNames = summariesIn(statements)

/** The most ids that an unknown one is compared with; of a larger table, those next to it in order. */
const mostCompared = 20_000

/**
 * Whether an id may be meant by `id`: it names the same state by its code, if any, and the same treaty, where `id` names one. A code
 * with a wrong letter is nearly that of another state, whose act nobody means.
 */
function mayBeMeantBy(database: Database, id: string): (other: string) => boolean {
  const codes = namesOfStates(database)
  // The longest first: the id of a covenant begins that of its protocol.
  const treaties = [...namesOfTreaties(database).keys()].sort((a, b) => b.length - a.length)
  const treatyIn = (id: string) => treaties.find((treaty) => `-${id}-`.includes(`-${treaty}-`))
  const [parts, treaty] = [id.toLowerCase().split('-'), treatyIn(id.toLowerCase())]
  return (other) => {
    const ofState = other.split('-').every((part) => parts.includes(part) || !codes.has(part.toUpperCase()))
    return ofState && (treaty === undefined || treatyIn(other) === treaty)
  }
}

/** The ids of a table among which the nearest to one that it does not hold is looked for: those next to it that may be meant. */
const idsAround = (table: typeof acts | typeof statements) => (database: Database, id: string) => {
  const some = (where: SQL, order: SQL) =>
    database
      .select({ id: table.id })
      .from(table)
      .where(where)
      .orderBy(order)
      .limit(mostCompared / 2)
      .all()
  return [...some(lt(table.id, id), desc(table.id)).reverse(), ...some(gte(table.id, id), asc(table.id))]
    .map((row) => row.id)
    .filter(mayBeMeantBy(database, id))
}

/** Ids of acts, for suggesting the nearest to one that is not held. */
export const actIdsAround = idsAround(acts)

/** Ids of statements, for suggesting the nearest to one that is not held. */
export const statementIdsAround = idsAround(statements)

/** The names of all speakers. */
export const namesOfSpeakers = named((database) =>
  database.select({ id: speakers.id, name: speakers.name }).from(speakers).orderBy(asc(speakers.id)).all(),
)

/** By what speakers are found: their ids, their names, and the names that articles and reports print, in this order. */
const speakersByName = once((database: Database) => {
  const recorded = [...namesOfSpeakers(database)]
  const printed = database
    .selectDistinct({ id: statements.speaker, name: statements.nameAsPrinted })
    .from(sources)
    .innerJoin(statements, eq(statements.source, sources.id))
    // A depositary prints no names of its speakers, in half a million rows.
    .where(and(ne(sources.kind, 'depositary'), isNotNull(statements.nameAsPrinted)))
    .orderBy(asc(statements.nameAsPrinted), asc(statements.speaker))
    .all()
  const all = [
    ...recorded.map(([id]) => ({ id, name: id })),
    ...recorded.map(([id, name]) => ({ id, name })),
    ...printed.map(({ id, name }) => ({ id, name: name ?? id })),
  ]
  return { names: all.map(({ name }) => name), idOf: new Map(all.toReversed().map(({ id, name }) => [name, id])) }
})

/** The id of the speaker of whom an id or a name, as recorded or as printed, is the nearest to a text. */
export function nearestSpeaker(database: Database, text: string): string | undefined {
  const { names, idOf } = speakersByName(database)
  return idOf.get(nearestName(text, names) ?? '')
}
