import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { ActKind, Aim } from '../../src/domain/acts.ts'
import type { Delay, Rule, TreatyLaw } from '../../src/domain/clauses.ts'
import type { ActEvidence, KnownStanding, Modality, SourceKind } from '../../src/domain/evidence.ts'
import { spanOf } from '../../src/domain/partial-date.ts'
import { accordingTo, asKnownOn, type TreatyRecord } from '../../src/domain/record.ts'

/** Who says something in a law case, and how; the depositary asserts where nothing else is written. */
export type Saying = {
  by?: string
  as?: Modality
  on?: string | null
  notified?: string
  effective?: string
  denies?: boolean
  utterance?: string
  reading?: string
}

/** An act of a law case as a lawyer writes it: what was done, by whom, when, and who says so. */
export type WrittenAct = Saying & {
  act: ActKind
  of?: string
  id?: string
  aim?: Aim
  effective?: string
  to?: string[]
  summary?: string
  said?: Saying[]
}

/** What a law case gives: the sources, what they say, and since when a list is complete. */
export type Given = {
  sources?: Record<string, { kind: SourceKind; published: string }>
  list?: string
  acts?: WrittenAct[]
  claims?: (Saying & { of: string; is: KnownStanding[]; during: string })[]
  requires?: (Saying & { of: string; step: ActKind })[]
  conflicts?: (Saying & { of: string; began?: string; ended?: string })[]
  assessed?: { act: string; preferred: string; because: string[] }[]
  knownOn?: string
  accordingTo?: string[]
}

type WrittenTreaty = {
  adopted: string
  thresholdReached: string | null
  entryIntoForce: string | null
  clauses: { article: string | null; rule: Rule }[]
}

const treaties = parse(readFileSync(new URL('../cases/treaties.yaml', import.meta.url), 'utf8')) as Record<
  string,
  WrittenTreaty
>

/** A treaty's law by the name that the cases give it. */
export function treatyNamed(name: string): TreatyLaw {
  const written = treaties[name]
  if (written === undefined) throw new Error(`tests/cases/treaties.yaml has no "${name}"`)
  const clauses = written.clauses.map(({ article, rule }) => ({
    id: rule.kind,
    article,
    rule,
    summary: rule.kind,
    words: null,
    citation: 'text',
  }))
  return { ...written, id: name, clauses }
}

/** A treaty whose only rules are the delays given. */
export function treatyWith(entry: Delay, withdrawal: Delay | null): TreatyLaw {
  const clause = (article: string | null, rule: Rule) => ({
    id: rule.kind,
    article,
    rule,
    summary: '',
    words: null,
    citation: '',
  })
  return {
    id: 'the treaty',
    adopted: '1990-01-01',
    thresholdReached: '1995-01-15',
    entryIntoForce: '1995-07-01',
    clauses: [
      clause('1', { kind: 'entry_into_force_for_state', delay: entry, appliesTo: 'deposits_after_threshold' }),
      withdrawal === null
        ? clause(null, { kind: 'no_withdrawal' })
        : clause('2', {
            kind: 'withdrawal',
            delay: withdrawal,
            heldBy: null,
            notify: ['the depositary'],
            reasonsRequired: false,
          }),
    ],
  }
}

/** The record that a law case describes, pinned as the case says. */
export function recordOf(treaty: TreatyLaw, given: Given): TreatyRecord {
  const written = { depositary: { kind: 'depositary' as const, published: '2026-02-03' }, ...given.sources }
  const record: TreatyRecord = {
    treaty,
    sources: Object.entries(written).map(([id, { kind, published }]) => ({ id, kind, published: spanOf(published) })),
    statements: [],
    acts: [],
    actEvidence: [],
    claims: [],
    requirements: [],
    circumstances: [],
    circumstanceEvidence: [],
    assessments: given.assessed ?? [],
    lists: given.list ? [{ source: 'depositary', treaty: treaty.id, completeAsAt: given.list }] : [],
  }
  const say = ({ by = 'depositary', as = 'asserted', utterance }: Saying, about: string) => {
    const id = `${by}: ${about}`
    record.statements.push({ id, source: by, speaker: by, modality: as, utterance: utterance ?? null })
    return id
  }
  for (const [index, one] of (given.acts ?? []).entries()) {
    const id = one.id ?? `${one.act} ${one.of ?? ''} ${index + 1}`
    record.acts.push({
      id,
      treaty: treaty.id,
      kind: one.act,
      state: one.of ?? null,
      actor: null,
      aim: one.aim ?? null,
      effective: one.effective ?? null,
      summary: one.summary ?? one.act,
      targets: one.to ?? [],
    })
    for (const [turn, saying] of (one.said ?? [one]).entries()) {
      const date = saying.on ?? null
      const row: ActEvidence = {
        statement: say(saying, `${id} (${turn + 1})`),
        act: id,
        relation: saying.denies ? 'denies' : 'supports',
        date,
        notified: saying.notified ?? null,
        effective: (one.said ? saying.effective : one.effective) ?? null,
        basis: date === null ? null : saying.reading ? 'inferred' : 'stated',
        reading: saying.reading ?? null,
      }
      record.actEvidence.push(row)
    }
  }
  for (const [index, { of, is, during, ...saying }] of (given.claims ?? []).entries()) {
    const as = saying.as ?? (is.length > 1 ? 'disjunctive' : 'asserted')
    const statement = say({ ...saying, as }, `claim ${index + 1}`)
    record.claims.push({ statement, treaty: treaty.id, state: of, standings: is, during })
  }
  for (const [index, { of, step, ...saying }] of (given.requires ?? []).entries()) {
    const statement = say({ as: 'required', ...saying }, `requirement ${index + 1}`)
    record.requirements.push({ statement, treaty: treaty.id, state: of, step })
  }
  for (const [index, { of, began, ended, ...saying }] of (given.conflicts ?? []).entries()) {
    const id = `conflict ${index + 1}`
    record.circumstances.push({ id, kind: 'armed_conflict', state: of, summary: 'an armed conflict' })
    const statement = say(saying, id)
    record.circumstanceEvidence.push({
      statement,
      circumstance: id,
      began: began ?? null,
      ended: ended ?? null,
      reading: null,
    })
  }
  const known = given.knownOn ? asKnownOn(record, given.knownOn) : record
  return given.accordingTo ? accordingTo(known, given.accordingTo) : known
}
