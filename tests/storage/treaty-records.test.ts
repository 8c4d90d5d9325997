import { expect, test } from 'vitest'
import { lastConsent } from '../../src/domain/dossier.ts'
import { effectDays } from '../../src/domain/effects.ts'
import type { TreatyRecord } from '../../src/domain/record.ts'
import { standingOn } from '../../src/domain/standing.ts'
import { withdrawalTrack } from '../../src/domain/withdrawal.ts'
import { namesOfTreaties } from '../../src/storage/names.ts'
import { pinnedPartsOf, pinnedRecord } from '../../src/storage/treaty-records.ts'
import { databaseOfSeed } from '../record.ts'

// Ukraine withdraws and is objected to, Poland has left, Serbia succeeded, South Sudan is new.
const states = ['UKR', 'POL', 'SRB', 'SSD', 'PRK']
const said = (record: TreatyRecord, state: string) => ({
  standing: standingOn(record, state, '2026-02-01'),
  withdrawal: withdrawalTrack(record, state, '2026-02-01'),
  consent: lastConsent(record, state, '2026-02-01'),
  days: effectDays(record, [state]),
})

test.each([
  { knownOn: '2026-02-20', accordingTo: 'all' as const },
  { knownOn: '2015-02-20', accordingTo: 'all' as const },
  { knownOn: '2026-02-20', accordingTo: ['article'] },
])('the part of one state says of it what the whole record says, by $knownOn according to $accordingTo', (pins) => {
  const database = databaseOfSeed()
  const treaties = [...namesOfTreaties(database).keys()]
  // Before any whole record: where one is at hand, it is what is given for a part.
  const partsOf = new Map(states.map((state) => [state, pinnedPartsOf(database, state, treaties, pins)]))
  for (const [state, parts] of partsOf) {
    expect(parts.map(({ treaty }) => treaty.id)).toEqual(treaties)
    for (const part of parts) {
      const whole = pinnedRecord(database, part.treaty.id, pins)
      expect(part).not.toBe(whole)
      expect(said(part, state)).toEqual(said(whole, state))
    }
  }
})

test('a part that is read alone and the whole record that is given for it where it is at hand say the same', () => {
  const pins = { knownOn: '2026-02-20', accordingTo: 'all' as const }
  const [empty, reading] = [databaseOfSeed(), databaseOfSeed()]
  const treaties = [...namesOfTreaties(reading).keys()]
  const atHand = treaties.filter((_, i) => i % 2 === 0)
  const wholes = atHand.map((treaty) => pinnedRecord(reading, treaty, pins))
  for (const state of states) {
    const alone = pinnedPartsOf(empty, state, treaties, pins)
    const mixed = pinnedPartsOf(reading, state, treaties, pins)
    for (const [i, whole] of wholes.entries()) expect(mixed[i * 2]).toBe(whole)
    expect(mixed.map((part) => said(part, state))).toEqual(alone.map((part) => said(part, state)))
  }
})
