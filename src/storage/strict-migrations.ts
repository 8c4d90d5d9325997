import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

// drizzle-kit cannot write STRICT; this adds it to the tables of every migration that it has generated.
const folder = new URL('../../migrations/', import.meta.url)
for (const name of readdirSync(folder).filter((name) => name.endsWith('.sql'))) {
  const file = new URL(name, folder)
  const sql = readFileSync(file, 'utf8')
  writeFileSync(file, sql.replace(/^(CREATE TABLE [\s\S]*?\n\));$/gm, '$1 STRICT;'))
}
