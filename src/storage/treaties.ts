import type { Clause, Rule } from '../domain/clauses.ts'
import { foldName } from '../domain/names.ts'
import { once } from '../domain/once.ts'
import type { Database } from './database.ts'
import { and, asc, eq } from './drizzle.ts'
import { isOneOf } from './evidence.ts'
import { readLately } from './lately.ts'
import { comesAfter, countRows, type Page, type Paged, paged } from './page.ts'
import { citations, clauses, treaties, treatyDates, treatyNames } from './tables.ts'

export type TreatyDate = {
  day: string
  place: string | null
  article: string | null
  note: string | null
  citation: string
}
export type Treaty = typeof treaties.$inferSelect & {
  aliases: string[]
  dates: { event: (typeof treatyDates.$inferSelect)['event']; date: TreatyDate }[]
}
export type TreatyFilter = { subject?: string; chapter?: string }

function whole(database: Database, rows: (typeof treaties.$inferSelect)[]): Treaty[] {
  const ids = rows.map(({ id }) => id)
  const aliases = Map.groupBy(
    database
      .select({ treaty: treatyNames.treaty, name: treatyNames.name })
      .from(treatyNames)
      .where(isOneOf(treatyNames.treaty, ids))
      .orderBy(asc(treatyNames.folded))
      .all(),
    ({ treaty }) => treaty,
  )
  const dates = Map.groupBy(
    database
      .select({
        treaty: treatyDates.treaty,
        event: treatyDates.event,
        day: treatyDates.day,
        place: treatyDates.place,
        article: treatyDates.article,
        note: treatyDates.note,
        citation: citations.text,
      })
      .from(treatyDates)
      .innerJoin(citations, and(eq(citations.treaty, treatyDates.treaty), eq(citations.id, treatyDates.citation)))
      .where(isOneOf(treatyDates.treaty, ids))
      .orderBy(asc(treatyDates.day), asc(treatyDates.event))
      .all(),
    ({ treaty }) => treaty,
  )
  return rows.map((row) => ({
    ...row,
    aliases: (aliases.get(row.id) ?? [])
      .map(({ name }) => name)
      .filter((name) => name !== row.name && name !== row.shortName && name !== row.id && name !== row.untc),
    dates: (dates.get(row.id) ?? []).map(({ treaty: _, event, ...date }) => ({ event, date })),
  }))
}

export function listTreaties(database: Database, filter: TreatyFilter, page: Page): Paged<Treaty> {
  const where = and(
    filter.subject === undefined ? undefined : eq(treaties.subject, filter.subject),
    filter.chapter === undefined ? undefined : eq(treaties.chapter, filter.chapter),
  )
  const rows = database
    .select()
    .from(treaties)
    .where(and(where, comesAfter([treaties.id], page)))
    .orderBy(asc(treaties.id))
    .limit(page.limit + 1)
    .all()
  const total = countRows(database, treaties, where)
  return paged(whole(database, rows), total, page, ({ id }) => [id])
}

const valuesOf = (column: typeof treaties.subject | typeof treaties.chapter) =>
  once((database: Database): string[] =>
    database
      .selectDistinct({ value: column })
      .from(treaties)
      .orderBy(asc(column))
      .all()
      .map(({ value }) => value),
  )

/** What the treaties of the record are about. */
export const allSubjects = valuesOf(treaties.subject)

/** The chapters in which the treaties of the record stand. */
export const allChapters = valuesOf(treaties.chapter)

export const findTreaty = readLately(100, (database: Database, id: string): Treaty | undefined => {
  const row = database.select().from(treaties).where(eq(treaties.id, id)).get()
  return row && whole(database, [row])[0]
})

export const clausesOf = readLately(100, (database: Database, treaty: string): Clause[] => {
  return database
    .select({
      id: clauses.id,
      article: clauses.article,
      rule: clauses.rule,
      summary: clauses.summary,
      words: clauses.words,
      citation: citations.text,
    })
    .from(clauses)
    .innerJoin(citations, and(eq(citations.treaty, clauses.treaty), eq(citations.id, clauses.citation)))
    .where(eq(clauses.treaty, treaty))
    .orderBy(asc(clauses.position))
    .all()
    .map((row) => ({ ...row, rule: JSON.parse(row.rule) as Rule }))
})

/** The id of the treaty that `text` names: its slug, its UN reference, or any recorded name, in any case. */
export function treatyNamed(database: Database, text: string): string | undefined {
  const { ids, byName } = treatiesByName(database)
  return ids.has(text) ? text : byName.get(foldName(text))
}

const treatiesByName = once((database: Database) => {
  const names = database.select({ id: treatyNames.treaty, folded: treatyNames.folded }).from(treatyNames).all()
  return { ids: new Set(names.map(({ id }) => id)), byName: new Map(names.map(({ folded, id }) => [folded, id])) }
})

/** Every name of every treaty, for suggesting the nearest. */
export const allTreatyNames = once((database: Database): string[] =>
  database
    .select({ name: treatyNames.name })
    .from(treatyNames)
    .orderBy(asc(treatyNames.folded))
    .all()
    .map(({ name }) => name),
)
