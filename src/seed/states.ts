import { foldName } from '../domain/names.ts'
import type { Rows } from '../storage/write.ts'
import { type Path, problemAt, type Seed, type SeedFile, type SeedProblem } from './read.ts'
import type { Register } from './register.ts'

/** The names of all states, folded; no name is given to two. */
export function compileStateNames(
  { states, stateNames }: Seed,
  known: Register,
  problems: SeedProblem[],
): Rows['stateNames'] {
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
