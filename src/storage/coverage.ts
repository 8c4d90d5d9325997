import { once } from '../domain/once.ts'
import type { Database } from './database.ts'
import { asc, eq, max, sql } from './drizzle.ts'
import { sourcesByKind } from './sources.ts'
import { acts, completeLists, sources, speakers, statements, states, treaties } from './tables.ts'

/** How many treaties are named one by one; of more, their number is told. */
export const mostTreatiesNamed = 200

/** What a record covers: how much of each noun, and which treaties' participants are all listed. */
export const coverageOf = once((database: Database) => {
  const count = (table: Counted) => database.select({ count: sql<number>`count(*)` }).from(table).get()?.count ?? 0
  const treaty = { id: treaties.id, name: treaties.shortName }
  return {
    states: count(states),
    treaties: database.select(treaty).from(treaties).orderBy(asc(treaties.id)).limit(mostTreatiesNamed).all(),
    treatiesTotal: count(treaties),
    acts: count(acts),
    statements: count(statements),
    speakers: count(speakers),
    sources: sourcesByKind(database),
    latestSource:
      database
        .select({ day: max(sources.publishedLatest) })
        .from(sources)
        .get()?.day ?? null,
    completeLists: database
      .select({ treaty, completeAsAt: completeLists.completeAsAt })
      .from(completeLists)
      .innerJoin(treaties, eq(treaties.id, completeLists.treaty))
      .orderBy(asc(treaties.id))
      .limit(mostTreatiesNamed)
      .all(),
    completeListsTotal: count(completeLists),
  }
})

type Counted =
  | typeof acts
  | typeof completeLists
  | typeof speakers
  | typeof statements
  | typeof states
  | typeof treaties
