import type { Database } from '../storage/database.ts'
import type { Pins } from '../storage/pins.ts'
import { findSource, type Source } from '../storage/sources.ts'
import { findStatement } from '../storage/statements.ts'
import type { Setting } from './answers.ts'
import type { Citation, Quotation } from './formats/citation.ts'
import type { membershipOf } from './membership.ts'
import type { showAct } from './shown/act.ts'
import { showStatement } from './shown/statement.ts'

const kinds = { article: 'newspaper', report: 'report', depositary: 'list' } as const

/**
 * A statement to cite: the source that prints it, as its publisher's, with the words, whose they are and where they stand;
 * what this record says of them is a note.
 */
export function statementCitation(
  statement: ReturnType<typeof showStatement>,
  source: Source,
  setting: Setting,
): Citation {
  return {
    key: statement.id,
    kind: kinds[source.kind],
    author: source.publisher,
    title: titleOf(source),
    day: source.dateAssessed,
    dated: datesOf(source),
    language: source.language,
    quotations: [{ words: statement.words, about: aboutWords(statement) }],
    notes: [
      ...(source.address === null ? [] : [`The source: ${source.address}.`]),
      `Summary by Pacta: ${statement.summary}`,
    ],
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
    day: act.date?.value ?? null,
    dated: null,
    language: 'en',
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
    author: 'Pacta',
    title: `${state.name} and the ${treaty.name}: ${standing.replaceAll('_', ' ')}`,
    day: setting.pins?.asOf ?? null,
    dated: null,
    language: 'en',
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
    if (!source) return []
    const shown = showStatement(found)
    const printedIn = [source.publisher, titleOf(source), datesOf(source) ?? source.dateAssessed]
    return [{ words: shown.words, about: `${inOne(printedIn, ', ')}; ${aboutWords(shown)}` }]
  })
}

/** Whose words they are, where they stand, and in which file, by its digest: a place alone is of no text. */
function aboutWords({ voice, as, speaker, locator }: ReturnType<typeof showStatement>): string {
  const { start, end, place, sha256 } = locator
  const by = inOne([as.name ?? speaker.name, as.role], ', ')
  const whose = {
    direct_quote: `direct quote: words of ${by}, as the source prints them`,
    indirect_speech: `indirect speech: the source's own words, reporting ${by}`,
    document: `document: in the words of ${by}`,
    newsroom: "newsroom: the source's own words",
  }[voice]
  const at = start === null ? place : `characters ${start} to ${end}`
  const file = sha256 === null ? null : `the file with SHA-256 ${sha256}`
  return inOne([whose, inOne([at, file], ' in ') || null], '; ')
}

const inOne = (parts: (string | null)[], between: string) => parts.filter((part) => part !== null).join(between)

/** The title of a source; brackets hold what it does not print itself, as styles have it for a work without a title. */
function titleOf({ kind, title, publisher, id }: Source): string {
  if (title !== null) return title
  return `[${kind} without a recorded title${publisher === null ? ` or publisher, ${id}` : ''}]`
}

/** The date that a source gives itself beside the one assessed, where they are not the same. */
function datesOf({ dateGiven, dateAssessed }: Source): string | null {
  if (dateGiven === dateAssessed) return null
  return `${dateGiven === null ? 'no date given' : `headed ${dateGiven}`}, assessed as ${dateAssessed}`
}

const rest = ({ origin, permalink, record, pins }: Setting) => ({
  record,
  knownOn: pins?.knownOn ?? '',
  url: origin + permalink,
})
