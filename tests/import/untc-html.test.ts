import { expect, test } from 'vitest'
import { readUntcHtml } from '../../src/import/untc-html.ts'
import { html, mark, page } from './pages.ts'

test('the header of a page gives reference, day, title and counts', () => {
  expect(page({ counts: 'Signatories : 132. Parties : 162' })).toMatchObject({
    untc: 'XXVI-99',
    asAt: '2026-02-03',
    title: 'Convention on Fixtures',
    conclusion: 'Geneva, 1 May 2000',
    entryIntoForce: '1 March 2001, in accordance with article 9.',
    signatories: 132,
    parties: 162,
  })
})

test('the reference of a protocol keeps its letter', () => {
  expect(page({ untc: 'XXVI-2-b' }).untc).toBe('XXVI-2-b')
})

test('the marks of end notes are taken off names and cells, and kept beside them', () => {
  const { rows } = page({ rows: [[`<A href='#EndDec'>Utopia</A>${mark(2)}`, '', `5 May 2005${mark(3)}`]] })
  expect(rows).toEqual([
    {
      participant: { text: 'Utopia', notes: ['2'] },
      cells: [
        { text: '', notes: [] },
        { text: '5 May 2005', notes: ['3'] },
      ],
    },
  ])
})

test('a page without a table, a day or a count is not a status page', () => {
  expect(() => readUntcHtml('<html></html>')).toThrow('the page has no table of participants')
  expect(() => readUntcHtml(html().replace('STATUS AS AT', 'STATUS').replace('03-02-2026', ''))).toThrow(
    'as at which day',
  )
  expect(() => readUntcHtml(html({ counts: 'See the note.' }))).toThrow('no number of parties')
})
