import type { Database } from './database.ts'
import { sql } from './drizzle.ts'
import type { Tell } from './write.ts'

/**
 * Fills what lists are read and counted by from the tables of a finished record: the places of statements, since when each
 * source has told of something, what concerns each state, and how many acts and statements of a sort became known on a day.
 * Acts are counted so where they lie on one day, the same on every day of knowledge; the others, in the index
 * `acts_inexact`, are few. What is not known by any day counts on none.
 */
export function writeLists(database: Database, tell: Tell = () => {}): void {
  const listed = sql`a.sort_day, a.id, a.known_from, coalesce(a.earliest = a.latest AND a.known_from = a.known_whole, 0)`
  const fills = [
    sql`INSERT INTO listed_sources
        SELECT s.source, sum(count(*)) OVER (ORDER BY s.source) - count(*) + 1, min(s.known_latest), o.published_latest
        FROM statements s JOIN sources o ON o.id = s.source GROUP BY s.source`,
    sql`INSERT INTO listed_statements
        SELECT l.first + s.position AS place, s.id, s.known_latest
        FROM statements s NOT INDEXED CROSS JOIN listed_sources l ON l.source = s.source
        WHERE s.known_latest IS NOT NULL ORDER BY place`,
    sql`INSERT INTO listed_by_state
        SELECT t.state, p.place, p.known_latest FROM listed_statements p CROSS JOIN statement_states t ON t.statement = p.id
        ORDER BY t.state, p.place`,
    sql`INSERT INTO acts_by_state
        SELECT a.state, ${listed} FROM acts a NOT INDEXED WHERE a.state IS NOT NULL
        UNION SELECT own.state, ${listed}
        FROM act_targets t CROSS JOIN acts own ON own.id = t.target CROSS JOIN acts a ON a.id = t.act
        WHERE own.state IS NOT NULL`,
    sql`INSERT INTO acts_counted
        SELECT kind, sort_day, known_from, count(*) FROM acts NOT INDEXED
        WHERE earliest = latest AND known_from = known_whole GROUP BY kind, sort_day, known_from`,
    sql`INSERT INTO acts_counted
        SELECT 'any', sort_day, known_from, sum(acts) FROM acts_counted GROUP BY sort_day, known_from`,
    sql`INSERT INTO statements_counted
        SELECT topic, modality, voice, known_latest, count(*) FROM statements NOT INDEXED
        WHERE known_latest IS NOT NULL GROUP BY topic, modality, voice, known_latest`,
  ]
  for (const [i, fill] of fills.entries()) {
    tell('writing lists', i, fills.length)
    database.run(fill)
  }
}
