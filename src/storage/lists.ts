import type { Database } from './database.ts'
import { sql } from './drizzle.ts'
import type { Tell } from './write.ts'

/**
 * Fills what lists are read and counted by from the tables of a finished record: the places of statements, what concerns each
 * state, and how many acts and statements of a sort became known on a day. Acts are counted so where they lie on one day,
 * the same on every day of knowledge; the others, in the index `acts_inexact`, are few.
 */
export function writeLists(database: Database, tell: Tell = () => {}): void {
  const fills = [
    sql`INSERT INTO listed_statements
        SELECT row_number() OVER (ORDER BY source, position), id, known_latest FROM statements ORDER BY source, position`,
    sql`INSERT INTO listed_sources
        SELECT source, sum(count(*)) OVER (ORDER BY source) - count(*) + 1 FROM statements GROUP BY source`,
    sql`INSERT INTO listed_by_state
        SELECT t.state, l.first + s.position FROM statement_states t JOIN statements s ON s.id = t.statement
        JOIN listed_sources l ON l.source = s.source ORDER BY 1, 2`,
    sql`INSERT INTO acts_by_state
        SELECT state, sort_day, id, known_from FROM acts WHERE state IS NOT NULL
        UNION SELECT own.state, a.sort_day, a.id, a.known_from
        FROM act_targets t JOIN acts own ON own.id = t.target JOIN acts a ON a.id = t.act WHERE own.state IS NOT NULL`,
    sql`INSERT INTO acts_counted
        SELECT kind, sort_day, known_from, count(*) FROM acts
        WHERE earliest = latest AND known_from = known_whole GROUP BY kind, sort_day, known_from`,
    sql`INSERT INTO statements_counted
        SELECT topic, modality, voice, known_latest, count(*) FROM statements
        WHERE known_latest IS NOT NULL GROUP BY topic, modality, voice, known_latest`,
  ]
  for (const [i, fill] of fills.entries()) {
    tell('writing lists', i, fills.length)
    database.run(fill)
  }
}
