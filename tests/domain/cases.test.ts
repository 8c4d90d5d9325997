import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { KnownStanding } from '../../src/domain/evidence.ts'
import { standingPeriods } from '../../src/domain/history.ts'
import { projectionOf } from '../../src/domain/projection.ts'
import type { Because } from '../../src/domain/reasons.ts'
import { standingOn } from '../../src/domain/standing.ts'
import { withdrawalTrack } from '../../src/domain/withdrawal.ts'
import { type Given, recordOf, treatyNamed } from './law-cases.ts'

type Span = [earliest: string | null, latest: string | null]
type Expected = {
  on: string
  of: string
  knownOn?: string
  accordingTo?: string[]
  is?: KnownStanding | 'unknown'
  possible?: KnownStanding[]
  since?: string | null
  confirmedThrough?: string | null
  carriedForward?: boolean
  contradicted?: boolean
  contested?: Record<string, string[]>
  because?: string[]
  notBecause?: string[]
  withdrawal?: {
    stage: string
    steps?: Record<string, string>
    next?: string | null
    takesEffect?: Span | null
    condition?: string | null
    article?: string | null
    because?: string[]
  }
  projection?: {
    notifiedOn?: string
    conflictEndedOn?: string
    takesEffect: Span
    held?: boolean
    condition?: string | null
    article: string | null
    because?: string[]
  }
}
type LawCase = { case: string; provision: string; treaty: string; given: Given; then: Expected[] }

const folder = new URL('../cases/', import.meta.url)
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== 'treaties.yaml')

function expectSentences(because: Because[], sentences: string[] = []) {
  const text = because.map((step) => step.text).join('\n')
  for (const sentence of sentences) expect(text).toContain(sentence)
}

describe.each(files)('%s', (file) => {
  const cases = parse(readFileSync(new URL(file, folder), 'utf8'), { merge: true }) as LawCase[]
  test.each(cases)('$case ($provision)', (law) => {
    for (const expected of law.then) {
      const { on, of } = expected
      const pins = { knownOn: expected.knownOn, accordingTo: expected.accordingTo }
      const record = recordOf(treatyNamed(law.treaty), { ...law.given, ...pins })
      const answer = standingOn(record, of, on)
      const told = `${of} on ${on}`
      expect({ told, standing: answer.standing }).toEqual({ told, standing: expected.is ?? answer.standing })
      expect(answer.possible, told).toEqual(
        expected.possible ?? (expected.is && expected.is !== 'unknown' ? [expected.is] : answer.possible),
      )
      if ('since' in expected) expect(answer.since?.value ?? null, told).toBe(expected.since)
      if ('confirmedThrough' in expected) expect(answer.confirmedThrough, told).toBe(expected.confirmedThrough)
      if ('carriedForward' in expected) expect(answer.carriedForward, told).toBe(expected.carriedForward)
      expect(answer.contradicted, told).toBe(expected.contradicted ?? false)
      const contested = answer.contested.map(({ act, by }) => [
        act,
        by.map(({ state, certain }) => (certain ? state : `perhaps ${state}`)),
      ])
      expect(Object.fromEntries(contested), told).toEqual(expected.contested ?? {})
      expectSentences(answer.because, expected.because)
      for (const sentence of expected.notBecause ?? [])
        expect(answer.because.map(({ text }) => text).join('\n'), told).not.toContain(sentence)
      expect(answer.because.at(-1)?.rule).toBe('standing')
      const period = standingPeriods(record, of).findLast(({ from }) => from === null || from <= on)
      expect(period?.possible, `the period of ${told}`).toEqual(answer.possible)
      if (expected.withdrawal) expectTrack(record, expected, expected.withdrawal)
      if (expected.projection) expectProjection(record, expected, expected.projection)
    }
  })
})

function expectTrack(
  record: ReturnType<typeof recordOf>,
  { of, on }: Expected,
  expected: NonNullable<Expected['withdrawal']>,
) {
  const track = withdrawalTrack(record, of, on)
  const told = `the withdrawal of ${of} on ${on}`
  expect(track.stage, told).toBe(expected.stage)
  if (expected.steps) {
    const steps = track.steps.map(({ kind, status }) => `${kind}: ${status}`)
    expect(steps, told).toEqual(Object.entries(expected.steps).map(([kind, status]) => `${kind}: ${status}`))
  }
  if ('next' in expected) expect(track.next?.kind ?? null, told).toBe(expected.next)
  if (expected.takesEffect === null) expect(track.takesEffect, told).toBeNull()
  else if (expected.takesEffect) {
    expect([track.takesEffect?.earliest, track.takesEffect?.latest], told).toEqual(expected.takesEffect)
  }
  if ('condition' in expected) expect(track.takesEffect?.condition, told).toBe(expected.condition)
  if ('article' in expected) expect(track.takesEffect?.article, told).toBe(expected.article)
  expectSentences(
    track.steps.flatMap(({ because }) => because),
    expected.because,
  )
}

function expectProjection(
  record: ReturnType<typeof recordOf>,
  { of }: Expected,
  { takesEffect, held, condition, article, because, ...hypothesis }: NonNullable<Expected['projection']>,
) {
  const projection = projectionOf(record, of, hypothesis)
  expect([projection.earliest, projection.latest], JSON.stringify(hypothesis)).toEqual(takesEffect)
  expect(projection.article).toBe(article)
  if (held !== undefined) expect(projection.held).toBe(held)
  if (condition !== undefined) expect(projection.condition).toBe(condition)
  expectSentences(projection.because, because)
}
