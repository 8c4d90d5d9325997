import { expect, test } from 'vitest'
import { lastConsent } from '../../src/domain/dossier.ts'
import { effectDays } from '../../src/domain/effects.ts'
import type { TreatyRecord } from '../../src/domain/record.ts'
import { standingOn } from '../../src/domain/standing.ts'
import { withdrawalTrack } from '../../src/domain/withdrawal.ts'
import { namesOfTreaties } from '../../src/storage/names.ts'
import { pinnedPartsOf, pinnedRecord } from '../../src/storage/treaty-records.ts'
import { databaseOfSeed } from '../record.ts'

const database = databaseOfSeed()
const treaties = [...namesOfTreaties(database).keys()]

test.each([
  { knownOn: '2026-02-20', accordingTo: 'all' as const },
  { knownOn: '2015-02-20', accordingTo: 'all' as const },
  { knownOn: '2026-02-20', accordingTo: ['article'] },
])('the part of one state says of it what the whole record says, by $knownOn according to $accordingTo', (pins) => {
  // Ukraine withdraws and is objected to, Poland has left, Serbia succeeded, South Sudan is new.
  for (const state of ['UKR', 'POL', 'SRB', 'SSD', 'PRK']) {
    const said = (record: TreatyRecord) => ({
      standing: standingOn(record, state, '2025-07-01'),
      withdrawal: withdrawalTrack(record, state, '2025-07-01'),
      consent: lastConsent(record, state, '2025-07-01'),
      days: effectDays(record, [state]),
    })
    const parts = pinnedPartsOf(database, state, treaties, pins)
    expect(parts.map(({ treaty }) => treaty.id)).toEqual(treaties)
    for (const part of parts) expect(said(part)).toEqual(said(pinnedRecord(database, part.treaty.id, pins)))
  }
})
