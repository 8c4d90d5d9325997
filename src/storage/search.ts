import type { Database } from './database.ts'
import { sql } from './drizzle.ts'
import { type Page, type Paged, paged } from './page.ts'
import type { Tell } from './write.ts'

export const searchKinds = ['state', 'treaty', 'speaker', 'statement'] as const
export type SearchKind = (typeof searchKinds)[number]

/** One thing found; `snippet` is the place where it matches, with the matching words between `\u0002` and `\u0003`. */
export type Found = { kind: SearchKind; id: string; name: string; snippet: string; score: number }

/**
 * Fills the full-text indices from the tables of a finished record. The rows of the depositary's lists are indexed apart: a
 * list of statements finds them by their words, a search would drown in them.
 */
export function writeSearchIndex(database: Database, tell: Tell = () => {}): void {
  const said = sql`s.summary, s.words || ' · ' || p.name || coalesce(' · ' || s.name_as_printed, '')
        FROM statements s JOIN speakers p JOIN sources o ON p.id = s.speaker AND o.id = s.source`
  const fills = [
    sql`INSERT INTO search (kind, id, name, body)
        SELECT 'state', s.id, s.name, s.id || ' · ' || coalesce(s.alpha2 || ' · ', '') ||
          (SELECT group_concat(name, ' · ' ORDER BY name) FROM state_names WHERE state = s.id)
        FROM states s ORDER BY s.id`,
    sql`INSERT INTO search (kind, id, name, body)
        SELECT 'treaty', t.id, t.short_name, t.name || ' · ' ||
          (SELECT group_concat(name, ' · ' ORDER BY name) FROM treaty_names WHERE treaty = t.id)
        FROM treaties t ORDER BY t.id`,
    sql`INSERT INTO search (kind, id, name, body)
        SELECT 'speaker', s.id, s.name, s.name || coalesce(' · ' ||
          (SELECT group_concat(DISTINCT coalesce(name_as_printed, '') || ' ' || coalesce(role_as_printed, '')) FROM statements WHERE speaker = s.id), '')
        FROM speakers s ORDER BY s.id`,
    sql`INSERT INTO search (kind, id, name, body)
        SELECT 'statement', s.id, ${said} AND o.kind <> 'depositary' ORDER BY s.id`,
    sql`INSERT INTO search_rows (id, name, body)
        SELECT s.id, ${said} AND o.kind = 'depositary' ORDER BY s.id`,
    sql`INSERT INTO search (search) VALUES ('optimize')`,
    sql`INSERT INTO search_rows (search_rows) VALUES ('optimize')`,
  ]
  for (const [i, fill] of fills.entries()) {
    tell('filling the search index', i, fills.length)
    database.run(fill)
  }
}

/** The words and numbers of a query; what is neither is left out, so that no query can be misread as FTS5 syntax. */
export function wordsOf(q: string): string[] {
  return q.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/** An FTS5 expression that asks for every word of `q`, the last one also as a beginning. */
export function matchExpression(q: string): string {
  const words = wordsOf(q)
  return words.map((word, i) => `"${word}"${i === words.length - 1 ? '*' : ''}`).join(' ')
}

/**
 * Everything that matches every word of `q`, best first: a match in a name counts more than one in the text, a state or a
 * treaty more than what is said of it, and what is named just so comes before all.
 */
export function searchRecord(database: Database, q: string, kind: SearchKind | undefined, page: Page): Paged<Found> {
  const ofKind = kind ? sql`AND kind = ${kind}` : sql``
  const matches = sql`FROM search WHERE search MATCH ${matchExpression(q)} ${ofKind}`
  const after = page.after
    ? sql`WHERE (score, kind, id) > (${Number(page.after[0])}, ${page.after[1]}, ${page.after[2]})`
    : sql``
  const rows = database.all<Found>(
    sql`SELECT * FROM (
          SELECT kind, id, name, bm25(search, 0, 0, 4, 1) * iif(kind IN ('state', 'treaty'), 3, 1) - iif(lower(name) = ${q.trim().toLowerCase()}, 1000, 0) AS score,
            snippet(search, -1, char(2), char(3), '…', 24) AS snippet ${matches})
        ${after} ORDER BY score, kind, id LIMIT ${page.limit + 1}`,
  )
  const total = database.get<{ total: number }>(sql`SELECT count(*) AS total ${matches}`).total
  return paged(rows, total, page, ({ score, kind, id }) => [String(score), kind, id])
}
