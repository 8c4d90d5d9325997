import { expect, test } from 'vitest'
import { rowsOfSeed } from '../record.ts'

const { acts } = rowsOfSeed()
const summaryOf = (id: string) => acts.find((act) => act.id === id)?.summary

test.each([
  ['says so in its words', 'rights-of-the-child-qat-reservation-withdrawal', true],
  ['says so behind the words that are kept', 'civil-political-rights-aus-reservation-withdrawal', true],
  ['shows more of it', 'discrimination-against-women-irl-reservation-withdrawal-3', true],
  ['does not say so', 'torture-zmb-reservation-withdrawal', false],
])('a withdrawal is summed up as one in part where the page %s', (_, id, partial) => {
  const title = /^Reservation withdrawal (in part )?concerning the /.exec(summaryOf(id) ?? '')
  expect(title?.[1] !== undefined).toBe(partial)
})
