import { once } from '../domain/once.ts'
import type { Database } from './database.ts'
import { asc, eq, sql } from './drizzle.ts'
import { acts, speakers, statements, states, treaties } from './tables.ts'

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

/** The summary of an act by its id: acts are too many to keep all their names. */
export const actNames = once((database: Database) => {
  const name = database
    .select({ name: acts.summary })
    .from(acts)
    .where(eq(acts.id, sql.placeholder('id')))
    .prepare()
  return (id: string): string | undefined => name.get({ id })?.name
})

/** The summary of a statement by its id. */
export const statementNames = once((database: Database) => {
  const name = database
    .select({ name: statements.summary })
    .from(statements)
    .where(eq(statements.id, sql.placeholder('id')))
    .prepare()
  return (id: string): string | undefined => name.get({ id })?.name
})

/** The ids of all acts, for suggesting the nearest. */
export const allActIds = (database: Database): string[] =>
  database
    .select({ id: acts.id })
    .from(acts)
    .orderBy(asc(acts.id))
    .all()
    .map(({ id }) => id)

/** The ids of all statements, for suggesting the nearest. */
export const allStatementIds = (database: Database): string[] =>
  database
    .select({ id: statements.id })
    .from(statements)
    .orderBy(asc(statements.id))
    .all()
    .map(({ id }) => id)

/** The names of all speakers. */
export const namesOfSpeakers = named((database) =>
  database.select({ id: speakers.id, name: speakers.name }).from(speakers).orderBy(asc(speakers.id)).all(),
)
