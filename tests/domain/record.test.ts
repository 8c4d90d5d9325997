import { expect, test } from 'vitest'
import { dateOf, knownSince } from '../../src/domain/evidence.ts'
import { spanOf } from '../../src/domain/partial-date.ts'
import { accordingTo, asKnownOn, independentSources } from '../../src/domain/record.ts'
import { type Given, recordOf, type Saying, treatyNamed } from './law-cases.ts'

const mineBan = treatyNamed('the Mine Ban Convention')
const sources: Given['sources'] = {
  reuters: { kind: 'article', published: '2025-06-29' },
  unnamed: { kind: 'article', published: '2025-06-29' },
  monitor: { kind: 'report', published: '2025-11' },
}
const given: Given = {
  sources,
  list: '2026-02-03',
  acts: [
    {
      act: 'ratification',
      id: 'ratification',
      of: 'Ukraine',
      said: [{ by: 'reuters', on: '2005' }, { on: '2005-12-27' }],
    },
    { act: 'head_of_state_decree', id: 'decree', of: 'Ukraine', aim: 'withdrawal', on: '2025-06-29', by: 'unnamed' },
    { act: 'suspension_notification', id: 'suspension', of: 'Ukraine', on: '2025-07-18', notified: '2025-07-21' },
    { act: 'objection', id: 'objection', of: 'Norway', on: '../2025-12-02', to: ['suspension'], by: 'monitor' },
  ],
  claims: [{ of: 'Russia', is: ['not_party'], during: '../2025-06-29', by: 'unnamed' }],
  requires: [{ of: 'Ukraine', step: 'parliamentary_approval', by: 'reuters' }],
  conflicts: [{ of: 'Ukraine', began: '2022', by: 'reuters' }],
}

test('on the day before the articles appear only the depositary is known', () => {
  const known = asKnownOn(recordOf(mineBan, given), '2025-06-28')
  expect(known.acts.map(({ id }) => id)).toEqual(['ratification'])
  expect(known.actEvidence.map(({ date }) => date)).toEqual(['2005-12-27'])
  expect(known.sources.map(({ id }) => id)).toEqual(['depositary'])
  expect(known.claims).toEqual([])
  expect(known.requirements).toEqual([])
  expect(known.circumstances).toEqual([])
  expect(known.lists.map(({ completeAsAt }) => completeAsAt)).toEqual(['2025-06-28'])
})

test('on the day the articles appear they are known', () => {
  const known = asKnownOn(recordOf(mineBan, given), '2025-06-29')
  expect(known.acts.map(({ id }) => id)).toEqual(['ratification', 'decree'])
  expect(known.claims).toHaveLength(1)
  expect(known.requirements).toHaveLength(1)
  expect(known.circumstances).toHaveLength(1)
})

test('an act is known from the day of the depositary’s notification, not from its own', () => {
  const on = (day: string) => asKnownOn(recordOf(mineBan, given), day).acts.map(({ id }) => id)
  expect(on('2025-07-20')).not.toContain('suspension')
  expect(on('2025-07-21')).toContain('suspension')
})

test('a report of a month is known from the last day of that month', () => {
  const on = (day: string) => asKnownOn(recordOf(mineBan, given), day).acts.map(({ id }) => id)
  expect(on('2025-11-29')).not.toContain('objection')
  expect(on('2025-11-30')).toContain('objection')
})

test('a list is complete up to the day of its print and no later', () => {
  const [list] = asKnownOn(recordOf(mineBan, given), '2030-01-01').lists
  expect(list?.completeAsAt).toBe('2026-02-03')
})

test('the record can be read according to some sources, by name or by kind', () => {
  const record = recordOf(mineBan, given)
  expect(accordingTo(record, ['unnamed']).acts.map(({ id }) => id)).toEqual(['decree'])
  expect(accordingTo(record, ['article']).sources.map(({ id }) => id)).toEqual(['reuters', 'unnamed'])
  expect(accordingTo(record, ['article']).lists).toEqual([])
  expect(accordingTo(record, ['article', 'depositary']).lists).toHaveLength(1)
  expect(accordingTo(record, ['nobody']).acts).toEqual([])
  expect(accordingTo(record, ['nobody']).circumstances).toEqual([])
})

test('the two pins can be set in either order', () => {
  const record = recordOf(mineBan, given)
  const one = accordingTo(asKnownOn(record, '2025-07-21'), ['article', 'depositary'])
  const other = asKnownOn(accordingTo(record, ['article', 'depositary']), '2025-07-21')
  expect(one).toEqual(other)
})

test('an answer can say since when evidence is known, and by what', () => {
  const evidence = (date: string | null, notified: string | null) => ({
    statement: 's',
    act: 'a',
    relation: 'supports' as const,
    date,
    notified,
    basis: null,
    reading: null,
    effective: null,
  })
  const article = { id: 'article', kind: 'article' as const, published: spanOf('2025-06-29') }
  const list = { id: 'list', kind: 'depositary' as const, published: spanOf('2026-02-03') }
  const known = (span: string, basis: string) => ({ span: spanOf(span), basis })
  expect(knownSince(evidence('2005', '2006'), article)).toEqual(known('2025-06-29', 'publication'))
  expect(knownSince(evidence('2025-07-18', '2025-07-21'), list)).toEqual(known('2025-07-21', 'depositary_notification'))
  expect(knownSince(evidence('2025-07-18', null), list)).toEqual(known('2025-07-18', 'act'))
  expect(knownSince(evidence('2025/..', null), list)).toEqual(known('2026-02-03', 'publication'))
  expect(knownSince(evidence(null, null), list)).toEqual(known('2026-02-03', 'publication'))
})

const independence = (said: Saying[]) =>
  independentSources(
    recordOf(mineBan, { sources, acts: [{ act: 'announcement', id: 'it', of: 'Ukraine', said }] }),
    'it',
  )

test('two renderings of one utterance are one source', () => {
  expect(
    independence([
      { by: 'reuters', utterance: 'the address' },
      { by: 'unnamed', utterance: 'the address' },
    ]),
  ).toEqual([['reuters', 'unnamed']])
})

test('a source that adds a statement of its own still depends on one that only renders what it renders too', () => {
  expect(
    independence([
      { by: 'reuters', utterance: 'the address' },
      { by: 'reuters' },
      { by: 'unnamed', utterance: 'the address' },
    ]),
  ).toEqual([['reuters', 'unnamed']])
})

test('it depends on it also where it is met first', () => {
  expect(
    independence([
      { by: 'unnamed', utterance: 'the address' },
      { by: 'reuters', utterance: 'the address' },
      { by: 'reuters' },
    ]),
  ).toEqual([['reuters', 'unnamed']])
})

test('a source that says only since when something else counts does not say that the act was done', () => {
  const drawn = { effective: '2025-12-27', reading: 'said of another convention' }
  expect(independence([{ by: 'reuters' }, { by: 'unnamed', ...drawn }])).toEqual([['reuters']])
})

test('sources that each say something of their own are independent', () => {
  expect(independence([{ by: 'reuters' }, { by: 'unnamed' }])).toEqual([['reuters'], ['unnamed']])
  expect(
    independence([
      { by: 'reuters', utterance: 'the address' },
      { by: 'reuters' },
      { by: 'unnamed', utterance: 'the address' },
      { by: 'unnamed' },
    ]),
  ).toEqual([['reuters'], ['unnamed']])
})

test('sources are joined through a third, and one that denies does not support', () => {
  expect(
    independence([
      { by: 'monitor', utterance: 'the address' },
      { by: 'monitor', utterance: 'the decree' },
      { by: 'reuters', utterance: 'the address' },
      { by: 'unnamed', utterance: 'the decree' },
      { by: 'depositary', denies: true },
    ]),
  ).toEqual([['monitor', 'reuters', 'unnamed']])
})

test('dates that can be true together give the most precise one, rival dates the span that holds both', () => {
  const dated = (...dates: (string | null)[]) =>
    dates.map((date, index) => ({
      statement: `s${index}`,
      act: 'a',
      relation: 'supports' as const,
      date,
      notified: null,
      basis: 'stated' as const,
      reading: null,
      effective: null,
    }))
  expect(dateOf(dated('2005', '2005-12-27'), undefined)).toMatchObject({ value: '2005-12-27', conflict: false })
  expect(dateOf(dated('2005-06/2005-08', '2005-07/2005-09'), undefined)).toMatchObject({
    value: '2005-07-01/2005-08-31',
    precision: 'interval',
    basis: 'inferred',
    conflict: false,
  })
  expect(dateOf(dated('2025-06-08', '2025-06-29'), undefined)).toMatchObject({
    value: '2025-06-08/2025-06-29',
    conflict: true,
  })
  const assessment = { act: 'a', preferred: '2025-06-29', because: ['it was a Sunday'] }
  expect(dateOf(dated('2025-06-08', '2025-06-29'), assessment)).toMatchObject({ value: '2025-06-29', conflict: true })
  expect(dateOf(dated('2025-06-08'), assessment)).toMatchObject({ value: '2025-06-08', conflict: false })
  expect(dateOf(dated(null), undefined)).toMatchObject({ value: null, precision: null, conflict: false })
})

test('an act that nobody supports is not there, though somebody denies it', () => {
  const denied: Given = {
    sources,
    acts: [
      {
        act: 'accession',
        id: 'it',
        of: 'Alpha',
        said: [
          { by: 'reuters', on: '2005' },
          { by: 'unnamed', denies: true },
        ],
      },
    ],
  }
  const record = recordOf(mineBan, denied)
  expect(accordingTo(record, ['unnamed']).acts).toEqual([])
  expect(accordingTo(record, ['unnamed']).actEvidence).toHaveLength(1)
  expect(accordingTo(record, ['reuters']).acts).toHaveLength(1)
})

test('evidence of a source that is not there is not known', () => {
  const record = recordOf(mineBan, given)
  const orphaned = asKnownOn({ ...record, sources: [] }, '2030-01-01')
  expect(orphaned.statements).toEqual([])
  expect(orphaned.acts).toEqual([])
  expect(orphaned.claims).toEqual([])
})

test('a source is known by an act it makes known, or by its list, before it is published itself', () => {
  const onlyList = recordOf(mineBan, { list: '2026-02-03' })
  expect(asKnownOn(onlyList, '2025-01-01').sources.map(({ id }) => id)).toEqual(['depositary'])
  const onlyActs = recordOf(mineBan, { acts: [{ act: 'ratification', of: 'Ukraine', on: '2005-12-27' }] })
  expect(asKnownOn(onlyActs, '2005-12-27').sources.map(({ id }) => id)).toEqual(['depositary'])
  expect(asKnownOn(onlyActs, '2005-12-26').sources).toEqual([])
  const open = recordOf(mineBan, {
    sources: { report: { kind: 'report', published: '2020/..' } },
    acts: [{ act: 'ratification', of: 'Ukraine', on: '2005-12-27', by: 'report' }],
  })
  expect(asKnownOn(open, '2030-01-01').acts).toEqual([])
})

test('only the statements on an act count for it, and groups of sources stand in order', () => {
  const record = recordOf(mineBan, {
    sources,
    acts: [
      { act: 'announcement', id: 'it', of: 'Ukraine', said: [{ by: 'unnamed' }, { by: 'monitor' }] },
      { act: 'announcement', id: 'other', of: 'Ukraine', said: [{ by: 'reuters' }] },
    ],
  })
  expect(independentSources(record, 'it')).toEqual([['monitor'], ['unnamed']])
  expect(independentSources(record, 'other')).toEqual([['reuters']])
  expect(independentSources(record, 'none')).toEqual([])
  expect(
    independence([
      { by: 'unnamed', utterance: 'the address' },
      { by: 'monitor' },
      { by: 'depositary', utterance: 'the address' },
      { by: 'reuters', utterance: 'the address' },
    ]),
  ).toEqual([['depositary', 'reuters', 'unnamed'], ['monitor']])
})
