import { knownSince } from '../domain/evidence.ts'
import { type Day, type Span, spanOf } from '../domain/partial-date.ts'
import type { Rows } from '../storage/write.ts'
import { type Path, problemAt, type SeedFile, type SeedProblem } from './read.ts'
import type { Known } from './register.ts'
import type { SourceFile, StatementEntry } from './schema.ts'

/** A newsroom's own prose is quoted no longer than this; the words of a speaker or a document are stored whole. */
const longestProse = 25

/** The sources with their statements, and what each statement bears on; both are known from here on. */
export function compileSources(files: SeedFile<SourceFile>[], known: Known, problems: SeedProblem[]) {
  const rows: Pick<
    Rows,
    | 'sources'
    | 'sourceArguments'
    | 'statements'
    | 'statementStates'
    | 'actEvidence'
    | 'standingClaims'
    | 'stepRequirements'
    | 'circumstanceEvidence'
  > = {
    sources: [],
    sourceArguments: [],
    statements: [],
    statementStates: [],
    actEvidence: [],
    standingClaims: [],
    stepRequirements: [],
    circumstanceEvidence: [],
  }
  for (const file of files) {
    const source = file.content
    const published = spanOf(source.published.assessed)
    known.source.add(source.id, file, ['id'])
    rows.sources.push({
      id: source.id,
      kind: source.kind,
      title: source.title,
      publisher: source.publisher,
      publisherNote: source.publisherNote ?? null,
      photoCredit: source.photoCredit ?? null,
      address: source.address ?? null,
      language: source.language,
      dateGiven: source.published.given,
      dateAssessed: source.published.assessed,
      publishedEarliest: published.earliest,
      publishedLatest: published.latest,
      sha256: source.file?.sha256 ?? source.digest ?? null,
      characters: source.file?.characters ?? null,
      note: source.note ?? null,
    })
    for (const [position, argument] of source.published.because.entries())
      rows.sourceArguments.push({ source: source.id, position, argument })
    for (const [position, statement] of source.statements.entries()) {
      const at = ['statements', position]
      known.statement.add(statement.id, file, [...at, 'id'])
      known.speaker.expect(statement.speaker, file, [...at, 'speaker'])
      known.treaty.expect(statement.treaty, file, [...at, 'treaty'])
      checkWords(file, source, statement, at, problems)
      rows.statements.push({
        id: statement.id,
        source: source.id,
        position,
        speaker: statement.speaker,
        nameAsPrinted: statement.as.name,
        roleAsPrinted: statement.as.role,
        voice: statement.voice,
        modality: statement.modality,
        medium: statement.medium,
        words: statement.words,
        startAt: statement.locator?.start ?? null,
        endAt: statement.locator?.end ?? null,
        place: statement.place ?? null,
        utterance: statement.utterance,
        topic: statement.topic,
        summary: statement.summary,
        treaty: statement.treaty,
        note: statement.note,
        knownLatest: knownBy(source, published, statement),
      })
      for (const [i, state] of statement.states.entries()) {
        known.state.expect(state, file, [...at, 'states', i])
        rows.statementStates.push({ statement: statement.id, state })
      }
      for (const [b, bearing] of statement.bears.entries()) {
        const place = [...at, 'bears', b]
        if ('act' in bearing) {
          known.act.expect(bearing.act, file, [...place, 'act'])
          const { date = null, basis = null, reading = null, notified = null, effective = null } = bearing
          if ((date === null) !== (basis === null))
            problems.push(problemAt(file, place, 'a date and its basis go together'))
          if (basis === 'inferred' && !reading)
            problems.push(problemAt(file, place, 'an inferred date says how it was read'))
          const span = date === null ? { earliest: null, latest: null } : spanOf(date)
          rows.actEvidence.push({
            statement: statement.id,
            act: bearing.act,
            relation: bearing.relation,
            date,
            ...span,
            basis,
            reading,
            notified,
            effective,
          })
          continue
        }
        if ('circumstance' in bearing) {
          known.circumstance.expect(bearing.circumstance, file, [...place, 'circumstance'])
          const { circumstance, began = null, ended = null, reading = null } = bearing
          rows.circumstanceEvidence.push({ statement: statement.id, circumstance, began, ended, reading })
          continue
        }
        const { state } = 'step' in bearing ? bearing.step : bearing.standing
        known.state.expect(state, file, [...place, 'step' in bearing ? 'step' : 'standing', 'state'])
        if (statement.treaty === null) {
          problems.push(problemAt(file, place, 'a step or a standing needs the treaty it is about'))
          continue
        }
        const about = { statement: statement.id, treaty: statement.treaty, state }
        if ('step' in bearing) rows.stepRequirements.push({ ...about, step: bearing.step.kind })
        else
          for (const standing of bearing.standing.standings)
            rows.standingClaims.push({ ...about, standing, during: bearing.standing.during })
      }
    }
  }
  return rows
}

/** A locator is as long as the words it points at, inside its source; prose of a newsroom stays an excerpt. */
function checkWords(
  file: SeedFile<SourceFile>,
  source: SourceFile,
  { words, locator, voice }: StatementEntry,
  at: Path,
  problems: SeedProblem[],
): void {
  if (source.file && !locator) problems.push(problemAt(file, at, 'words of an article need a locator'))
  if (locator) {
    const [length, span] = [[...words].length, locator.end - locator.start]
    if (span !== length)
      problems.push(
        problemAt(file, [...at, 'locator'], `the words have ${length} characters, the locator spans ${span}`),
      )
    if (source.file && locator.end > source.file.characters)
      problems.push(problemAt(file, [...at, 'locator'], `the source has ${source.file.characters} characters`))
  }
  if (voice !== 'newsroom' && voice !== 'indirect_speech') return
  const count = words.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  if (count > longestProse)
    problems.push(
      problemAt(file, [...at, 'words'], `${count} words of a newsroom's prose; at most ${longestProse} are quoted`),
    )
}

/** The day by which a statement was certainly known: its source's, or, from a depositary, that of the act it states. */
function knownBy({ id, kind }: SourceFile, published: Span, { id: statement, bears }: StatementEntry): Day | null {
  const [bearing] = bears
  if (!bearing || !('act' in bearing)) return published.latest
  const { act, relation, date = null, basis = null, reading = null, notified = null, effective = null } = bearing
  return knownSince({ statement, act, relation, date, basis, reading, notified, effective }, { id, kind, published })
    .span.latest
}
