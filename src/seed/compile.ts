import { planeOfKind } from '../domain/acts.ts'
import { type ActEvidence, dateOf } from '../domain/evidence.ts'
import { foldName, nearestName } from '../domain/names.ts'
import { spanOf } from '../domain/partial-date.ts'
import type { Rows } from '../storage/write.ts'
import { problemAt, type Seed, type SeedFile, SeedInvalid, type SeedProblem } from './read.ts'
import type { ActsFile, SourceFile, StatementEntry, TreatyFile } from './schema.ts'

/** A newsroom's own prose is quoted no longer than this; the words of a speaker or a document are stored whole. */
const longestProse = 25

type Path = (string | number)[]

/** The ids of one kind of thing, and the first place of each, so that a second one or a missing one can be named. */
class Register {
  readonly #what: string
  readonly #problems: SeedProblem[]
  readonly #places = new Map<string, string>()
  constructor(what: string, problems: SeedProblem[]) {
    this.#what = what
    this.#problems = problems
  }
  add(id: string, file: SeedFile<unknown>, path: Path): void {
    const first = this.#places.get(id)
    if (first) this.#problems.push(problemAt(file, path, `the ${this.#what} "${id}" stands already at ${first}`))
    else this.#places.set(id, `${file.file}:${file.lineOf(path)}`)
  }
  expect(id: string | null | undefined, file: SeedFile<unknown>, path: Path): void {
    if (id === null || id === undefined || this.#places.has(id)) return
    const nearest = nearestName(id, [...this.#places.keys()])
    const hint = nearest ? `; did you mean "${nearest}"?` : ''
    this.#problems.push(problemAt(file, path, `there is no ${this.#what} "${id}"${hint}`))
  }
}

/**
 * Turns the seed into rows, and checks what the files say of each other: every reference leads somewhere, every act has
 * evidence, every conflict an assessment. Throws {@link SeedInvalid} with all that is wrong.
 */
export function compileSeed(seed: Seed): Rows {
  const problems: SeedProblem[] = []
  const register = (what: string) => new Register(what, problems)
  const known = {
    state: register('state'),
    treaty: register('treaty'),
    speaker: register('speaker'),
    source: register('source'),
    statement: register('statement'),
    act: register('act'),
    circumstance: register('circumstance'),
  }
  for (const [row, { id }] of seed.states.content.entries()) known.state.add(id, seed.states, [row, 'id'])
  for (const [i, { id }] of seed.speakers.content.entries()) known.speaker.add(id, seed.speakers, [i, 'id'])
  for (const [i, { id }] of seed.circumstances.content.entries())
    known.circumstance.add(id, seed.circumstances, [i, 'id'])
  for (const file of seed.treaties) known.treaty.add(file.content.id, file, ['id'])
  for (const file of seed.acts)
    for (const [i, { id }] of file.content.acts.entries()) known.act.add(id, file, ['acts', i, 'id'])
  for (const file of seed.sources) {
    known.source.add(file.content.id, file, ['id'])
    for (const [i, { id }] of file.content.statements.entries()) known.statement.add(id, file, ['statements', i, 'id'])
  }
  for (const file of [...seed.treaties, ...seed.sources]) checkFileName(file, problems)

  const rows: Rows = {
    states: seed.states.content,
    stateNames: compileStateNames(seed, known.state, problems),
    ...compileTreaties(seed.treaties, problems),
    speakers: seed.speakers.content,
    ...compileSources(seed, known, problems),
    circumstances: seed.circumstances.content,
    ...compileActs(seed, known, problems),
    completeLists: [],
  }
  for (const [i, { state }] of seed.speakers.content.entries()) known.state.expect(state, seed.speakers, [i, 'state'])
  for (const [i, { id, state }] of seed.circumstances.content.entries()) {
    known.state.expect(state, seed.circumstances, [i, 'state'])
    if (!rows.circumstanceEvidence.some(({ circumstance }) => circumstance === id))
      problems.push(problemAt(seed.circumstances, [i], `no statement supports the circumstance "${id}"`))
  }
  if (problems.length > 0) throw new SeedInvalid(problems)
  return rows
}

function checkFileName(file: SeedFile<{ id: string }>, problems: SeedProblem[]): void {
  const { id } = file.content
  if (!file.file.endsWith(`/${id}.yaml`))
    problems.push(problemAt(file, ['id'], `the file of "${id}" is named ${id}.yaml`))
}

function compileStateNames({ states, stateNames }: Seed, known: Register, problems: SeedProblem[]): Rows['stateNames'] {
  const names = new Map<string, Rows['stateNames'][number]>()
  const add = (
    name: string,
    state: string,
    kind: 'un' | (typeof stateNames.content)[number]['kind'],
    file: SeedFile<unknown>,
    path: Path,
  ) => {
    const folded = foldName(name)
    const other = names.get(folded)
    if (other && other.state !== state)
      problems.push(problemAt(file, path, `the name "${name}" is already one of ${other.state}`))
    else if (!other) names.set(folded, { folded, state, name, kind })
  }
  for (const [row, { id, name }] of states.content.entries()) add(name, id, 'un', states, [row, 'name'])
  for (const [row, { state, name, kind }] of stateNames.content.entries()) {
    known.expect(state, stateNames, [row, 'state'])
    add(name, state, kind, stateNames, [row, 'name'])
  }
  return [...names.values()]
}

function compileTreaties(files: SeedFile<TreatyFile>[], problems: SeedProblem[]) {
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

type Known = Record<'state' | 'treaty' | 'speaker' | 'source' | 'statement' | 'act' | 'circumstance', Register>

function compileSources(seed: Seed, known: Known, problems: SeedProblem[]) {
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
  for (const file of seed.sources) {
    const source = file.content
    const published = spanOf(source.published.assessed)
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
      sha256: source.file?.sha256 ?? null,
      characters: source.file?.characters ?? null,
      note: source.note ?? null,
    })
    for (const [position, argument] of source.published.because.entries())
      rows.sourceArguments.push({ source: source.id, position, argument })
    for (const [position, statement] of source.statements.entries()) {
      const at = ['statements', position]
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
        startAt: statement.locator.start,
        endAt: statement.locator.end,
        utterance: statement.utterance,
        topic: statement.topic,
        summary: statement.summary,
        treaty: statement.treaty,
        note: statement.note,
      })
      for (const [i, state] of statement.states.entries()) {
        known.state.expect(state, file, [...at, 'states', i])
        rows.statementStates.push({ statement: statement.id, state })
      }
      for (const [b, bearing] of statement.bears.entries()) {
        const place = [...at, 'bears', b]
        if ('act' in bearing) {
          known.act.expect(bearing.act, file, [...place, 'act'])
          const { date = null, basis = null, reading = null, notified = null } = bearing
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
  const length = [...words].length
  if (locator.end - locator.start !== length)
    problems.push(
      problemAt(
        file,
        [...at, 'locator'],
        `the words have ${length} characters, the locator spans ${locator.end - locator.start}`,
      ),
    )
  if (source.file && locator.end > source.file.characters)
    problems.push(problemAt(file, [...at, 'locator'], `the source has ${source.file.characters} characters`))
  const count = words.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  if ((voice === 'newsroom' || voice === 'indirect_speech') && count > longestProse)
    problems.push(
      problemAt(file, [...at, 'words'], `${count} words of a newsroom's prose; at most ${longestProse} are quoted`),
    )
}

function compileActs(seed: Seed, known: Known, problems: SeedProblem[]) {
  const rows: Pick<Rows, 'acts' | 'actTargets' | 'assessments' | 'assessmentArguments'> = {
    acts: [],
    actTargets: [],
    assessments: [],
    assessmentArguments: [],
  }
  const evidence = evidenceByAct(seed)
  for (const file of seed.acts) {
    known.treaty.expect(file.content.treaty, file, ['treaty'])
    for (const [i, act] of file.content.acts.entries()) {
      const at = ['acts', i]
      known.state.expect(act.state, file, [...at, 'state'])
      known.speaker.expect(act.actor, file, [...at, 'actor'])
      for (const [t, target] of act.targets.entries()) known.act.expect(target, file, [...at, 'targets', t])
      const date = dateOfEntry(file, act, at, evidence.get(act.id) ?? [], problems)
      rows.acts.push({
        id: act.id,
        treaty: file.content.treaty,
        kind: act.kind,
        state: act.state,
        actor: act.actor,
        aim: act.aim,
        effective: act.effective,
        summary: act.summary,
        date: date.value,
        ...date.span,
        sortDay: date.span.earliest ?? date.span.latest ?? '9999-12-31',
        rivalDates: date.conflict,
      })
      for (const target of act.targets) rows.actTargets.push({ act: act.id, target })
      if (!act.assessment) continue
      rows.assessments.push({ act: act.id, preferred: act.assessment.preferred })
      for (const [position, argument] of act.assessment.because.entries())
        rows.assessmentArguments.push({ act: act.id, position, argument })
    }
  }
  return rows
}

function evidenceByAct(seed: Seed): Map<string, ActEvidence[]> {
  const evidence = new Map<string, ActEvidence[]>()
  for (const { content } of seed.sources)
    for (const statement of content.statements)
      for (const bearing of statement.bears) {
        if (!('act' in bearing)) continue
        const { act, relation, date = null, basis = null, reading = null, notified = null } = bearing
        const row = { statement: statement.id, act, relation, date, basis, reading, notified }
        evidence.set(act, [...(evidence.get(act) ?? []), row])
      }
  return evidence
}

/** The act's date from its evidence; an act needs evidence, rival dates need an assessment, an assessment rival dates. */
function dateOfEntry(
  file: SeedFile<ActsFile>,
  act: ActsFile['acts'][number],
  at: Path,
  evidence: ActEvidence[],
  problems: SeedProblem[],
) {
  const assessment = act.assessment && { act: act.id, ...act.assessment }
  const date = dateOf(evidence, assessment)
  const values = date.values.map(({ value }) => value)
  if (planeOfKind[act.kind] === 'international' && act.state === null)
    problems.push(problemAt(file, [...at, 'state'], `a ${act.kind} is the act of a state`))
  if (!evidence.some(({ relation }) => relation === 'supports'))
    problems.push(problemAt(file, at, `no statement supports the act "${act.id}"`))
  if (date.conflict && !assessment)
    problems.push(problemAt(file, at, `its evidence gives rival dates (${values.join(', ')}): assess them`))
  if (assessment && !date.conflict)
    problems.push(problemAt(file, [...at, 'assessment'], 'there are no rival dates to assess'))
  if (assessment && date.conflict && !values.includes(assessment.preferred))
    problems.push(
      problemAt(
        file,
        [...at, 'assessment', 'preferred'],
        `no statement gives "${assessment.preferred}"; given are ${values.join(', ')}`,
      ),
    )
  return date
}
