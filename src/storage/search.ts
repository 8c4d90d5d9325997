import { once } from '../domain/once.ts'
import type { Database } from './database.ts'
import { sql } from './drizzle.ts'
import { countRows, type Page, type Paged, PlaceGone, paged } from './page.ts'
import type { Tell } from './write.ts'

export const searchKinds = ['state', 'treaty', 'speaker', 'statement'] as const
export type SearchKind = (typeof searchKinds)[number]

/** One thing found; `snippet` is the place where it matches, with the matching words between `\u0002` and `\u0003`. */
export type Found = { kind: SearchKind; id: string; name: string; snippet: string; score: number }

/** Fills the full-text indices from the tables of a finished record, the statements by their places in lists. */
export function writeSearchIndex(database: Database, tell: Tell = () => {}): void {
  const said = sql`s.summary, s.words || ' · ' || p.name || coalesce(' · ' || s.name_as_printed, '')`
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
          (SELECT group_concat(printed, ', ' ORDER BY printed) FROM
            (SELECT DISTINCT trim(coalesce(name_as_printed, '') || ' ' || coalesce(role_as_printed, '')) AS printed
              FROM statements WHERE speaker = s.id) WHERE printed <> ''), '')
        FROM speakers s ORDER BY s.id`,
    sql`INSERT INTO search (kind, id, name, body)
        SELECT 'statement', s.id, ${said} FROM statements s JOIN speakers p JOIN sources o
        ON p.id = s.speaker AND o.id = s.source AND o.kind <> 'depositary' ORDER BY s.id`,
    sql`INSERT INTO search_named
        WITH named (kind, id, name) AS (
          SELECT 'state', state, name FROM state_names UNION ALL SELECT 'treaty', treaty, name FROM treaty_names
          UNION ALL SELECT 'state', id, id FROM states UNION ALL SELECT 'state', id, alpha2 FROM states WHERE alpha2 IS NOT NULL)
        SELECT lower(name), rowid FROM search UNION SELECT lower(n.name), s.rowid FROM named n JOIN search s USING (kind, id)`,
    sql`INSERT INTO search_rows (rowid, name, body)
        SELECT l.place, ${said} FROM listed_statements l CROSS JOIN statements s CROSS JOIN speakers p
        ON s.id = l.id AND p.id = s.speaker ORDER BY l.place`,
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

/** The first row and the last of each kind in the index: it was filled kind by kind, each in the order of its ids. */
const rowsOfKinds = once(
  (database: Database) =>
    new Map(
      database
        .all<{ kind: SearchKind; first: number; last: number }>(
          sql`SELECT kind, min(rowid) AS first, max(rowid) AS last FROM search GROUP BY kind`,
        )
        .map(({ kind, ...rows }) => [kind, rows]),
    ),
)

/**
 * Everything that matches every word of `q`, best first: a match in a name counts more than one in the text, a state or a
 * treaty more than what is said of it, and what is named just so comes before all. All that matches is ranked by its row
 * alone; what it says is read of what is shown.
 */
export function searchRecord(database: Database, q: string, kind: SearchKind | undefined, page: Page): Paged<Found> {
  const kinds = rowsOfKinds(database)
  const words = matchExpression(q)
  const are = (among: (SearchKind | undefined)[]) =>
    sql.join(
      [sql`0`, ...among.flatMap((one) => (one && kinds.get(one)) ?? [])].map((rows) =>
        'first' in rows ? sql.raw(`rowid BETWEEN ${rows.first} AND ${rows.last}`) : rows,
      ),
      sql` OR `,
    )
  const matches = sql`search MATCH ${words} ${kind ? sql`AND (${are([kind])})` : sql``}`
  const [score, afterKind, afterId] = page.after ?? []
  if (Number.isNaN(Number(score ?? 0))) throw new PlaceGone()
  const after =
    score === undefined
      ? sql``
      : sql`WHERE score > ${Number(score)} OR (score = ${Number(score)} AND (SELECT (kind, id) > (${afterKind}, ${afterId}) FROM search WHERE rowid = place))`
  const inOrder = sql.join(
    [...searchKinds].sort().map((one, i) => sql`WHEN ${are([one])} THEN ${i}`),
    sql` `,
  )
  const found = database.all<{ place: number; score: number }>(
    sql`WITH named AS MATERIALIZED (SELECT place FROM search_named WHERE name = ${q.trim().toLowerCase()})
        SELECT * FROM (
          SELECT rowid AS place, CASE ${inOrder} END AS kind,
            bm25(search, 0, 0, 4, 1) * iif(${are(['state', 'treaty'])}, 3, 1) - iif(rowid IN named, 1000, 0) AS score
          FROM search WHERE ${matches})
        ${after} ORDER BY score, kind, place LIMIT ${page.limit + 1}`,
  )
  // Not each row by itself: the index would be opened anew for each.
  const shown = database.all<Omit<Found, 'score'> & { place: number }>(
    sql`SELECT rowid AS place, kind, id, name, snippet(search, -1, char(2), char(3), '…', 24) AS snippet FROM search
        WHERE search MATCH ${words} AND +rowid IN (SELECT value FROM json_each(${JSON.stringify(found.map(({ place }) => place))}))`,
  )
  const byPlace = new Map(shown.map(({ place, ...row }) => [place, row]))
  const rows = found.flatMap(({ place, score }) => {
    const row = byPlace.get(place)
    return row ? { ...row, score } : []
  })
  const total = countRows(database, sql`search`, matches)
  return paged(rows, total, page, ({ score, kind, id }) => [String(score), kind, id])
}
