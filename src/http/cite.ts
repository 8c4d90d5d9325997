import type { Database } from '../storage/database.ts'
import type { Pins } from '../storage/pins.ts'
import { findSource, type Source } from '../storage/sources.ts'
import { findStatement } from '../storage/statements.ts'
import type { Setting } from './answers.ts'
import type { Citation, Quotation } from './formats/citation.ts'
import type { membershipOf } from './membership.ts'
import type { showAct } from './routes/acts.ts'
import { showStatement } from './routes/statements.ts'

const kinds = { article: 'newspaper', report: 'report', depositary: 'list' } as const

/** A statement to cite: who said it, in its source, with the words and their place. */
export function statementCitation(
  statement: ReturnType<typeof showStatement>,
  source: Source,
  setting: Setting,
): Citation {
  const { name, role } = statement.as
  return {
    key: statement.id,
    kind: kinds[source.kind],
    author: [name ?? statement.speaker.name, role].filter((part) => part !== null).join(', '),
    title: statement.summary,
    container: nameOf(source),
    day: source.dateAssessed,
    quotations: [quotation(statement, source)],
    notes: [],
    ...rest(setting),
  }
}

/** An act to cite: what was done, when, and the words that say so. */
export function actCitation(act: ReturnType<typeof showAct>, quotations: Quotation[], setting: Setting): Citation {
  return {
    key: act.id,
    kind: 'entry',
    // The sentence is this record's own; who acted stands in it, and did not write it.
    author: 'Pacta',
    title: act.summary,
    container: null,
    day: act.date?.value ?? null,
    quotations,
    notes: [
      ...(act.date?.basis === 'inferred' ? [`The date is inferred: ${act.date.readings.join('; ')}.`] : []),
      ...act.conflicts.map(({ href }) => `Sources give other days: ${setting.origin}${href}.`),
    ],
    ...rest(setting),
  }
}

/** A standing to cite: what it is on the day, the derivation in words, and the words that it rests on. */
export function standingCitation(
  membership: ReturnType<typeof membershipOf>,
  quotations: Quotation[],
  setting: Setting,
): Citation {
  const { state, treaty, standing, because } = membership
  return {
    key: `${treaty.id}-${state.id}`,
    kind: 'entry',
    author: null,
    title: `${state.name} and the ${treaty.name}: ${standing.replaceAll('_', ' ')}`,
    container: null,
    day: setting.pins?.asOf ?? null,
    quotations,
    notes: because.map(({ text }) => text),
    ...rest(setting),
  }
}

/** The words of some statements, each with its source and place, as far as they count under the pins. */
export function quoted(database: Database, statements: string[], pins: Pins): Quotation[] {
  return statements.flatMap((id) => {
    const found = findStatement(database, id, pins)
    const source = found && findSource(database, found.source.id)
    return source ? [quotation(showStatement(found), source)] : []
  })
}

function quotation(statement: ReturnType<typeof showStatement>, source: Source): Quotation {
  const { start, end, place } = statement.locator
  return {
    words: statement.words,
    by: statement.as.name ?? statement.speaker.name,
    source: nameOf(source),
    published: source.dateAssessed,
    place: start === null ? place : `characters ${start} to ${end}`,
  }
}

const nameOf = ({ publisher, title, id }: Source) =>
  [publisher, title].filter((part) => part !== null).join(', ') || `a source that names no publisher (${id})`

const rest = ({ origin, permalink, record, pins }: Setting) => ({
  record,
  knownOn: pins?.knownOn ?? '',
  url: origin + permalink,
})
