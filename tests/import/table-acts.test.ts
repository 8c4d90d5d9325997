import { describe, expect, test } from 'vitest'
import { datesOfCell, legendOf, tableActs } from '../../src/import/table-acts.ts'
import { findState, mark, page } from './pages.ts'

const actsOf = (...shown: Parameters<typeof page>) =>
  tableActs(page(...shown), findState).acts.map(({ state, kind, date }) => `${state} ${kind} ${date}`)

describe('a suffix means what the header of its own column says', () => {
  test('one "d" succeeds to a signature, another to the treaty', () => {
    const columns = ['Signature, Succession to signature(d)', 'Succession(d), Ratification']
    expect(actsOf({ columns, rows: [['Atlantis', '12 Mar 2001 d', '12 Mar 2001 d']] })).toEqual([
      'ATL succession_to_signature 2001-03-12',
      'ATL succession 2001-03-12',
    ])
  })

  test('a date without a suffix is refused where the header gives none a meaning', () => {
    const shown = { columns: ['Consent to be bound(P), Succession(d)'], rows: [['Utopia', '5 May 2005']] }
    const { acts, refused } = tableActs(page(shown as never), findState)
    expect(acts).toEqual([])
    expect(refused).toMatchObject([{ participant: 'Utopia', words: '5 May 2005' }])
    expect(refused[0]?.why).toContain('a date without a suffix')
  })

  test('a suffix that the header does not explain is refused, not guessed', () => {
    const { refused } = tableActs(page({ rows: [['Utopia', '', '5 May 2005 c']] }), findState)
    expect(refused).toMatchObject([{ participant: 'Utopia', why: 'the column gives no meaning to the suffix "c"' }])
  })

  test('a column of an unknown act is refused as a whole', () => {
    expect(() => legendOf('Ratification, Adhesion(x)')).toThrow('"Adhesion"')
    const { refused } = tableActs(page({ columns: ['Adhesion'], rows: [['Utopia', '5 May 2005']] }), findState)
    expect(refused).toMatchObject([{ place: 'table', words: 'Adhesion' }])
  })

  test('a legend may name the article of a provisional application', () => {
    expect(legendOf('Provisional application under article 23(n)')).toEqual(new Map([['n', 'provisional_application']]))
  })
})

describe('a cell', () => {
  test('in brackets keeps its act, and its words as printed', () => {
    const rows: [string, ...string[]][] = [['Atlantis', '[26 Feb 1999 ]', '[12 May  2004 a]']]
    const { acts } = tableActs(page({ rows }), findState)
    expect(acts.map(({ kind, date, words }) => [kind, date, words])).toEqual([
      ['signature', '1999-02-26', '[26 Feb 1999 ]'],
      ['accession', '2004-05-12', '[12 May 2004 a]'],
    ])
  })

  test('may hold two dates', () => {
    expect(datesOfCell('3 Jan 1990 a, 4 Feb 1995')?.map(({ day, suffix }) => [day, suffix])).toEqual([
      ['1990-01-03', 'a'],
      ['1995-02-04', ''],
    ])
  })

  test('with a tab between month and year is read, with a day that does not exist refused', () => {
    expect(datesOfCell('11 Sep 2002 a')).toHaveLength(1)
    expect(datesOfCell('31 Feb 2002 a')).toBeUndefined()
  })

  test('with anything but dates is refused by its row', () => {
    const { acts, refused } = tableActs(page({ rows: [['Utopia', 'see note', '5 May 2005']] }), findState)
    expect(acts).toHaveLength(1)
    expect(refused).toMatchObject([{ place: 'table: Signature', participant: 'Utopia', words: 'see note' }])
  })
})

describe('a participant', () => {
  test('is known without the digits of end notes that stick to its name', () => {
    expect(actsOf({ rows: [[`Utopia${mark(2)}`, '', '5 May 2005']] })).toEqual(['UTO ratification 2005-05-05'])
  })

  test('is known by the name it bore before, and with the parts of its name turned round', () => {
    const rows: [string, ...string[]][] = [
      ['Nowhere', '', '5 May 2005'],
      ['Kingdom of Ruritania', '', '6 May 2005'],
    ]
    expect(actsOf({ rows })).toEqual(['ERE ratification 2005-05-05', 'RUR ratification 2005-05-06'])
  })

  test('whom no recorded name names is refused, with its whole row', () => {
    const { acts, refused } = tableActs(page({ rows: [['Utopiaa', '1 Jan 2001', '5 May 2005']] }), findState)
    expect(acts).toEqual([])
    expect(refused).toMatchObject([
      { participant: 'Utopiaa', words: '1 Jan 2001 | 5 May 2005', why: 'no state has this name' },
    ])
  })
})
