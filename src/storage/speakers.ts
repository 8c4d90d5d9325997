import type { SpeakerKind } from '../domain/evidence.ts'
import { once } from '../domain/once.ts'
import type { Database } from './database.ts'
import { and, asc, eq, sql } from './drizzle.ts'
import { lately } from './lately.ts'
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
export type Speaker = typeof speakers.$inferSelect & { stateName: string | null; printed: PrintedName[] }
export type SpeakerFilter = { kind?: SpeakerKind; state?: string }

/** A depositary speaks in half a million rows: what is printed of a speaker is kept while it is asked for. */
const printedLately = once((_: Database) => lately<PrintedName[]>(10_000, (names) => names.length))

function whole(database: Database, row: Omit<Speaker, 'printed'>): Speaker {
  return { ...row, printed: printedLately(database)(row.id, () => printedNames(database, row.id)) }
}

function printedNames(database: Database, speaker: string): PrintedName[] {
  return database
    .select({
      name: statements.nameAsPrinted,
      role: statements.roleAsPrinted,
      source: statements.source,
      publisher: sources.publisher,
      statements: sql<number>`count(*)`,
    })
    .from(statements)
    .innerJoin(sources, eq(sources.id, statements.source))
    .where(eq(statements.speaker, speaker))
    .groupBy(statements.source, statements.nameAsPrinted, statements.roleAsPrinted)
    .orderBy(asc(statements.source), sql`min(${statements.position})`)
    .all()
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
