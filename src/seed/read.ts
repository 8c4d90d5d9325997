import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { CsvError, parse as parseCsv } from 'csv-parse/sync'
import { isMap, isNode, LineCounter, parseDocument } from 'yaml'
import { type Explanation, explain, formats } from '../explain.ts'
import { type TSchema, Type } from '../json-schema.ts'
import type { Tell } from '../storage/write.ts'
import { beside } from './beside.ts'
import { readPlainCsv } from './plain-csv.ts'
import {
  ActsFile,
  type Bearing,
  bearings,
  CircumstancesFile,
  DepositaryRow,
  ListsFile,
  SourceFile,
  SpeakersFile,
  StateNameRow,
  StateRow,
  TreatyFile,
} from './schema.ts'

/** Where a part of a seed file stands: keys and indices. */
export type Path = (string | number)[]

/** A seed file as read, with a way to find the line on which a part of it stands. */
export type SeedFile<T> = { file: string; content: T; lineOf: (path: Path) => number }

/** What is wrong in a seed file, and where. */
export type SeedProblem = { file: string; line: number; path: string; message: string }

/** The whole seed, valid file by file; `compile` checks what the files say of each other. */
export type Seed = {
  states: SeedFile<StateRow[]>
  stateNames: SeedFile<StateNameRow[]>
  treaties: SeedFile<TreatyFile>[]
  speakers: SeedFile<SpeakersFile>
  circumstances: SeedFile<CircumstancesFile>
  sources: SeedFile<SourceFile>[]
  acts: SeedFile<ActsFile>[]
  lists: SeedFile<ListsFile>
  depositary: SeedFile<DepositaryRow[]>[]
}

/** The seed cannot be built; each problem names its file, line and path. */
export class SeedInvalid extends Error {
  readonly problems: SeedProblem[]
  constructor(problems: SeedProblem[]) {
    super(
      problems.map(({ file, line, path, message }) => `${file}:${line}: ${path && `${path}: `}${message}`).join('\n'),
    )
    this.problems = problems
  }
}

/** Notes what is wrong at one place of a seed file. */
export function problemAt(file: SeedFile<unknown>, path: Path, message: string): SeedProblem {
  return { file: file.file, line: file.lineOf(path), path: path.join('.'), message }
}

const ajv = new Ajv({ allErrors: true, verbose: true, formats })
const validators = new Map<TSchema, ValidateFunction>()

function explanationsOf(schema: TSchema, content: unknown): Explanation[] {
  let validate = validators.get(schema)
  if (!validate) {
    validate = ajv.compile(schema)
    validators.set(schema, validate)
  }
  return validate(content) ? [] : explain(validate.errors ?? [])
}

/** The folders in which each thing has a YAML file of its own. */
const folders = { treaties: TreatyFile, sources: SourceFile, acts: ActsFile }
export type Folder = keyof typeof folders

/** Reads every seed file below `directory`. Throws {@link SeedInvalid} with all that is wrong in all of them. */
export function readSeed(directory: string, tell: Tell = () => {}): Seed {
  const problems: SeedProblem[] = []
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  let filesRead = 0
  const told = <T>(read: T): T => {
    tell('reading the seed', ++filesRead, files.length)
    return read
  }
  const keep = ({ content, problems: found }: YamlRead, path: string) => {
    problems.push(...found)
    return told(yamlFile(directory, path, content))
  }
  const yaml = (path: string, schema: TSchema) => keep(readYaml(directory, path, schema), path)
  const csv = (path: string, schema: TSchema) => told(readCsv(directory, path, schema, problems))
  const namesIn = (folder: string, ending: string) =>
    readdirSync(join(directory, folder))
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => join(folder, name))
  const paths = {
    treaties: namesIn('treaties', '.yaml'),
    sources: namesIn('sources', '.yaml'),
    acts: namesIn('acts', '.yaml'),
  }
  const readFolders = readManyYaml(
    directory,
    (Object.keys(folders) as Folder[]).flatMap((folder) => paths[folder].map((path) => ({ folder, path }))),
  )
  const seed = {
    states: csv('states/states.csv', StateRow),
    stateNames: csv('states/names.csv', StateNameRow),
    speakers: yaml('speakers.yaml', SpeakersFile),
    circumstances: yaml('circumstances.yaml', CircumstancesFile),
    lists: yaml('depositary/lists.yaml', ListsFile),
    depositary: namesIn('depositary', '.csv').map((path) => csv(path, DepositaryRow)),
  }
  const read = readFolders()
  const each = (folder: Folder) => paths[folder].map((path) => keep(read.shift() as YamlRead, path))
  const whole = { ...seed, treaties: each('treaties'), sources: each('sources'), acts: each('acts') } as Seed
  if (problems.length === 0) for (const source of whole.sources) checkBearings(source, problems)
  if (problems.length > 0) throw new SeedInvalid(problems)
  return whole
}

/** What a YAML file says, `undefined` where it cannot be told, and what is wrong in it. */
type YamlRead = { content: unknown; problems: SeedProblem[] }

/** More files than these are shared among threads. */
const fewFiles = 1000

/** Begins to read YAML files, in threads where they are many. Returns how to wait for what they say, in their order. */
function readManyYaml(directory: string, files: { folder: Folder; path: string }[]): () => YamlRead[] {
  const threads = files.length > fewFiles ? Math.min(3, availableParallelism() - 1) : 0
  if (threads < 1) return () => readYamlFiles({ directory, files })
  // One after the other in turn: the longer ones stand together.
  const shares = Array.from({ length: threads }, (_, thread) => files.filter((_, i) => i % threads === thread))
  const begun = shares.map((share) => beside<YamlRead[]>('read-yaml.ts', { directory, files: share }))
  return () => {
    const read = begun.map((wait) => wait())
    return files.map((_, i) => read[i % threads]?.[Math.floor(i / threads)] as YamlRead)
  }
}

/** Reads the YAML files of these folders. */
export const readYamlFiles = ({ directory, files }: { directory: string; files: { folder: Folder; path: string }[] }) =>
  files.map(({ folder, path }) => readYaml(directory, path, folders[folder]))

function readYaml(directory: string, path: string, schema: TSchema): YamlRead {
  const lines = new LineCounter()
  const { content, faults } = parseYaml(readFileSync(join(directory, path), 'utf8'), lines)
  const read = yamlFile(directory, path, content)
  const problems = faults.map(({ message, pos }) => ({
    file: read.file,
    line: lines.linePos(pos[0]).line,
    path: '',
    message: message.split('\n')[0] ?? 'is not YAML',
  }))
  return {
    content,
    problems: content === undefined ? problems : [...problems, ...problemsOf(read, schema, content, [])],
  }
}

/** A YAML file as read. Its document knows where its parts stand, and is many times as large as what it says: it is made again where a fault is told. */
function yamlFile(directory: string, path: string, content: unknown): SeedFile<unknown> {
  let document: ReturnType<typeof parseDocument> | undefined
  const lines = new LineCounter()
  const lineOf = (at: Path): number => {
    document ??= parseDocument(readFileSync(join(directory, path), 'utf8'), { schema: 'core', lineCounter: lines })
    for (let depth = at.length; depth >= 0; depth--) {
      const position = positionOf(document, at.slice(0, depth))
      if (position !== undefined) return lines.linePos(position).line
    }
    return 1
  }
  return { file: relative('.', join(directory, path)), content, lineOf }
}

/** What a YAML file says, `undefined` where it cannot be told, and the faults of its form. */
function parseYaml(text: string, lineCounter: LineCounter) {
  const document = parseDocument(text, { lineCounter, schema: 'core' })
  const { errors, warnings } = document
  return { content: errors.length > 0 ? undefined : document.toJS(), faults: [...errors, ...warnings] }
}

/** Where a part of a YAML document stands: at its key, where it has one. */
function positionOf(document: ReturnType<typeof parseDocument>, path: Path): number | undefined {
  const typed = path.map((part) => (/^\d+$/.test(String(part)) ? Number(part) : part))
  const parent = document.getIn(typed.slice(0, -1), true)
  const last = typed.at(-1)
  if (isMap(parent)) {
    const key = parent.items.find(({ key }) => isNode(key) && 'value' in key && String(key.value) === String(last))?.key
    if (isNode(key)) return key.range?.[0]
  }
  const node = typed.length === 0 ? document.contents : document.getIn(typed, true)
  return isNode(node) ? node.range?.[0] : undefined
}

function readCsv(directory: string, path: string, schema: TSchema, problems: SeedProblem[]): SeedFile<unknown> {
  const file = relative('.', join(directory, path))
  const lineOfRow: number[] = []
  const lineOf = ([row]: Path) => lineOfRow[Number(row)] ?? 1
  // Most cells of a list stand in many of its rows; each is kept once.
  const cells = new Map<string, string>()
  const once = (cell: string) => {
    const known = cells.get(cell)
    if (known === undefined) cells.set(cell, cell)
    return known ?? cell
  }
  const rowOf = (row: Record<string, string | null>, line: number) => {
    lineOfRow.push(line)
    for (const column in row) row[column] = row[column] === '' ? null : once(row[column] ?? '')
    return row
  }
  try {
    const text = readFileSync(join(directory, path), 'utf8')
    const plain = readPlainCsv(text)
    const rows = plain
      ? plain.map((row, i) => rowOf(row, i + 2))
      : parseCsv(text, { columns: true, on_record: (row: Record<string, string>, { lines }) => rowOf(row, lines) })
    const read = { file, content: rows, lineOf }
    problems.push(...problemsOf(read, arrayOf(schema), rows, []))
    return read
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    problems.push({ file, line: Number(error.lines ?? 1), path: '', message: error.message })
    return { file, content: [], lineOf }
  }
}

const arrays = new Map<TSchema, TSchema>()
function arrayOf(schema: TSchema): TSchema {
  const array = arrays.get(schema) ?? Type.Array(schema)
  arrays.set(schema, array)
  return array
}

function problemsOf(file: SeedFile<unknown>, schema: TSchema, content: unknown, at: Path): SeedProblem[] {
  return explanationsOf(schema, content).map(({ path, message, allowed, nearest }) => {
    const hint = [nearest && `did you mean "${nearest}"?`, allowed?.length && `allowed: ${allowed.join(', ')}`]
    return problemAt(file, [...at, ...path], [message, ...hint.filter(Boolean)].join('; '))
  })
}

/** Each bearing is told by its key; only then can an error say what this kind of bearing allows. */
function checkBearings(source: SeedFile<SourceFile>, problems: SeedProblem[]): void {
  for (const [s, statement] of source.content.statements.entries()) {
    for (const [b, bearing] of statement.bears.entries()) {
      const at = ['statements', s, 'bears', b]
      const kinds = (Object.keys(bearings) as (keyof typeof bearings)[]).filter((kind) => kind in bearing)
      const [kind] = kinds
      if (kinds.length !== 1 || kind === undefined) {
        problems.push(problemAt(source, at, `bears on one of: ${Object.keys(bearings).join(', ')}`))
      } else problems.push(...problemsOf(source, bearings[kind], bearing satisfies Bearing, at))
    }
  }
}
