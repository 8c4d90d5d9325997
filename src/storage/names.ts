import type { Database } from './database.ts'
import { onceFor } from './lately.ts'
import { asc } from './drizzle.ts'
import { acts, speakers, statements, states, treaties } from './tables.ts'

/** Names by id, read once: a snapshot never changes. */
function once(read: (database: Database) => { id: string; name: string }[]) {
  return onceFor(
    (database: Database): ReadonlyMap<string, string> => new Map(read(database).map(({ id, name }) => [id, name])),
  )
}

/** The UN's names of all states, in their order. */
export const namesOfStates = once((database) =>
  database.select({ id: states.id, name: states.name }).from(states).orderBy(asc(states.name), asc(states.id)).all(),
)

/** The short names of all treaties. */
export const namesOfTreaties = once((database) =>
  database.select({ id: treaties.id, name: treaties.shortName }).from(treaties).orderBy(asc(treaties.id)).all(),
)

/** The summaries of all acts. */
export const namesOfActs = once((database) =>
  database.select({ id: acts.id, name: acts.summary }).from(acts).orderBy(asc(acts.id)).all(),
)

/** The summaries of all statements. */
export const namesOfStatements = once((database) =>
  database.select({ id: statements.id, name: statements.summary }).from(statements).orderBy(asc(statements.id)).all(),
)

/** The names of all speakers. */
export const namesOfSpeakers = once((database) =>
  database.select({ id: speakers.id, name: speakers.name }).from(speakers).orderBy(asc(speakers.id)).all(),
)
