import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { countsOn } from '../../src/domain/history.ts'
import { namesOfStates } from '../../src/storage/names.ts'
import { pinnedRecord } from '../../src/storage/treaty-records.ts'
import { databaseOfSeed } from '../record.ts'

type List = { treaty: string; asAt: string; header: { parties: number; signatories: number | null } }

const lists: List[] = parse(readFileSync('seed/depositary/lists.yaml', 'utf8'))
const database = databaseOfSeed()
const states = [...namesOfStates(database).keys()]

/** What the law derives from the depositary's list for the list's own day, counted as the list's header counts. */
function derived({ treaty, asAt }: List) {
  const record = pinnedRecord(database, treaty, { knownOn: asAt, accordingTo: ['depositary'] })
  const { byDeposit: parties, signed: signatories } = countsOn(record, states, asAt)
  return { parties, signatories }
}

test('parties and signatories derived for the day of each list equal its own header, for all thirty treaties', () => {
  const table = lists.map((list) => ({ treaty: list.treaty, header: list.header, derived: derived(list) }))
  console.log(
    table
      .map(({ treaty, header, derived }) =>
        [treaty.padEnd(48), header.parties, derived.parties, header.signatories ?? '–', derived.signatories].join('\t'),
      )
      .join('\n'),
  )
  expect(table).toHaveLength(30)
  for (const { treaty, header, derived } of table) {
    expect([treaty, derived.parties]).toEqual([treaty, header.parties])
    if (header.signatories !== null) expect([treaty, derived.signatories]).toEqual([treaty, header.signatories])
  }
})
