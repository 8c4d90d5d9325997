import { once } from '../domain/once.ts'
import type { Day } from '../domain/partial-date.ts'
import type { Database } from './database.ts'
import { atATime, factsOf, type Thing, type ThingKind, thingKinds } from './facts.ts'
import { lately } from './lately.ts'
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

/** So many changes and facts since earlier records are kept at most, some 25 MB; or those since one record, if they are more. */
const mostKept = 200_000

const comparisonsWith = once((_: Snapshot) => ({
  kept: lately<Change[]>(mostKept, (changes) => changes.reduce((sum, { facts }) => sum + 1 + facts.length, 0)),
  underWay: new Map<string, Promise<Change[]>>(),
}))

/** What `compare` finds between an older record and the one that is served: compared once for all who ask meanwhile, and kept. */
export async function changesSince(now: Snapshot, id: string, compare: () => Promise<Change[]>): Promise<Change[]> {
  const { kept, underWay } = comparisonsWith(now)
  const found = kept.atHand(id) ?? underWay.get(id)
  if (found) return found
  const comparing = compare()
    .then((changes) => kept(id, () => changes))
    .finally(() => underWay.delete(id))
  underWay.set(id, comparing)
  return comparing
}

/** What was added, corrected and withdrawn from one record to another, thing by thing, in the order of kinds and ids. */
export function changesBetween(before: Database, after: Database): Change[] {
  const parts = comparison(before, after)
  for (;;) {
    const { done, value } = parts.next()
    if (done) return value
  }
}

/** The same, with a turn for others between the parts of the work. */
export async function changesInTurns(
  before: Database,
  after: Database,
  giveWay: () => Promise<void>,
): Promise<Change[]> {
  const parts = comparison(before, after)
  for (;;) {
    const { done, value } = parts.next()
    if (done) return value
    await giveWay()
  }
}

function* comparison(before: Database, after: Database): Generator<void, Change[]> {
  const changes: Change[][] = []
  for (const kind of thingKinds) {
    const [old, now] = [yield* factsOf(before, kind), yield* factsOf(after, kind)]
    const ofKind: Change[] = []
    for (const [place, id] of [...new Set([...now.keys(), ...old.keys()])].entries()) {
      if (place % atATime === 0) yield
      const change = changeFrom(old.get(id), now.get(id))
      if (change) ofKind.push(change)
    }
    changes.push(ofKind.sort((a, b) => (a.id < b.id ? -1 : 1)))
  }
  return changes.flat()
}

/** What became of one thing, where anything did. */
function changeFrom(was: Thing | undefined, is: Thing | undefined): Change | undefined {
  if (!is) return was && changeOf('withdrawn', was, differences(was.facts, new Map()))
  if (!was) return changeOf('added', is, [])
  const facts = differences(was.facts, is.facts)
  return facts.length > 0 ? changeOf('corrected', is, facts) : undefined
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
