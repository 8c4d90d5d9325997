import type { Database } from './database.ts'

type Value = string | number
/** A thing of the record as the seed states it: every fact about it by name, `evidence.ukr-ratification.date` for example. */
export type Thing = { kind: ThingKind; id: string; facts: Map<string, Value> }

type Part = { table: string; of: string[]; key: string[]; leaveOut?: string[] }
type Shape = { table: string; key: string[]; leaveOut?: string[]; parts?: Record<string, Part> }

/**
 * The tables of each kind of thing. A row that belongs to a thing is part of it. What is left out is no fact: the place in
 * an order, and what is computed from other columns when the record is built.
 */
const shapes = {
  state: { table: 'states', key: ['id'], parts: { names: { table: 'state_names', of: ['state'], key: ['folded'] } } },
  treaty: {
    table: 'treaties',
    key: ['id'],
    parts: {
      names: { table: 'treaty_names', of: ['treaty'], key: ['folded'] },
      citations: { table: 'citations', of: ['treaty'], key: ['id'] },
      dates: { table: 'treaty_dates', of: ['treaty'], key: ['event'] },
    },
  },
  clause: { table: 'clauses', key: ['treaty', 'id'], leaveOut: ['position'] },
  speaker: { table: 'speakers', key: ['id'] },
  source: {
    table: 'sources',
    key: ['id'],
    leaveOut: ['published_earliest', 'published_latest'],
    parts: {
      because: { table: 'source_arguments', of: ['source'], key: ['position'] },
      completeLists: { table: 'complete_lists', of: ['source'], key: ['treaty'] },
    },
  },
  statement: {
    table: 'statements',
    key: ['id'],
    leaveOut: ['position', 'known_latest'],
    parts: {
      states: { table: 'statement_states', of: ['statement'], key: ['state'] },
      evidence: { table: 'act_evidence', of: ['statement'], key: ['act'], leaveOut: ['earliest', 'latest'] },
      standings: { table: 'standing_claims', of: ['statement'], key: ['treaty', 'state', 'standing'] },
      steps: { table: 'step_requirements', of: ['statement'], key: ['treaty', 'state', 'step'] },
      circumstances: { table: 'circumstance_evidence', of: ['statement'], key: ['circumstance'] },
    },
  },
  act: {
    table: 'acts',
    key: ['id'],
    leaveOut: [
      'date',
      'earliest',
      'latest',
      'sort_day',
      'rival_dates',
      'rival_effects',
      'independent_sources',
      'known_from',
      'known_whole',
    ],
    parts: {
      targets: { table: 'act_targets', of: ['act'], key: ['target'] },
      assessment: { table: 'assessments', of: ['act'], key: [] },
      because: { table: 'assessment_arguments', of: ['act'], key: ['position'] },
      effectBecause: { table: 'effect_arguments', of: ['act'], key: ['position'] },
      restsOn: { table: 'argument_statements', of: ['act'], key: ['fact', 'position', 'statement'] },
    },
  },
  circumstance: { table: 'circumstances', key: ['id'] },
} as const satisfies Record<string, Shape>

export type ThingKind = keyof typeof shapes
export const thingKinds = Object.keys(shapes) as ThingKind[]

/** Of how many rows the facts are read, or of how many things they are compared, before others may have their turn. */
export const atATime = 1000

/**
 * Everything that a record states of one kind of thing, by the things' ids; a record of an older form has no facts where it
 * has no column. Yields where others may have their turn.
 */
export function* factsOf(database: Database, kind: ThingKind): Generator<void, Map<string, Thing>> {
  const shape: Shape = shapes[kind]
  const things = new Map<string, Thing>()
  for (const rows of rowsOf(database, shape.table)) {
    for (const row of rows) {
      const id = shape.key.map((name) => row[name]).join('/')
      const thing = { kind, id, facts: new Map<string, Value>() }
      things.set(id, thing)
      add(thing.facts, '', row, shape.key.length > 1 ? [] : shape.key, shape.leaveOut)
    }
    yield
  }
  for (const [part, { table, of, key, leaveOut }] of Object.entries(shape.parts ?? {}))
    for (const rows of rowsOf(database, table)) {
      for (const row of rows) {
        const facts = things.get(of.map((name) => row[name]).join('/'))?.facts
        const path = [part, ...key.map((name) => row[name])].join('.')
        // A row of nothing but keys is a fact by being there.
        if (facts && !add(facts, `${path}.`, row, [...of, ...key], leaveOut))
          facts.set(path, String(row[key.at(-1) ?? '']))
      }
      yield
    }
  return things
}

/** Adds what a row says beyond its keys; null says nothing. Returns whether it has such columns at all. */
function add(facts: Map<string, Value>, path: string, row: Row, keys: string[], leaveOut: string[] = []): boolean {
  const names = Object.keys(row).filter((name) => !keys.includes(name) && !leaveOut.includes(name))
  for (const name of names) {
    const value = row[name]
    if (value !== null && value !== undefined) facts.set(`${path}${inCamelCase(name)}`, value)
  }
  return names.length > 0
}

const inCamelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

type Row = Record<string, Value | null>
/** The rows of a table in the order in which they were written, so many at a time; none where there is no such table. */
function* rowsOf({ $client }: Database, table: string): Generator<Row[]> {
  if (!$client.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table)) return
  const lastOf = $client
    .prepare(`SELECT max(rowid) FROM (SELECT rowid FROM "${table}" WHERE rowid > ? ORDER BY rowid LIMIT ${atATime})`)
    .pluck()
  const within = $client.prepare(`SELECT * FROM "${table}" WHERE rowid > ? AND rowid <= ? ORDER BY rowid`)
  for (let first = 0; ; ) {
    const last = lastOf.get(first) as number | null
    if (last === null) return
    yield within.all(first, last) as Row[]
    first = last
  }
}
