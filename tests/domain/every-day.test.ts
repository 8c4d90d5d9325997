import { expect, test } from 'vitest'
import { standings } from '../../src/domain/evidence.ts'
import { standingPeriods } from '../../src/domain/history.ts'
import { addDays, type Day, spanOf } from '../../src/domain/partial-date.ts'
import { standingOn } from '../../src/domain/standing.ts'
import { type Given, recordOf, treatyNamed } from './law-cases.ts'

// A date that is not known to the day is weighed by a few of its days. Here the same is done the long way: every day of
// every date is tried, and what comes out for at least one of them is what must be possible.

const daysOf = (date: string): Day[] => {
  const { earliest, latest } = spanOf(date)
  if (earliest === null || latest === null) throw new Error(`${date} has no end`)
  const days = [earliest]
  while ((days.at(-1) ?? latest) < latest) days.push(addDays(days.at(-1) ?? latest, 1))
  return days
}

type Slot = { dates: Day[]; put: (given: Given, day: Day) => void }

function slotsOf(given: Given): Slot[] {
  const slots: Slot[] = []
  const add = (date: string | null | undefined, put: Slot['put']) => {
    if (date) slots.push({ dates: daysOf(date), put })
  }
  for (const [index, act] of (given.acts ?? []).entries()) {
    add(act.on, (copy, day) => Object.assign(copy.acts?.[index] ?? {}, { on: day }))
    add(act.effective, (copy, day) => Object.assign(copy.acts?.[index] ?? {}, { effective: day }))
  }
  for (const [index, conflict] of (given.conflicts ?? []).entries()) {
    add(conflict.began, (copy, day) => Object.assign(copy.conflicts?.[index] ?? {}, { began: day }))
    add(conflict.ended, (copy, day) => Object.assign(copy.conflicts?.[index] ?? {}, { ended: day }))
  }
  return slots
}

function* everyExact(given: Given): Generator<Given> {
  const slots = slotsOf(given)
  function* from(index: number, chosen: Day[]): Generator<Day[]> {
    const slot = slots[index]
    if (slot === undefined) yield chosen
    else for (const day of slot.dates) yield* from(index + 1, [...chosen, day])
  }
  for (const days of from(0, [])) {
    const copy = structuredClone(given)
    for (const [index, day] of days.entries()) slots[index]?.put(copy, day)
    yield copy
  }
}

const list = '2026-02-03'
type Trial = [what: string, treaty: string, given: Given, ...windows: string[]]

const trials: Trial[] = [
  [
    'a deposit around the entry into force of the treaty',
    'the Arms Trade Treaty',
    { acts: [{ act: 'ratification', of: 'Alpha', on: '2014-12-15/2015-01-05' }] },
    '2014-12-10/2015-01-08',
    '2015-03-20/2015-04-10',
  ],
  [
    'a deposit around the end of a month, and around the last instrument needed',
    'the Mine Ban Convention',
    { acts: [{ act: 'ratification', of: 'Alpha', on: '1998-09-10/1998-11-03' }] },
    '1998-09-05/1998-11-06',
    '1999-02-25/1999-05-05',
  ],
  [
    'a signature and a deposit that overlap',
    'the Mine Ban Convention',
    {
      acts: [
        { act: 'signature', of: 'Alpha', on: '1999-02-20/1999-03-05' },
        { act: 'ratification', of: 'Alpha', on: '1999-02-25/1999-03-08' },
      ],
    },
    '1999-02-15/1999-03-12',
    '1999-07-28/1999-09-05',
  ],
  [
    'a deposit taken back around the day on which it binds',
    'the Arms Trade Treaty',
    {
      acts: [
        { act: 'signature', of: 'Alpha', on: '2013-06-03' },
        { act: 'ratification', of: 'Alpha', on: '2015-02-01/2015-02-12' },
        { act: 'withdrawal_of_consent', of: 'Alpha', on: '2015-04-28/2015-05-20' },
      ],
    },
    '2015-01-28/2015-02-15',
    '2015-04-24/2015-05-25',
  ],
  [
    'a notice, and its taking back around the day on which it takes effect',
    'the Optional Protocol to the Covenant',
    {
      acts: [
        { act: 'accession', of: 'Alpha', on: '1990-01-10' },
        { act: 'withdrawal_notification', of: 'Alpha', on: '2010-01-25/2010-02-05' },
        { act: 'withdrawal_retraction', of: 'Alpha', on: '2010-04-22/2010-05-08' },
      ],
    },
    '2010-01-20/2010-02-08',
    '2010-04-18/2010-05-12',
  ],
  [
    'a notice and a new accession around it',
    'the Optional Protocol to the Covenant',
    {
      acts: [
        { act: 'accession', of: 'Alpha', on: '1990-01-10' },
        { act: 'withdrawal_notification', of: 'Alpha', on: '2010-01-05/2010-01-15' },
        { act: 'accession', of: 'Alpha', on: '2010-01-02/2010-01-18' },
      ],
    },
    '2010-01-01/2010-01-20',
    '2010-03-30/2010-04-20',
  ],
  [
    'a notice under a conflict that begins around the end of its period and ends later',
    'the Mine Ban Convention',
    {
      acts: [
        { act: 'ratification', of: 'Alpha', on: '2005-12-27' },
        { act: 'withdrawal_notification', of: 'Alpha', on: '2025-07-26/2025-07-31' },
      ],
      conflicts: [{ of: 'Alpha', began: '2026-01-24/2026-02-03', ended: '2026-02-10/2026-02-14' }],
    },
    '2025-07-24/2025-08-03',
    '2026-01-20/2026-02-18',
  ],
  [
    'a notice under a conflict that ends around the end of its period',
    'the Mine Ban Convention',
    {
      acts: [
        { act: 'ratification', of: 'Alpha', on: '2005-12-27' },
        { act: 'withdrawal_notification', of: 'Alpha', on: '2025-07-26/2025-07-31' },
      ],
      conflicts: [{ of: 'Alpha', began: '2022-02-24', ended: '2026-01-15/2026-02-10' }],
    },
    '2025-07-24/2025-08-03',
    '2026-01-10/2026-02-15',
  ],
  [
    'a notice under a conflict of which no end is known',
    'the Mine Ban Convention',
    {
      acts: [
        { act: 'ratification', of: 'Alpha', on: '2005-12-27' },
        { act: 'withdrawal_notification', of: 'Alpha', on: '2025-07-26/2025-07-31' },
      ],
      conflicts: [{ of: 'Alpha', began: '2026-01-15/2026-02-05' }],
    },
    '2025-07-24/2025-08-03',
    '2026-01-10/2026-02-15',
  ],
  [
    'two notices that may stand in either order',
    'the Migrant Workers Convention',
    {
      acts: [
        { act: 'ratification', of: 'Alpha', on: '2005-03-21' },
        { act: 'withdrawal_notification', of: 'Alpha', on: '2015-04-25/2015-05-05' },
        { act: 'withdrawal_notification', of: 'Alpha', on: '2015-04-28/2015-05-08' },
      ],
    },
    '2015-04-20/2015-05-10',
    '2016-04-28/2016-06-04',
  ],
  [
    'a succession whose recorded effect is not known to the day',
    'the Mine Ban Convention',
    { acts: [{ act: 'succession', of: 'Alpha', on: '1999-03-05/1999-03-15', effective: '1999-02-24/1999-03-08' }] },
    '1999-02-15/1999-03-25',
  ],
  [
    'a withdrawal whose recorded effect is not known to the day',
    'the Mine Ban Convention',
    {
      acts: [
        { act: 'ratification', of: 'Alpha', on: '2005-12-27' },
        {
          act: 'withdrawal_notification',
          of: 'Alpha',
          on: '2025-07-20/2025-07-25',
          effective: '2026-01-15/2026-01-25',
        },
      ],
      conflicts: [{ of: 'Alpha', began: '2022-02-24' }],
    },
    '2025-07-18/2025-07-28',
    '2026-01-15/2026-01-30',
  ],
  [
    'two deposits, of which one, both or none may be taken back',
    'the Arms Trade Treaty',
    {
      acts: [
        { act: 'ratification', of: 'Alpha', on: '2015-02-01' },
        { act: 'accession', of: 'Alpha', on: '2015-02-10' },
        { act: 'withdrawal_of_consent', of: 'Alpha', on: '2015-01-20/2015-05-20' },
      ],
    },
    '2015-01-15/2015-02-15',
    '2015-04-28/2015-05-25',
  ],
  [
    'two deposits not known to the day, and a taking back between them',
    'the Arms Trade Treaty',
    {
      acts: [
        { act: 'ratification', of: 'Alpha', on: '2015-02-01/2015-02-03' },
        { act: 'accession', of: 'Alpha', on: '2015-02-10/2015-02-12' },
        { act: 'withdrawal_of_consent', of: 'Alpha', on: '2015-01-25/2015-03-10' },
      ],
    },
    '2015-01-20/2015-03-15',
    '2015-04-28/2015-05-20',
  ],
  [
    'a period of notice that ends during one conflict, during another, or between them',
    'the Mine Ban Convention',
    {
      acts: [
        { act: 'ratification', of: 'Alpha', on: '2005-12-27' },
        { act: 'withdrawal_notification', of: 'Alpha', on: '2025-07-05/2025-08-31' },
        { act: 'withdrawal_retraction', of: 'Alpha', on: '2026-01-28' },
      ],
      conflicts: [
        { of: 'Alpha', began: '2022-02-24', ended: '2026-02-05' },
        { of: 'Alpha', began: '2026-01-10', ended: '2026-01-20' },
      ],
    },
    '2025-12-28/2026-03-10',
  ],
  [
    'a succession of which the effect is not known, taken back before or after it binds',
    'the Mine Ban Convention',
    {
      acts: [
        { act: 'succession', of: 'Alpha', on: '1999-02-01', effective: '1999-01-10/1999-01-25' },
        { act: 'withdrawal_of_consent', of: 'Alpha', on: '1999-01-05/1999-03-05' },
        { act: 'accession', of: 'Alpha', on: '1999-01-28/1999-02-02' },
      ],
    },
    '1999-01-01/1999-03-12',
    '1999-07-28/1999-08-05',
  ],
  [
    'consent to a treaty that is not in force, taken back',
    'the Comprehensive Nuclear-Test-Ban Treaty',
    {
      acts: [
        { act: 'signature', of: 'Alpha', on: '2000-01-01/2000-01-08' },
        { act: 'ratification', of: 'Alpha', on: '2000-01-05/2000-01-12' },
        { act: 'withdrawal_of_consent', of: 'Alpha', on: '2000-01-20/2000-01-24' },
      ],
    },
    '1999-12-28/2000-01-30',
  ],
]

test.each(trials)('%s is weighed as if every day were tried', (_what, name, given, ...windows) => {
  const treaty = treatyNamed(name)
  const days = windows.flatMap(daysOf)
  const found = new Map(days.map((day) => [day, { possible: new Set<string>(), since: new Set<string>() }]))
  for (const exact of everyExact({ list, ...given })) {
    const periods = standingPeriods(recordOf(treaty, exact), 'Alpha')
    let turn = 0
    for (const [day, { possible, since }] of found) {
      while ((periods[turn]?.until ?? day) < day) turn += 1
      const period = periods[turn]
      possible.add(period?.standing ?? 'unknown')
      since.add(period?.from ?? '')
    }
  }
  const vague = recordOf(treaty, { list, ...given })
  const periods = standingPeriods(vague, 'Alpha')
  for (const [day, { possible, since }] of found) {
    const answer = standingOn(vague, 'Alpha', day)
    const expected = standings.filter((one) => possible.has(one))
    expect({ day, possible: answer.possible }).toEqual({ day, possible: expected })
    const period = periods.findLast((one) => one.from === null || one.from <= day)
    expect({ day, possible: period?.possible }).toEqual({ day, possible: expected })
    if (!answer.certain) continue
    const starts = [...since].sort()
    const began = starts[0] === '' ? null : [starts[0], starts.at(-1)]
    expect({ day, since: answer.since && [answer.since.earliest, answer.since.latest] }).toEqual({ day, since: began })
  }
})
