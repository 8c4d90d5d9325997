import { nearestName } from '../domain/names.ts'
import { type Path, problemAt, type SeedFile, type SeedProblem } from './read.ts'

/** The ids of one kind of thing, and the first place of each, so that a second one or a missing one can be named. */
export class Register {
  readonly #what: string
  readonly #problems: SeedProblem[]
  readonly #places = new Map<string, { file: SeedFile<unknown>; path: Path }>()
  constructor(what: string, problems: SeedProblem[]) {
    this.#what = what
    this.#problems = problems
  }
  add(id: string, file: SeedFile<unknown>, path: Path): void {
    const first = this.#places.get(id)
    if (!first) this.#places.set(id, { file, path })
    else {
      const place = `${first.file.file}:${first.file.lineOf(first.path)}`
      this.#problems.push(problemAt(file, path, `the ${this.#what} "${id}" stands already at ${place}`))
    }
  }
  expect(id: string | null | undefined, file: SeedFile<unknown>, path: Path): void {
    if (id === null || id === undefined || this.#places.has(id)) return
    const nearest = nearestName(id, [...this.#places.keys()])
    const hint = nearest ? `; did you mean "${nearest}"?` : ''
    this.#problems.push(problemAt(file, path, `there is no ${this.#what} "${id}"${hint}`))
  }
}

/** The ids that the seed may refer to, by noun. */
export type Known = Record<'state' | 'treaty' | 'speaker' | 'source' | 'statement' | 'act' | 'circumstance', Register>
