import type { Day } from '../domain/partial-date.ts'
import type { Database } from './database.ts'
import { factsOf, type Thing, type ThingKind, thingKinds } from './facts.ts'
import type { Snapshot } from './snapshot.ts'

export const changeKinds = ['added', 'corrected', 'withdrawn'] as const
export type ChangeKind = (typeof changeKinds)[number]

type Value = string | number | null
/** What became of one thing; `facts` are those that changed, of a thing withdrawn all that it stated, of one added none. */
export type Change = {
  change: ChangeKind
  kind: ThingKind
  id: string
  name: string
  treaty: string | null
  known: Day | null
  facts: { name: string; before: Value; after: Value }[]
}

/** What tells a change from all others of one list. */
export const keyOfChange = ({ kind, id }: { kind: ThingKind; id: string }): string => `${kind}:${id}`

const compared = new WeakMap<Snapshot, Map<string, Change[]>>()

/** {@link changesBetween} an older record and the one that is served, computed once for each pair. */
export function changesSince(now: Snapshot, id: string, before: Database): Change[] {
  const known = compared.get(now) ?? new Map<string, Change[]>()
  compared.set(now, known)
  const found = known.get(id) ?? changesBetween(before, now.database)
  known.set(id, found)
  return found
}

/** What was added, corrected and withdrawn from one record to another, thing by thing, in the order of kinds and ids. */
export function changesBetween(before: Database, after: Database): Change[] {
  const [old, now] = [factsOf(before), factsOf(after)]
  const changes: Change[] = []
  for (const [key, thing] of now) {
    const was = old.get(key)
    const facts = was ? differences(was.facts, thing.facts) : []
    if (!was || facts.length > 0) changes.push(changeOf(was ? 'corrected' : 'added', thing, facts))
  }
  for (const [key, thing] of old)
    if (!now.has(key)) changes.push(changeOf('withdrawn', thing, differences(thing.facts, new Map())))
  const rank = ({ kind }: Change) => thingKinds.indexOf(kind)
  return changes.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
}

function differences(before: Thing['facts'], after: Thing['facts']): Change['facts'] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names]
    .map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }))
    .filter((fact) => fact.before !== fact.after)
}

function changeOf(change: ChangeKind, { kind, id, facts: stated }: Thing, facts: Change['facts']): Change {
  const text = (name: string) => stated.get(name)?.toString()
  const name = text('summary') ?? text('name') ?? text('title') ?? text('publisher') ?? id
  return { change, kind, id, name, treaty: kind === 'treaty' ? id : (text('treaty') ?? null), known: null, facts }
}
