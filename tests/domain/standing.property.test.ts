import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type KnownStanding, modalities, standings } from '../../src/domain/evidence.ts'
import { countsOn, historyOf, standingPeriods } from '../../src/domain/history.ts'
import { addDays, type Day, partialDateOf, spanOf } from '../../src/domain/partial-date.ts'
import { projectionOf } from '../../src/domain/projection.ts'
import { asKnownOn, type TreatyRecord } from '../../src/domain/record.ts'
import { standingAloneOn, standingOn } from '../../src/domain/standing.ts'
import { stretchAround } from '../../src/domain/stretch.ts'
import { withdrawalStageOn, withdrawalTrack } from '../../src/domain/withdrawal.ts'
import { piecesFor, stencilOf } from '../../src/http/door/stencil.ts'
import { type Given, recordOf, treatyNamed, type WrittenAct } from './law-cases.ts'

// Many records are tried; how long that takes says nothing.
vi.setConfig({ testTimeout: 120_000 })

const treaty = fc
  .constantFrom('the Mine Ban Convention', 'the Arms Trade Treaty', 'the Optional Protocol to the Covenant')
  .map(treatyNamed)
const anyTreaty = fc
  .constantFrom(
    'the Mine Ban Convention',
    'the Arms Trade Treaty',
    'the Optional Protocol to the Covenant',
    'the Comprehensive Nuclear-Test-Ban Treaty',
    'the International Covenant on Civil and Political Rights',
    'the Migrant Workers Convention',
  )
  .map(treatyNamed)

const dayIn = (from: number, to: number) =>
  fc.integer({ min: 0, max: (to - from + 1) * 365 - 1 }).map((days) => addDays(`${from}-01-01`, days))

/** A date as a source may give it: a day, its month, its year, or an interval around it. */
const dateIn = (from: number, to: number) =>
  fc
    .tuple(dayIn(from, to), fc.constantFrom('day', 'day', 'month', 'year', 'interval'), fc.nat(200))
    .map(([day, precision, length]) => {
      if (precision === 'day') return day
      if (precision === 'month') return day.slice(0, 7)
      return precision === 'year'
        ? day.slice(0, 4)
        : (partialDateOf({ earliest: day, latest: addDays(day, length) }) ?? day)
    })

/** An act, which the depositary may have made known some time after it was done. */
const act = (kind: WrittenAct['act'], from: number, to: number, of = 'Alpha'): fc.Arbitrary<WrittenAct> =>
  fc.tuple(dateIn(from, to), fc.option(fc.nat(400))).map(([on, later]) => ({
    act: kind,
    of,
    on,
    ...(later === null ? {} : { notified: addDays(spanOf(on).latest ?? on, later) }),
    ...(kind === 'announcement' ? { aim: 'withdrawal' as const } : {}),
  }))
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { maxLength: 1 })

/** Acts in an order in which a state can do them: it signs, consents, leaves, perhaps takes that back, and comes again. */
const lawfulActs = fc
  .tuple(
    maybe(act('signature', 2000, 2001)),
    maybe(fc.oneof(act('ratification', 2013, 2015), act('accession', 2013, 2015), act('succession', 2013, 2015))),
    maybe(act('withdrawal_notification', 2017, 2018)),
    maybe(act('withdrawal_retraction', 2017, 2019)),
    maybe(act('accession', 2019, 2020)),
  )
  .map(([signature, consent, ...after]) => [...signature, ...consent, ...(consent.length > 0 ? after.flat() : [])])

/** Acts in any order, some that make no sense together: an answer must come all the same. */
const anyActs = fc.array(
  fc.oneof(
    act('signature', 1999, 2004),
    act('ratification', 1999, 2004),
    act('accession', 1999, 2004),
    act('succession', 1999, 2004),
    act('withdrawal_notification', 1999, 2004),
    act('withdrawal_retraction', 1999, 2004),
    act('withdrawal_of_consent', 1999, 2004),
    act('suspension_notification', 1999, 2004),
    act('announcement', 1999, 2004),
  ),
  { maxLength: 3 },
)

const conflicts = maybe(
  fc.record({
    of: fc.constant('Alpha'),
    began: dateIn(2016, 2018),
    ended: fc.option(dateIn(2018, 2020), { nil: undefined }),
  }),
)
const claims = maybe(
  fc.record({
    of: fc.constant('Alpha'),
    is: fc.subarray([...standings], { minLength: 1 }) as fc.Arbitrary<KnownStanding[]>,
    during: dateIn(2000, 2020),
    as: fc.constantFrom(...modalities),
  }),
)
const list = fc.constantFrom(undefined, '2026-02-03')
const record = (acts: fc.Arbitrary<WrittenAct[]>, said = claims): fc.Arbitrary<TreatyRecord> =>
  fc
    .tuple(anyTreaty, fc.record({ acts, list, conflicts, claims: said }))
    .map(([of, given]) => recordOf(of, given as Given))
const asked = fc.oneof(dayIn(1996, 2030), dayIn(2013, 2020))

test('what is published later never changes what could be known before', () => {
  const later: fc.Arbitrary<Given> = fc.record({
    sources: fc.constant({ later: { kind: 'article', published: '2025-06-29' } }),
    acts: anyActs.map((acts) => acts.map((one, index) => ({ ...one, id: `later ${index}`, by: 'later' }))),
    claims: claims.map((said) => said.map((one) => ({ ...one, by: 'later' }))),
    conflicts: conflicts.map((said) => said.map((one) => ({ ...one, by: 'later' }))),
  }) as fc.Arbitrary<Given>
  fc.assert(
    fc.property(record(lawfulActs), later, asked, dayIn(2000, 2024), (before, given, asOf, knownOn) => {
      const more = recordOf(before.treaty, given)
      const renamed = more.circumstances.map(({ id }) => id)
      const rename = (id: string) => (renamed.includes(id) ? `later ${id}` : id)
      const grown: TreatyRecord = {
        ...before,
        sources: [...before.sources, ...more.sources.filter(({ id }) => id === 'later')],
        statements: [...before.statements, ...more.statements],
        acts: [...before.acts, ...more.acts],
        actEvidence: [...before.actEvidence, ...more.actEvidence],
        claims: [...before.claims, ...more.claims],
        circumstances: [...before.circumstances, ...more.circumstances.map((one) => ({ ...one, id: rename(one.id) }))],
        circumstanceEvidence: [
          ...before.circumstanceEvidence,
          ...more.circumstanceEvidence.map((one) => ({ ...one, circumstance: rename(one.circumstance) })),
        ],
      }
      const [then, now] = [asKnownOn(before, knownOn), asKnownOn(grown, knownOn)]
      expect(standingOn(now, 'Alpha', asOf)).toEqual(standingOn(then, 'Alpha', asOf))
      expect(withdrawalTrack(now, 'Alpha', asOf)).toEqual(withdrawalTrack(then, 'Alpha', asOf))
    }),
  )
})

test('what the depositary makes known later changes no standing, and only shortens how far it is confirmed', () => {
  const late = act('withdrawal_notification', 2010, 2020).map((one) => ({ ...one, id: 'late', notified: '2025-01-01' }))
  fc.assert(
    fc.property(record(lawfulActs), late, asked, dayIn(2000, 2024), (before, one, asOf, knownOn) => {
      const more = recordOf(before.treaty, { acts: [one], list: '2026-02-03' } as Given)
      const grown: TreatyRecord = {
        ...before,
        statements: [...before.statements, ...more.statements.map((said) => ({ ...said, id: `late ${said.id}` }))],
        acts: [...before.acts, ...more.acts],
        actEvidence: [
          ...before.actEvidence,
          ...more.actEvidence.map((row) => ({ ...row, statement: `late ${row.statement}` })),
        ],
      }
      const [then, now] = [before, grown].map((all) => standingAloneOn(asKnownOn(all, knownOn), 'Alpha', asOf))
      const { confirmedThrough, carriedForward, ...stood } = now as NonNullable<typeof now>
      expect(then).toMatchObject(stood)
      expect((confirmedThrough ?? '') <= (then?.confirmedThrough ?? '~')).toBe(true)
      expect(carriedForward || !then?.carriedForward).toBe(true)
    }),
  )
})

test('what was asked before changes no answer: what is kept with a record is what follows from it', () => {
  const nameOf = (id: string) => `the state of ${id}`
  const answer = (all: TreatyRecord, day: Day) => ({
    standing: standingOn(all, 'Alpha', day, nameOf),
    alone: standingAloneOn(all, 'Alpha', day),
    track: withdrawalTrack(all, 'Alpha', day, nameOf),
    stage: withdrawalStageOn(all, 'Alpha', day),
    periods: standingPeriods(all, 'Alpha'),
  })
  /** Days on which something begins or ends, and those beside them. */
  const near = fc.tuple(fc.nat(), fc.integer({ min: -1, max: 1 }))
  fc.assert(
    fc.property(record(fc.oneof(lawfulActs, anyActs)), fc.array(asked), fc.array(near), (all, far, close) => {
      const dates = all.actEvidence.flatMap(({ date }) => (date === null ? [] : Object.values(spanOf(date))))
      const ends = [...dates, all.treaty.entryIntoForce, all.treaty.adopted].filter((day) => day !== null)
      const days = [...far, ...close.map(([pick, by]) => addDays(ends[pick % ends.length] ?? '2005-01-01', by))]
      for (const day of days) {
        const { standing, alone, track, stage, periods } = answer(all, day)
        expect({ standing, alone, track, stage, periods }).toEqual(answer(structuredClone(all), day))
        expect(standing).toMatchObject(alone)
        expect(track.stage).toBe(stage)
      }
    }),
  )
})

test('what is known on one day and then on an earlier one is what was known on the earlier', () => {
  fc.assert(
    fc.property(record(anyActs), asked, dayIn(2000, 2010), fc.nat(3000), (all, asOf, earlier, days) => {
      const twice = asKnownOn(asKnownOn(all, addDays(earlier, days)), earlier)
      expect(standingOn(twice, 'Alpha', asOf)).toEqual(standingOn(asKnownOn(all, earlier), 'Alpha', asOf))
    }),
  )
})

test('up to the day on which it is known, an answer is the same whether the treaty’s later days are recorded or not', () => {
  // The years in which these treaties came into force.
  const known = fc.oneof(dayIn(1997, 2004), dayIn(2012, 2015))
  fc.assert(
    fc.property(record(anyActs), known, fc.nat(2000), fc.nat(2000), (all, knownOn, back, later) => {
      const { treaty } = all
      const told = (day: Day | null, by: Day | null) => (by !== null && by <= knownOn ? day : null)
      const tells = treaty.thresholdReached ?? treaty.entryIntoForce
      const then = {
        ...treaty,
        thresholdReached: told(treaty.thresholdReached, tells),
        entryIntoForce: told(treaty.entryIntoForce, tells),
      }
      const asOf = addDays(knownOn, later - back)
      const pinned = asKnownOn(all, knownOn)
      expect(standingOn(pinned, 'Alpha', asOf)).toEqual(
        standingOn(asKnownOn({ ...all, treaty: then }, knownOn), 'Alpha', asOf),
      )
      // Nobody is said to be a party before the day from which it could be known that there would be parties.
      if (tells === null || tells > knownOn) expect(standingOn(pinned, 'Alpha', asOf).possible).not.toContain('party')
    }),
  )
})

test('no span ends before it begins, and an answer agrees with itself', () => {
  const inOrder = (earliest: Day | null | undefined, latest: Day | null | undefined) =>
    !earliest || !latest || earliest <= latest
  fc.assert(
    fc.property(record(anyActs), asked, asked, (all, asOf, notifiedOn) => {
      const answer = standingOn(all, 'Alpha', asOf)
      const track = withdrawalTrack(all, 'Alpha', asOf)
      const projection = projectionOf(all, 'Alpha', { notifiedOn })
      expect(inOrder(answer.since?.earliest, answer.since?.latest)).toBe(true)
      expect(inOrder(track.takesEffect?.earliest, track.takesEffect?.latest)).toBe(true)
      expect(inOrder(projection.earliest, projection.latest)).toBe(true)
      expect(answer.possible.length).toBeGreaterThan(0)
      expect(answer.certain).toBe(answer.possible.length === 1)
      expect(answer.standing).toBe(answer.certain ? answer.possible[0] : 'unknown')
      if (answer.since) expect(answer.since.earliest !== null && answer.since.earliest <= asOf).toBe(true)
      for (const { text } of answer.because) expect(text).toMatch(/^[A-Z0-9].*\.$/)
    }),
  )
})

/** The same record with each date of an act taken on one day inside its span. */
function madeExact(all: TreatyRecord, pick: number): TreatyRecord {
  const within = (date: string | null) => {
    if (date === null) return null
    const { earliest, latest } = spanOf(date)
    if (earliest === null || latest === null) return date
    const length = Temporal.PlainDate.from(earliest).until(latest).days
    return addDays(earliest, pick % (length + 1))
  }
  return { ...all, actEvidence: all.actEvidence.map((row) => ({ ...row, date: within(row.date) })) }
}

test('what is true when dates are exact was possible when they were not, and what was certain stays so', () => {
  fc.assert(
    fc.property(record(lawfulActs, fc.constant([])), asked, fc.nat(), (all, asOf, pick) => {
      const vague = standingOn(all, 'Alpha', asOf)
      const exact = standingOn(madeExact(all, pick), 'Alpha', asOf)
      expect(vague.possible).toEqual(expect.arrayContaining(exact.possible))
      if (vague.certain) expect(exact.standing).toBe(vague.standing)
    }),
    { numRuns: 300 },
  )
})

test('the order of acts and statements in the record does not matter', () => {
  const turned = (all: TreatyRecord): TreatyRecord => ({
    ...all,
    sources: all.sources.toReversed(),
    statements: all.statements.toReversed(),
    acts: all.acts.toReversed(),
    actEvidence: all.actEvidence.toReversed(),
    claims: all.claims.toReversed(),
    circumstances: all.circumstances.toReversed(),
    circumstanceEvidence: all.circumstanceEvidence.toReversed(),
  })
  fc.assert(
    fc.property(record(anyActs), asked, (all, asOf) => {
      expect(standingOn(turned(all), 'Alpha', asOf)).toEqual(standingOn(all, 'Alpha', asOf))
      expect(withdrawalTrack(turned(all), 'Alpha', asOf)).toEqual(withdrawalTrack(all, 'Alpha', asOf))
    }),
  )
})

test('the periods of a standing say on every day what is said of the day', () => {
  fc.assert(
    fc.property(record(fc.oneof(lawfulActs, anyActs)), asked, (all, asOf) => {
      const periods = standingPeriods(all, 'Alpha')
      for (const [index, { from, until }] of periods.entries()) {
        const next = periods[index + 1]
        expect(until).toBe(next?.from ? addDays(next.from, -1) : null)
        if (index > 0) expect(from).not.toBeNull()
      }
      const edges = periods.flatMap(({ from }) => (from ? [addDays(from, -1), from] : []))
      for (const day of [asOf, ...edges]) {
        const period = periods.findLast(({ from }) => from === null || from <= day)
        expect({ day, possible: period?.possible }).toEqual({ day, possible: standingOn(all, 'Alpha', day).possible })
      }
    }),
    { numRuns: 60 },
  )
})

test('the history says on every day what the members of that day sum to', () => {
  const states = ['Alpha', 'Beta', 'Gamma', 'Delta']
  const many = fc
    .tuple(treaty, list, fc.array(fc.tuple(fc.constantFrom('Alpha', 'Beta', 'Gamma'), anyActs), { maxLength: 3 }))
    .map(([of, completeAsAt, written]) =>
      recordOf(of, {
        list: completeAsAt,
        acts: written.flatMap(([state, acts]) => acts.slice(0, 2).map((one) => ({ ...one, of: state }))),
      }),
    )
  fc.assert(
    fc.property(many, fc.array(asked, { minLength: 5, maxLength: 5 }), (all, days) => {
      const rows = historyOf(all, states)
      expect(rows[0]?.day).toBe(all.treaty.adopted)
      let inForce = 0
      for (const row of rows) {
        inForce += row.joined.length - row.left.length
        expect(row.inForce).toBe(inForce)
      }
      for (const day of [...days, ...rows.map((row) => row.day)]) {
        if (day < all.treaty.adopted) continue
        const row = rows.findLast((one) => one.day <= day)
        const { basis: _, signed, ...counts } = countsOn(all, states, day)
        expect(signed).toBeLessThanOrEqual(states.length)
        expect(row).toMatchObject(counts)
        const answers = states.map((state) => standingOn(all, state, day))
        expect(counts.inForce).toBe(answers.filter(({ standing }) => standing === 'party').length)
        expect(counts.byStanding.unknown).toBe(answers.filter(({ standing }) => standing === 'unknown').length)
        expect(Object.values(counts.byStanding).reduce((sum, one) => sum + one)).toBe(states.length)
        expect(counts.byDeposit).toBeGreaterThanOrEqual(counts.inForce)
      }
    }),
  )
})

test('on every day of a stretch the same is said, but for the days that are counted from it', () => {
  const leaving = fc.tuple(lawfulActs, maybe(act('announcement', 2013, 2017))).map(([acts, more]) => [...acts, ...more])
  let checked = 0
  fc.assert(
    fc.property(record(fc.oneof(leaving, anyActs)), asked, fc.nat(), (all, day, far) => {
      const said = (asOf: Day) =>
        JSON.stringify([asOf, standingOn(all, 'Alpha', asOf), withdrawalTrack(all, 'Alpha', asOf)])
      const { from, through, counted } = stretchAround(all, 'Alpha', day)
      const stencil = stencilOf(said(day), day, counted)
      // What is said names a day of the stretch only by chance; then it is the turn of another day.
      if (!stencil || [from, through].some((end) => piecesFor(stencil, end).join('') !== said(end))) return
      checked += 1
      const near = addDays(from, far % Math.min(Temporal.PlainDate.from(from).until(through).days + 1, 20_000))
      expect(piecesFor(stencil, near).join(''), near).toBe(said(near))
    }),
    { numRuns: 3000 },
  )
  expect(checked).toBeGreaterThan(1500)
})
