import { describe, expect, test } from 'vitest'
import type { HistoryRow } from '../../../src/domain/history.ts'
import { historySvg } from '../../../src/http/formats/history-svg.ts'
import type { HistoryPictured } from '../../../src/http/formats/history-words.ts'
import { readSvg } from './svg.ts'

const row = (day: string, inForce: number, byDeposit: number, more: Partial<HistoryRow> = {}): HistoryRow => ({
  day,
  inForce,
  byDeposit,
  byStanding: { party: inForce, contracting_state: 0, signatory: 0, former_party: 0, not_party: 0, unknown: 0 },
  joined: [],
  left: [],
  ...more,
})
const unknown = (number: number) => ({
  byStanding: { party: 0, contracting_state: 0, signatory: 0, former_party: 0, not_party: 0, unknown: number },
})

const history: HistoryPictured = {
  treaty: 'Treaty <of> A & B',
  adopted: '2000-03-01',
  entryIntoForce: '2001-01-01',
  formerStatesUntil: null,
  rows: [
    row('2000-03-01', 0, 0),
    row('2000-06-01', 0, 2),
    row('2001-01-01', 2, 2, { joined: ['AAA', 'BBB'] }),
    row('2004-05-01', 3, 3, { joined: ['CCC'] }),
    row('2008-02-01', 1, 1, { left: ['BBB', 'CCC'] }),
    row('2011-01-01', 2, 2, { joined: ['DDD'] }),
  ],
  nameOf: (state) => `State ${state}`,
  basis: {
    pins: { knownOn: '2010-01-01', accordingTo: 'all' },
    record: '0123456789abcdef',
    list: { completeAsAt: '2009-12-31' },
  },
}

describe('the picture of a history', () => {
  test('says in words what it shows: the numbers, who left, what is still to come', () => {
    const { title, description, words } = readSvg(historySvg(history))
    expect(title).toBe('Treaty <of> A & B: parties over time')
    expect(description).toContain('from its adoption on 2000-03-01 to 2011-01-01')
    expect(description).toContain('It entered into force on 2001-01-01.')
    expect(description).toContain('On 2010-01-01: 1 party in force, 1 by deposit.')
    expect(description).toContain('The most was 3, first on 2004-05-01.')
    expect(description).toContain('Left: State BBB and State CCC on 2008-02-01.')
    expect(description).toContain(
      'After 2010-01-01 the curve is dotted: what is already known to come brings 2 by 2011-01-01.',
    )
    expect(description).toContain('list of parties complete as at 2009-12-31; record 0123456789abcdef.')
    expect(words).toContain('in force 2001-01-01')
    expect(words.join(' ')).toContain('Left: State BBB and State CCC on 2008-02-01.')
  })

  test('says that states which no longer exist are left out, where the treaty is old enough for them', () => {
    const said = 'States that no longer exist are not in the record: numbers until 1992 can be too low.'
    const old = readSvg(historySvg({ ...history, formerStatesUntil: '1992-12-31' }))
    expect([old.description, old.words.join(' ')]).toEqual([
      expect.stringContaining(said),
      expect.stringContaining(said),
    ])
    expect(readSvg(historySvg(history)).description).not.toContain('no longer exist')
  })

  test('has a bar up for each year of joining and one down for each year of leaving', () => {
    const { byClass, words } = readSvg(historySvg(history))
    expect(byClass('joined')).toHaveLength(3)
    expect(byClass('left')).toHaveLength(1)
    expect(words).toContain('Joined (up) and left (down), by year')
  })

  test('writes the number of a tall bar above that of a neighbour as tall, and says where small ones are left out', () => {
    const joinedIn = (year: number, number: number) =>
      row(`${year}-03-01`, 99, 99, { joined: Array.from({ length: number }, (_, i) => `${year} ${i}`) })
    const knownOn = (day: string) => ({ ...history.basis, pins: { ...history.basis.pins, knownOn: day } })
    const draw = (rows: HistoryRow[], day: string) => {
      const { words, description } = readSvg(historySvg({ ...history, rows, basis: knownOn(day) }))
      const said = 'Where bars stand too close for all of their numbers, smaller ones are left out.'
      expect(words.join(' ').includes(said)).toBe(description.includes(said))
      return { words, isSaid: description.includes(said) }
    }
    const joined = [joinedIn(2001, 82), joinedIn(2002, 17), joinedIn(2003, 18), joinedIn(2004, 7)]
    const few = draw(joined, '2030-01-01')
    expect(few.words).toEqual(expect.arrayContaining(['82', '17', '18', '7']))
    expect(few.isSaid).toBe(false)
    const asTall = draw([joinedIn(2001, 82), joinedIn(2002, 81)], '2030-01-01')
    expect(asTall.words).not.toContain('81')
    const many = draw(joined, '2090-01-01')
    expect(many.words).toContain('82')
    expect(many.words).not.toContain('7')
    expect(many.isSaid).toBe(true)
  })

  test('shows as open how many more there may be', () => {
    const rows = [row('2000-03-01', 0, 0, unknown(190))]
    const { byClass, description } = readSvg(historySvg({ ...history, rows }))
    expect(byClass('open')).toHaveLength(2)
    expect(description).toContain('How 190 others stood is not known.')
  })

  test('of a treaty that is not yet adopted, or has nobody, is empty and says so', () => {
    const before = { ...history.basis, pins: { ...history.basis.pins, knownOn: '1990-01-01' } }
    const { words, description } = readSvg(historySvg({ ...history, rows: [row('2000-03-01', 0, 0)], basis: before }))
    expect(words).toContain('Not yet adopted on 1990-01-01.')
    expect(words).toContain('Nobody joined')
    expect(description).toContain('It never had a party.')
  })

  test('of a treaty that is not in force says that nobody is bound yet, under however many deposits', () => {
    const rows = [row('2000-03-01', 0, 0), row('2000-06-01', 0, 2), row('2011-01-01', 0, 3)]
    const { words } = readSvg(historySvg({ ...history, entryIntoForce: null, rows }))
    expect(words).toContain('Not in force: nobody is bound yet, with 2 consents deposited')
    expect(words).not.toContain('Nobody joined')
  })

  test('can be drawn without any row, without entry into force, and up to the last day there is', () => {
    const none = historySvg({ ...history, rows: [], entryIntoForce: null })
    expect(readSvg(none).description).toContain('It has not entered into force.')
    const early = { ...history.basis, pins: { ...history.basis.pins, knownOn: '2000-07-01' } }
    const { words, description } = readSvg(
      historySvg({ ...history, rows: [row('2000-03-01', 0, 0)], basis: early, entryIntoForce: '2009-01-01' }),
    )
    expect(words.join(' ')).not.toContain('in force 2009')
    expect(description).toContain('It had not entered into force by then.')
    const last = { ...history.basis, pins: { ...history.basis.pins, knownOn: '9999-12-31' } }
    readSvg(historySvg({ ...history, basis: last }))
  })
})
