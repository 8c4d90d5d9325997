import { planeOfKind } from '../domain/acts.ts'
import { type ActEvidence, dateOf, effectsIn, saysItWasDone } from '../domain/evidence.ts'
import type { Day } from '../domain/partial-date.ts'
import { independentSources } from '../domain/record.ts'
import type { Rows } from '../storage/write.ts'
import { type Path, problemAt, type SeedFile, type SeedProblem } from './read.ts'
import type { Known } from './register.ts'
import type { ActsFile } from './schema.ts'

type Spoken = Parameters<typeof independentSources>[0]['statements'][number] & { knownLatest: Day | null }

/** The acts with the dates that their evidence gives. */
export function compileActs(
  files: SeedFile<ActsFile>[],
  { actEvidence, statements }: Pick<Rows, 'actEvidence' | 'statements'>,
  known: Known,
  problems: SeedProblem[],
) {
  const rows: Pick<
    Rows,
    'acts' | 'actTargets' | 'assessments' | 'assessmentArguments' | 'effectArguments' | 'argumentStatements'
  > = {
    acts: [],
    actTargets: [],
    assessments: [],
    assessmentArguments: [],
    effectArguments: [],
    argumentStatements: [],
  }
  // compileSources leaves no column of these rows out.
  const evidence = Map.groupBy(actEvidence as ActEvidence[], ({ act }) => act)
  const spoken = new Map((statements as Spoken[]).map((statement) => [statement.id, statement]))
  for (const file of files) {
    const { treaty, acts } = file.content
    known.treaty.expect(treaty, file, ['treaty'])
    for (const [i, act] of acts.entries()) {
      const at = ['acts', i]
      known.state.expect(act.state, file, [...at, 'state'])
      known.speaker.expect(act.actor, file, [...at, 'actor'])
      for (const [t, target] of act.targets.entries()) known.act.expect(target, file, [...at, 'targets', t])
      const ofAct = evidence.get(act.id) ?? []
      const told = ofAct.map(({ statement }) => spoken.get(statement)).filter((one) => one !== undefined)
      const supporting = ofAct.filter(({ relation }) => relation === 'supports')
      const date = dateOfEntry(file, act, at, ofAct, problems)
      rows.acts.push({
        id: act.id,
        treaty,
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
        rivalEffects: haveRivalEffects(file, act, at, ofAct, problems),
        independentSources: independentSources({ actEvidence: ofAct, statements: told }, act.id).length,
        ...knownBetween(supporting.map(({ statement }) => spoken.get(statement)?.knownLatest ?? null)),
      })
      for (const target of act.targets) rows.actTargets.push({ act: act.id, target })
      const argue = (fact: 'date' | 'effective', because: NonNullable<typeof act.effectBecause>, path: Path) =>
        because.map(({ argument, restsOn }, position) => {
          for (const [i, statement] of restsOn.entries()) {
            known.statement.expect(statement, file, [...at, ...path, position, 'restsOn', i])
            rows.argumentStatements.push({ act: act.id, fact, position, statement })
          }
          return { act: act.id, position, argument }
        })
      rows.effectArguments.push(...argue('effective', act.effectBecause ?? [], ['effectBecause']))
      if (!act.assessment) continue
      rows.assessments.push({ act: act.id, preferred: act.assessment.preferred })
      rows.assessmentArguments.push(...argue('date', act.assessment.because, ['assessment', 'because']))
    }
  }
  return rows
}

/** The first and the last of the days by which something was known; nobody knows the last where one is open. */
function knownBetween(days: (Day | null)[]): Pick<Rows['acts'][number], 'knownFrom' | 'knownWhole'> {
  const certain = days.filter((day) => day !== null).sort()
  return {
    knownFrom: certain[0] ?? null,
    knownWhole: certain.length < days.length ? null : (certain.at(-1) ?? null),
  }
}

/** The act's date from its evidence; an act needs evidence, rival dates need an assessment, an assessment rival dates. */
function dateOfEntry(
  file: SeedFile<ActsFile>,
  act: ActsFile['acts'][number],
  at: Path,
  evidence: ActEvidence[],
  problems: SeedProblem[],
) {
  const assessment = act.assessment && { act: act.id, preferred: act.assessment.preferred, because: [] }
  const date = dateOf(evidence, assessment)
  const values = date.values.map(({ value }) => value)
  if (planeOfKind[act.kind] === 'international' && act.state === null)
    problems.push(problemAt(file, [...at, 'state'], `a ${act.kind} is the act of a state`))
  if (!evidence.some((row) => row.relation === 'supports' && saysItWasDone(row)))
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

/** Whether the evidence gives an act rival days of effect; then the recorded one is among them and says why it is preferred. */
function haveRivalEffects(
  file: SeedFile<ActsFile>,
  { id, effective, effectBecause }: ActsFile['acts'][number],
  at: Path,
  evidence: ActEvidence[],
  problems: SeedProblem[],
): boolean {
  const { values: given, conflict: rival } = effectsIn(evidence)
  const values = given.map(({ value }) => value)
  if (rival && !effectBecause)
    problems.push(
      problemAt(
        file,
        at,
        `its evidence gives rival days of effect (${values.join(', ')}): say in effectBecause why ${effective} is preferred`,
      ),
    )
  if (effectBecause && !rival)
    problems.push(problemAt(file, [...at, 'effectBecause'], `there are no rival days of effect of "${id}"`))
  if (effective === null ? values.length > 0 : !values.includes(effective)) {
    const given = values.length === 0 ? 'none does' : `given are ${values.join(', ')}`
    problems.push(problemAt(file, [...at, 'effective'], `no statement gives "${effective}"; ${given}`))
  }
  return rival
}
