import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRows } from '../../src/import/rows.ts'
import { type Import, importPage, openSeed, readPage, writeImport } from '../../src/import/untc.ts'
import { emptyFolder } from '../seed/faults.ts'
import { html, type Shown, states } from './pages.ts'

/** A seed of the made-up states and one treaty, into which the made-up pages are imported. */
export function fixtureSeed() {
  const folder = emptyFolder()
  for (const part of ['states', 'treaties', 'depositary']) mkdirSync(join(folder, part))
  writeFileSync(
    join(folder, 'states/states.csv'),
    `id,name\n${states.map(({ id, name }) => `${id},${name}\n`).join('')}`,
  )
  writeFileSync(join(folder, 'states/names.csv'), 'state,name,kind\nERE,Nowhere,alias\n')
  writeFileSync(join(folder, 'treaties/fixtures.yaml'), 'id: fixtures\nreferences: { untc: XXVI-99 }\n')
  const list = join(folder, 'depositary/fixtures.csv')

  /** Imports a page, and takes it over unless it is only tried. */
  const take = (shown: Shown, { write = true } = {}): Import => {
    const seed = openSeed(folder)
    const bytes = Buffer.from(html(shown))
    const found = importPage(seed, readPage('page.html', bytes, undefined), bytes)
    if (write) writeImport(seed, found)
    return found
  }
  /** Records decisions on what pages no longer show. */
  const decide = (yaml: string) => writeFileSync(join(folder, 'depositary/decisions.yaml'), yaml)
  return { folder, list, take, decide, rows: () => readRows(list) }
}
