import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  clauseOf,
  dayAfter,
  entersIntoForceFor,
  type Rule,
  type RuleKind,
  type TreatyLaw,
} from '../../src/domain/clauses.ts'
import { addMonths, laterOf } from '../../src/domain/partial-date.ts'
import { standingOn } from '../../src/domain/standing.ts'
import { withdrawalTrack } from '../../src/domain/withdrawal.ts'
import { recordOf, treatyNamed } from './law-cases.ts'

type Dates = Partial<Record<'adopted' | 'openedForSignature' | 'thresholdReached' | 'entryIntoForce', { date: string }>>
type Written = { id: string; dates: Dates; clauses: { id: string; article: string | null; rule: Rule }[] }

const seed = new URL('../../seed/treaties/', import.meta.url)
const treaties = readdirSync(seed).map((file) => parse(readFileSync(new URL(file, seed), 'utf8')) as Written)
const inSeed = (id: string) => {
  const found = treaties.find((treaty) => treaty.id === id)
  if (found === undefined) throw new Error(`no ${id} in the seed`)
  return found
}
const lawOf = ({ id, dates, clauses }: Written): TreatyLaw => ({
  id,
  adopted: dates.adopted?.date ?? '',
  thresholdReached: dates.thresholdReached?.date ?? null,
  entryIntoForce: dates.entryIntoForce?.date ?? null,
  clauses: clauses.map((clause) => ({ ...clause, summary: '', words: null, citation: '' })),
})

describe.each(treaties)('the clauses of $id', (written) => {
  const treaty = lawOf(written)
  const { thresholdReached, entryIntoForce } = treaty

  test('count from the last instrument needed to the day on which it entered into force, or a floor does', () => {
    const rule = clauseOf(treaty, 'entry_into_force')?.rule
    if (rule === undefined) throw new Error('no clause on entry into force')
    expect(thresholdReached === null).toBe(entryIntoForce === null)
    if (thresholdReached === null || entryIntoForce === null) return
    const counted = dayAfter(rule.delay, thresholdReached)
    const floor = rule.notBefore
    if (floor === undefined) expect(entryIntoForce).toBe(counted)
    else if (floor.kind === 'entry_into_force_of') {
      expect(entryIntoForce).toBe(laterOf(counted, inSeed(floor.treaty).dates.entryIntoForce?.date ?? ''))
    } else {
      const opened = written.dates.openedForSignature?.date ?? ''
      expect(entryIntoForce).toBe(laterOf(counted, addMonths(opened, 12 * floor.years)))
    }
  })

  test('bind whoever deposits by the last instrument needed, on the day the treaty enters into force', () => {
    for (const day of [treaty.adopted, thresholdReached ?? treaty.adopted]) {
      expect(entersIntoForceFor(treaty, day)).toBe(entryIntoForce)
    }
  })

  test('bind no later deposit before an earlier one', () => {
    const rule = clauseOf(treaty, 'entry_into_force_for_state')?.rule
    if (rule === undefined) throw new Error('no clause on entry into force for a state')
    const effect = entersIntoForceFor(treaty, '2030-01-31')
    expect(effect).toBe(entryIntoForce === null ? null : dayAfter(rule.delay, '2030-01-31'))
  })

  test('count only instruments by which a state can consent, and as many states as they name', () => {
    const entry = clauseOf(treaty, 'entry_into_force')?.rule
    expect(clauseOf(treaty, 'consent')?.rule.by).toEqual(expect.arrayContaining(entry?.counting ?? []))
    if (entry?.allOf) expect(entry.allOf).toHaveLength(entry.instruments)
  })

  test('name other treaties that are in the record', () => {
    for (const { rule } of written.clauses) {
      const named = [
        'partyTo' in rule ? rule.partyTo : undefined,
        'treaty' in rule ? rule.treaty : undefined,
        ...('treaties' in rule ? rule.treaties : []),
      ].filter((id) => id !== undefined)
      for (const id of named) expect(inSeed(id).id).not.toBe(written.id)
    }
  })

  test('settle withdrawal in one way', () => {
    const kinds = written.clauses.map(({ rule }) => rule.kind)
    const ways: RuleKind[] = ['withdrawal', 'no_withdrawal', 'withdrawal_only_with']
    expect(ways.filter((way) => kinds.includes(way))).toHaveLength(1)
  })
})

// The treaties of the law cases, and where their clauses stand in full.
test.each([
  ['the Mine Ban Convention', 'mine-ban'],
  ['the Arms Trade Treaty', 'arms-trade'],
  ['the Comprehensive Nuclear-Test-Ban Treaty', 'nuclear-test-ban'],
  ['the International Covenant on Civil and Political Rights', 'civil-political-rights'],
  ['the Optional Protocol to the Covenant', 'civil-political-rights-complaints'],
  ['the Chemical Weapons Convention', 'chemical-weapons'],
  ['the Environmental Modification Convention', 'environmental-modification'],
  ['the Convention on Certain Conventional Weapons', 'conventional-weapons'],
  ['the Amendment to the Convention on Certain Conventional Weapons', 'conventional-weapons-amendment'],
  ['the Migrant Workers Convention', 'migrant-workers'],
  ['the Protocol on Child Soldiers', 'rights-of-the-child-armed-conflict'],
  ['the Treaty on the Prohibition of Nuclear Weapons', 'nuclear-weapons-prohibition'],
])('the law cases read %s as the record does', (name, id) => {
  const [inCases, recorded] = [treatyNamed(name), lawOf(inSeed(id))]
  const { adopted, thresholdReached, entryIntoForce } = recorded
  expect(inCases).toMatchObject({ adopted, thresholdReached, entryIntoForce })
  for (const kind of weighed) {
    const clause = clauseOf(inCases, kind)
    const full = clauseOf(recorded, kind)
    if (clause === undefined) continue
    expect(full?.article).toBe(clause.article)
    expect(full && effectsOf(full.rule)).toEqual(effectsOf(clause.rule))
  }
})

// What else these clauses say (who is notified, which 44 states it takes) no answer is derived from.
function effectsOf(rule: Rule) {
  if (rule.kind === 'withdrawal') {
    const { delay, heldBy, articles = null, noticeAfter = null } = rule
    return { delay, heldBy, articles, noticeAfter }
  }
  return 'delay' in rule ? { delay: rule.delay } : { kind: rule.kind }
}

/** Whether answers are derived from a kind of rule, or whether it is told and read by people only. */
const weight: Record<RuleKind, 'weighed' | 'told'> = {
  signature_open: 'weighed',
  consent: 'weighed',
  entry_into_force: 'weighed',
  entry_into_force_for_state: 'weighed',
  withdrawal: 'weighed',
  no_withdrawal: 'weighed',
  provisional_application: 'weighed',
  no_signature: 'told',
  protocols_to_accept: 'told',
  entry_into_force_of_part: 'told',
  withdrawal_extends_to: 'told',
  withdrawal_only_with: 'weighed',
  reservations: 'told',
  no_provisional_application: 'told',
  no_succession: 'told',
  unlimited_duration: 'told',
  other_obligations_continue: 'told',
  depositary: 'told',
}
const kindsThatAre = (one: 'weighed' | 'told') =>
  (Object.keys(weight) as RuleKind[]).filter((kind) => weight[kind] === one)
const weighed = kindsThatAre('weighed')

const answers = (clauses: TreatyLaw['clauses']) => {
  const treaty = { ...lawOf(inSeed('mine-ban')), clauses }
  const record = recordOf(treaty, {
    acts: [
      { act: 'signature', of: 'Alpha', on: '1997-12-04' },
      { act: 'ratification', of: 'Alpha', on: '1999-04-01' },
      { act: 'provisional_application', of: 'Alpha', on: '1999-04-01' },
      { act: 'withdrawal_notification', of: 'Alpha', on: '2020-01-10' },
      { act: 'ratification', of: 'Beta', on: '1997-12-03' },
      { act: 'reservation', of: 'Beta', on: '1997-12-03' },
      { act: 'declaration', of: 'Beta', on: '1997-12-03' },
    ],
    list: '2026-02-03',
  })
  return ['Alpha', 'Beta'].flatMap((state) =>
    ['1997-12-04', '1999-03-01', '2020-01-10', '2020-07-10', '2026-07-01'].map((day) => ({
      standing: standingOn(record, state, day),
      withdrawal: withdrawalTrack(record, state, day),
    })),
  )
}
const mineBan = lawOf(inSeed('mine-ban')).clauses
const everyRule = treaties.flatMap((written) => lawOf(written).clauses)

test.each(kindsThatAre('told'))('a clause of kind %s changes no answer', (kind) => {
  const clause = everyRule.find(({ rule }) => rule.kind === kind)
  const others = mineBan.filter(({ rule }) => rule.kind !== kind)
  expect(clause).toBeDefined()
  expect(answers(clause ? [clause, ...others] : others)).toEqual(answers(others))
})

test.each(weighed)('a clause of kind %s changes an answer, or the article that it cites', (kind) => {
  const clause = everyRule.find(({ rule }) => rule.kind === kind)
  // Where nobody can withdraw is told only where no clause says how to.
  const closed = kind === 'no_withdrawal' || kind === 'withdrawal_only_with'
  const base = closed ? mineBan.filter(({ rule }) => rule.kind !== 'withdrawal') : mineBan
  const others = base.filter(({ rule }) => rule.kind !== kind)
  expect(answers(clause ? [clause, ...others] : others)).not.toEqual(answers(others))
})
