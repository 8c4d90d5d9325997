import type { Rows, Tell } from '../storage/write.ts'
import { compileActs } from './acts.ts'
import { listId, readDepositary } from './depositary.ts'
import { problemAt, type Seed, type SeedFile, SeedInvalid, type SeedProblem } from './read.ts'
import { Register } from './register.ts'
import { compileSources } from './sources.ts'
import { compileStateNames } from './states.ts'
import { compileTreaties } from './treaties.ts'

/**
 * Turns the seed into rows, and checks what the files say of each other: every reference leads somewhere, every act has
 * evidence, every conflict an assessment. Throws {@link SeedInvalid} with all that is wrong.
 */
export function compileSeed(seed: Seed, tell: Tell = () => {}): Rows {
  tell('comparing what its files say of each other', 0, 1)
  const problems: SeedProblem[] = []
  const depositary = readDepositary(seed, problems)
  const sources = [...seed.sources, ...depositary.sources]
  const acts = [...seed.acts, ...depositary.acts]
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
  for (const file of acts)
    for (const [i, { id }] of file.content.acts.entries()) known.act.add(id, file, ['acts', i, 'id'])
  for (const file of [...seed.treaties, ...seed.sources]) checkFileName(file, problems)

  const told = compileSources(sources, known, problems)
  const rows: Rows = {
    states: seed.states.content,
    stateNames: compileStateNames(seed, known.state, problems),
    ...compileTreaties(seed.treaties, problems),
    speakers: seed.speakers.content,
    ...told,
    circumstances: seed.circumstances.content,
    ...compileActs(acts, told, known, problems),
    completeLists: seed.lists.content.map(({ treaty, asAt }) => ({
      source: listId(treaty),
      treaty,
      completeAsAt: asAt,
    })),
  }
  for (const [i, { state }] of seed.speakers.content.entries()) known.state.expect(state, seed.speakers, [i, 'state'])
  const supported = new Set(rows.circumstanceEvidence.map(({ circumstance }) => circumstance))
  for (const [i, { id, state }] of seed.circumstances.content.entries()) {
    known.state.expect(state, seed.circumstances, [i, 'state'])
    if (!supported.has(id))
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
