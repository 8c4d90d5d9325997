import { foldName } from '../domain/names.ts'
import type { Rows } from '../storage/write.ts'
import { type Path, problemAt, type SeedFile, type SeedProblem } from './read.ts'
import type { TreatyFile } from './schema.ts'

/** The treaties with their names, days and clauses; each fact has a citation. */
export function compileTreaties(files: SeedFile<TreatyFile>[], problems: SeedProblem[]) {
  const rows: Pick<Rows, 'treaties' | 'treatyNames' | 'citations' | 'treatyDates' | 'clauses'> = {
    treaties: [],
    treatyNames: [],
    citations: [],
    treatyDates: [],
    clauses: [],
  }
  const names = new Map<string, string>()
  for (const file of files) {
    const { id, name, shortName, subject, references, depositary, aliases, citations, dates, clauses } = file.content
    rows.treaties.push({
      id,
      name,
      shortName,
      subject,
      untc: references.untc,
      chapter: references.chapter,
      unts: references.unts ?? null,
      registration: references.registration ?? null,
      depositary,
    })
    for (const [path, alias] of [
      [['id'], id],
      [['shortName'], shortName],
      [['name'], name],
      [['references', 'untc'], references.untc],
      ...aliases.map((alias, i) => [['aliases', i], alias] as const),
    ] as [Path, string][]) {
      const folded = foldName(alias)
      const other = names.get(folded)
      if (other !== undefined && other !== id)
        problems.push(problemAt(file, path, `"${alias}" is already a name of ${other}`))
      if (other !== undefined) continue
      names.set(folded, id)
      rows.treatyNames.push({ folded, treaty: id, name: alias })
    }
    for (const [key, text] of Object.entries(citations)) rows.citations.push({ treaty: id, id: key, text })
    const expectCitation = (citation: string, path: Path) => {
      if (!(citation in citations)) problems.push(problemAt(file, path, `there is no citation "${citation}"`))
    }
    for (const [event, on] of Object.entries(dates) as [keyof typeof dates, NonNullable<(typeof dates)['adopted']>][]) {
      expectCitation(on.citation, ['dates', event, 'citation'])
      const { date, place = null, article = null, note = null, citation } = on
      rows.treatyDates.push({ treaty: id, event, day: date, place, article, note, citation })
    }
    for (const [position, clause] of clauses.entries()) {
      expectCitation(clause.citation, ['clauses', position, 'citation'])
      rows.clauses.push({ treaty: id, position, ...clause, rule: JSON.stringify(clause.rule) })
    }
  }
  return rows
}
