import { expect, test } from 'vitest'
import { rowsOfSeed } from '../record.ts'

const { acts, actEvidence } = rowsOfSeed()
const summaryOf = (id: string) => acts.find((act) => act.id === id)?.summary

test.each([
  ['says so in its words', 'rights-of-the-child-qat-reservation-withdrawal', true],
  ['says so behind the words that are kept', 'civil-political-rights-aus-reservation-withdrawal', true],
  ['shows more of it', 'discrimination-against-women-irl-reservation-withdrawal-3', true],
  [
    'shows more of it, though the words that are kept name none',
    'civil-political-rights-fin-reservation-withdrawal',
    true,
  ],
  ['shows more of it under a heading without a colon', 'racial-discrimination-tha-reservation-withdrawal', true],
  ['says that it is of that only', 'economic-social-cultural-rights-nzl-reservation-withdrawal', true],
  ['tells later of more', 'discrimination-against-women-bel-reservation-withdrawal', true],
  ['tells later of more that was made upon signature and confirmed', 'torture-blr-reservation-withdrawal', true],
  ['tells later of no more that was confirmed', 'torture-blr-reservation-withdrawal-2', false],
  ['shows the rest as a declaration', 'discrimination-against-women-jor-reservation-withdrawal', true],
  ['tells later of no more', 'discrimination-against-women-bel-reservation-withdrawal-2', false],
  ['still shows what it says is withdrawn', 'rights-of-the-child-hrv-reservation-withdrawal', false],
  ['does not say so', 'torture-zmb-reservation-withdrawal', false],
])('a withdrawal is summed up as one in part where the page %s', (_, id, partial) => {
  const title = /^Reservation withdrawal (in part )?concerning the /.exec(summaryOf(id) ?? '')
  expect(title?.[1] !== undefined).toBe(partial)
})

test('a day of receipt that the page does not print is inferred, and the record says how it was read', () => {
  const of = (act: string) => actEvidence.filter((one) => one.act === act)
  expect(of('civil-political-rights-pse-derogation')).toMatchObject([
    { date: '2020-03-30/2020-04-08', basis: 'inferred', reading: expect.stringContaining('no day of receipt') },
  ])
  expect(of('civil-political-rights-per-derogation')).toMatchObject([
    { date: '1983-03-22/2006-12-12', basis: 'stated', reading: null },
  ])
})

test('a termination of a derogation is summed up as such, and as one in part where the page says what is left', () => {
  expect(summaryOf('civil-political-rights-lva-derogation-termination')).toMatch(
    /^Derogation termination concerning the /,
  )
  expect(summaryOf('civil-political-rights-lka-derogation-termination-2')).toMatch(
    /^Derogation termination in part concerning the /,
  )
})
