import type { NoteReading } from './end-notes.ts'
import type { ActRow } from './rows.ts'
import { isMended } from './treaty-file.ts'
import type { Import } from './untc.ts'

/** What an import found, treaty by treaty and state by state, for a reader who decides on it. */
export function reportOf(
  { list, comparison, refused, readings, check, further, header }: Import,
  nameOf: (state: string) => string,
): string {
  const { fresh, changed, gone, removed } = comparison
  const lines = [`${list.treaty} (${list.untc}), as at ${list.asAt}`]
  const byState = new Map<string, string[]>()
  const note = (state: string, line: string) => byState.set(state, [...(byState.get(state) ?? []), line])
  for (const row of fresh) note(row.state, `new      ${inWords(row)}`)
  for (const { row, cells } of changed) note(row.state, `changed  ${row.id}: ${cells.join('; ')}`)
  for (const row of gone) note(row.state, `gone     ${inWords(row)}; kept until decisions.yaml decides on ${row.id}`)
  for (const row of removed) note(row.state, `removed  ${inWords(row)}, as decided`)
  for (const state of [...byState.keys()].sort())
    lines.push(`  ${nameOf(state)} (${state})`, ...(byState.get(state) ?? []).map((line) => `    ${line}`))
  if (byState.size === 0) lines.push('  nothing has changed')
  for (const { place, participant, words, why } of refused)
    lines.push(`  refused  ${[place, participant].filter(Boolean).join(', ')}: "${words}": ${why}`)
  for (const { title, rows } of further)
    lines.push(
      `  not taken over: the further table "${title}", ${rows.length} rows; its columns are no treaties of the record`,
    )
  for (const difference of header) {
    const { field, file, page } = difference
    const by = isMended(difference) ? '--write takes it over' : 'an editor decides'
    lines.push(
      `  header   ${field}: ${file === null ? 'none' : JSON.stringify(file)} -> ${JSON.stringify(page)}; ${by}`,
    )
  }
  if (readings.length > 0) lines.push(`  end notes: ${tallyOf(readings)}`)
  for (const why of check.why) lines.push(`  check    ${why}`)
  if (check.why.length > 0) lines.push('  while the check fails, the list is not written')
  if (refused.length > 0) lines.push('  while anything is refused, the list is not written')
  return lines.join('\n')
}

/** How many end notes were taken in which way. */
export function tallyOf(readings: readonly NoteReading[]): string {
  const counts = new Map<string, number>()
  for (const { reading } of readings) counts.set(reading, (counts.get(reading) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reading, count]) => `${count} ${reading}`)
    .join(', ')
}

/** The counts of the headers beside those of the acts, as a table. */
export function tableOfChecks(imports: readonly Import[]): string {
  const lines = imports.map(({ list, check }) => {
    const { header, derived, why } = check
    const counts = [
      header.parties,
      derived.parties,
      header.signatories ?? '-',
      header.signatories === null ? '-' : derived.signatories,
    ]
    return [
      list.treaty.padEnd(50),
      ...counts.map((count) => String(count).padStart(11)),
      why.length > 0 ? '  differs' : '',
    ].join('')
  })
  const head = [
    'treaty'.padEnd(50),
    ...['parties', 'derived', 'signatories', 'derived'].map((word) => word.padStart(11)),
  ]
  return [head.join(''), ...lines].join('\n')
}

function inWords({ kind, date, words, place, effective }: ActRow): string {
  return `${kind} ${date}${effective && `, effective ${effective}`} "${words}" (${place})`
}
