import type { SpeakerKind } from '../domain/evidence.ts'
import type { Database } from './database.ts'
import { and, asc, eq, sql } from './drizzle.ts'
import { isOneOf } from './evidence.ts'
import { readLately } from './lately.ts'
import { comesAfter, countRows, type Page, type Paged, paged } from './page.ts'
import { sources, speakers, statements, states } from './tables.ts'

/** A name and a role as one source prints them, and in how many statements. */
export type PrintedName = {
  name: string | null
  role: string | null
  source: string
  publisher: string | null
  statements: number
}
export type Speaker = typeof speakers.$inferSelect & { stateName: string | null } & Printed

/** How a speaker is printed, in the first sources by id, and in how many sources. */
type Printed = { printed: PrintedName[]; printedIn: number }
export type SpeakerFilter = { kind?: SpeakerKind; state?: string }

/** In how many sources the names of a speaker are read. */
const mostSources = 200

function whole(database: Database, row: Omit<Speaker, keyof Printed>): Speaker {
  return { ...row, ...printedNames(database, row.id) }
}

/** A depositary speaks in half a million rows: what is printed of a speaker is kept while it is asked for. */
const printedNames = readLately(10_000, readPrintedNames, ({ printed }) => 1 + printed.length)

function readPrintedNames(database: Database, speaker: string): Printed {
  const inSources = database
    .selectDistinct({ source: statements.source })
    .from(statements)
    .where(eq(statements.speaker, speaker))
    .orderBy(asc(statements.source))
    .limit(mostSources)
    .all()
    .map(({ source }) => source)
  const printed = database
    .select({
      name: statements.nameAsPrinted,
      role: statements.roleAsPrinted,
      source: statements.source,
      publisher: sources.publisher,
      statements: sql<number>`count(*)`,
    })
    .from(statements)
    .innerJoin(sources, eq(sources.id, statements.source))
    .where(and(eq(statements.speaker, speaker), isOneOf(statements.source, inSources)))
    .groupBy(statements.source, statements.nameAsPrinted, statements.roleAsPrinted)
    .orderBy(asc(statements.source), sql`min(${statements.position})`)
    .all()
  if (inSources.length < mostSources) return { printed, printedIn: inSources.length }
  const all = database
    .select({ count: sql<number>`count(DISTINCT ${statements.source})` })
    .from(statements)
    .where(eq(statements.speaker, speaker))
    .get()
  return { printed, printedIn: all?.count ?? 0 }
}

const columns = {
  id: speakers.id,
  kind: speakers.kind,
  name: speakers.name,
  state: speakers.state,
  stateName: states.name,
  note: speakers.note,
}

export function listSpeakers(database: Database, filter: SpeakerFilter, page: Page): Paged<Speaker> {
  const where = and(
    filter.kind && eq(speakers.kind, filter.kind),
    filter.state === undefined ? undefined : eq(speakers.state, filter.state),
  )
  const rows = database
    .select(columns)
    .from(speakers)
    .leftJoin(states, eq(states.id, speakers.state))
    .where(and(where, comesAfter([speakers.id], page)))
    .orderBy(asc(speakers.id))
    .limit(page.limit + 1)
    .all()
  const total = countRows(database, speakers, where)
  return paged(
    rows.map((row) => whole(database, row)),
    total,
    page,
    ({ id }) => [id],
  )
}

export function findSpeaker(database: Database, id: string): Speaker | undefined {
  const row = database
    .select(columns)
    .from(speakers)
    .leftJoin(states, eq(states.id, speakers.state))
    .where(eq(speakers.id, id))
    .get()
  return row && whole(database, row)
}
