import { describe, expect, test } from 'vitest'
import { actsOfPage } from '../../src/import/page-acts.ts'
import { findState, mark, page } from './pages.ts'

/** The acts that a note at the name of Atlantis, which acceded in 2004, adds to the table. */
function noted(text: string, cell = '12 May 2004 a') {
  const { acts, refused, readings } = actsOfPage(
    page({ rows: [[`Atlantis${mark(1)}`, '', cell]], notes: { 1: text } }),
    findState,
  )
  return { acts: acts.slice(1), refused, reading: readings[0]?.reading }
}

const cellsOf = ({ acts }: ReturnType<typeof noted>) =>
  acts.map(({ act: { state, kind, date, effective } }) => [state, kind, date, effective].filter(Boolean).join(' '))

describe('an end note', () => {
  test('gives a withdrawal its day of receipt, its effect, its notification and the day of that', () => {
    const { acts, reading } = noted(
      'On 27 June 2025, the Government of the Republic of Atlantis deposited with the Secretary-General a notification of withdrawal (See depositary notification C.N.999.2025.TREATIES-XXVI-99 of 3 July 2025). The withdrawal took effect for Atlantis on 27 December 2025.',
    )
    expect(reading).toBe('understood')
    expect(acts.map(({ act }) => act)).toMatchObject([
      {
        state: 'ATL',
        kind: 'withdrawal_notification',
        date: '2025-06-27',
        effective: '2025-12-27',
        notified: '2025-07-03',
        reference: 'C.N.999.2025.TREATIES-XXVI-99',
        words: '27 June 2025 … notification of withdrawal',
        place: 'end note 1',
      },
    ])
  })

  test('takes a withdrawal back, and the retraction answers the notification', () => {
    const { acts } = noted(
      'On 4 March 2024, the Government of Atlantis notified the Secretary-General that it had decided to withdraw from the Convention with effect from 4 March 2025. On 1 February 2025, the Government of Atlantis informed the Secretary-General of its decision to withdraw its notification of withdrawal.',
    )
    expect(acts.map(({ act }) => [act.kind, act.date])).toEqual([
      ['withdrawal_notification', '2024-03-04'],
      ['withdrawal_retraction', '2025-02-01'],
    ])
    expect(acts[1]?.answers).toEqual([acts[0]?.act])
  })

  test('tells a denunciation and the re-accession of the same day', () => {
    const { acts } = noted(
      'The Government of Atlantis had initially acceded to the Protocol on 10 May 1993. On 5 January 1999, the Government of Atlantis notified the Secretary-General that it had decided to denounce the Protocol with effect from 5 April 1999. On that same date, the Government of Atlantis re-acceded to the Protocol with a reservation.',
      '5 Jan 1999 a',
    )
    expect(acts.map(({ act }) => [act.kind, act.date, act.effective])).toEqual([
      ['accession', '1993-05-10', ''],
      ['withdrawal_notification', '1999-01-05', '1999-04-05'],
      ['reservation', '1999-01-05', ''],
    ])
  })

  test.each([
    [
      'with the reservation first',
      'The Government of Atlantis made the following reservations upon accession to the Convention:<br>“It reserves.”<br>On 11 April 2007, the Government of Atlantis notified the Secretary-General that it had decided to withdraw its reservation.',
    ],
    [
      'with the reservation in passing',
      'On 11 April 2007, the Government of Atlantis notified the Secretary-General that it had decided to withdraw the reservation made upon its accession.',
    ],
  ])('tells a reservation and its withdrawal, %s', (_, text) => {
    const { acts } = noted(text)
    expect(acts.map(({ act }) => `${act.kind} ${act.date}`).sort()).toEqual([
      'reservation 2004-05-12',
      'reservation_withdrawal 2007-04-11',
    ])
    const [answered] = acts.find(({ act }) => act.kind === 'reservation_withdrawal')?.answers ?? []
    expect(answered?.kind).toBe('reservation')
  })

  test('gives an act the notification that is not earlier than it', () => {
    const { acts } = noted(
      'On 15 September 2023, the Government of Atlantis notified the Secretary-General of its decision to withdraw the declaration made upon accession (See C.N.979.2007.TREATIES-1 of 2 October 2007). (Refer to depositary notification C.N.395.2023.TREATIES-XXVI-99 of 28 September 2023.)',
    )
    expect(acts[0]?.act).toMatchObject({ notified: '2023-09-28', reference: 'C.N.395.2023.TREATIES-XXVI-99' })
  })

  test('tells that a signatory takes back its ratification', () => {
    const text =
      'On 3 November 2023, the Government of Atlantis notified the Secretary-General of the withdrawal of its ratification.'
    expect(cellsOf(noted(text, '30 Jun 2000'))).toEqual(['ATL withdrawal_of_consent 2023-11-03'])
  })

  test('of a notice that the depositary holds impossible keeps the notice, and says so', () => {
    const { acts } = noted(
      'On 25 August 1997, the Secretary-General received from the Government of Atlantis a notification of withdrawal from the Covenant, dated 23 August 1997.<br>As elaborated in this aide-mémoire, the Secretary-General is of the opinion that a withdrawal from the Covenant would not appear possible unless all parties agree.',
    )
    expect(acts.map(({ act }) => act)).toMatchObject([
      {
        kind: 'withdrawal_notification',
        date: '1997-08-25',
        effective: '',
        note: expect.stringContaining('not possible'),
      },
    ])
  })

  test('limits the reach of a consent on its own day, and widens it later', () => {
    const text =
      'For the Kingdom in Europe.<br>Subsequently, on 21 February 2014, the Government of Atlantis informed the Secretary-General of the Territorial Application to the Caribbean part of the Kingdom.'
    expect(cellsOf(noted(text))).toEqual(['ATL territorial_limit 2004-05-12', 'ATL territorial_application 2014-02-21'])
  })

  test('widens the reach of a consent on a day, without a verb', () => {
    const text = 'For the Kingdom in Europe. On 28 April 2007: For the Netherlands Antilles and Aruba.'
    expect(cellsOf(noted(text))).toEqual(['ATL territorial_limit 2004-05-12', 'ATL territorial_application 2007-04-28'])
  })

  test('gives several governments their own days', () => {
    const text =
      'In communications received on 8 March, 19 and 20 April 1989, respectively, the Governments of Atlantis, the Kingdom of Ruritania and Utopia notified the Secretary-General that they had decided to withdraw the reservations made upon ratification.'
    expect(cellsOf(noted(text)).filter((cells) => cells.includes('withdrawal'))).toEqual([
      'ATL reservation_withdrawal 1989-03-08',
      'RUR reservation_withdrawal 1989-04-19',
      'UTO reservation_withdrawal 1989-04-20',
    ])
  })

  test('gives one government that did two things, respectively, each on its own day', () => {
    const text =
      'On 12 April 2014 and 24 August 2018, respectively, the Government of Atlantis notified the Secretary-General of its decision to withdraw the declaration with respect to article 6 (5) of the Convention, on the one hand, and the reservations made to articles 14 (6) and 23 (4), on the other, made upon accession.'
    const withdrawn = noted(text).acts.filter(({ act }) => act.kind.endsWith('withdrawal'))
    expect(withdrawn.map(({ act }) => [act.kind, act.words])).toEqual([
      ['declaration_withdrawal', '12 April 2014 … withdraw the declaration with respect to article 6'],
      ['reservation_withdrawal', '24 August 2018 … withdraw … reservations made to articles 14 (6)'],
    ])
  })

  test('tells nothing of what none has done', () => {
    const text =
      'On 28 September 2009, the Government of Atlantis communicated to the Secretary-General a modification to its reservation made upon accession. Within a period of 12 months from the date of its circulation, i.e. on 5 October 2009, none of the Contracting States to the Protocol notified the Secretary-General of an objection.'
    expect(cellsOf(noted(text)).sort()).toEqual([
      'ATL reservation 2004-05-12',
      'ATL reservation_modification 2009-09-28',
    ])
  })

  test('keeps the word that a withdrawal is partial', () => {
    const text =
      'On 29 April 2009, the Government of Atlantis informed the Secretary-General that it had decided to partially withdraw the general reservation made upon accession.'
    expect(noted(text).acts[0]?.act.words).toBe(
      '29 April 2009 … partially withdraw the general reservation made upon accession.',
    )
  })

  test('keeps that a withdrawal is partial where its words stand below', () => {
    const text =
      'On 20 September 2009, the Government of Atlantis notified the Secretary-General of a partial withdrawal as follows:<br>"Atlantis has decided to withdraw its reservations with regard to article 15."'
    expect(noted(text).acts[0]?.act.words).toBe(
      '20 September 2009 … partial withdrawal … withdraw its reservations with regard',
    )
  })

  test('says of what was withdrawn whole and in part which it is', () => {
    const text =
      'On 6 November 2009, the Government of Atlantis notified the Secretary-General of its decision to withdraw the reservations and declarations made upon accession with regard to articles 2 and 50 and to partially withdraw its reservations to articles 10 and 14.'
    const withdrawn = noted(text).acts.filter(({ act }) => act.kind.endsWith('withdrawal'))
    expect(withdrawn.map(({ act }) => [act.kind, act.note])).toEqual([
      ['reservation_withdrawal', 'In part: "partially withdraw its reservations to articles 10 and 14".'],
      ['declaration_withdrawal', ''],
    ])
  })

  describe('states the day of effect of a withdrawal', () => {
    const received = 'On 4 October 2009, the Government of Atlantis notified the Secretary-General that it withdrew'
    test.each([
      [`${received}, with effect from that date, the reservation to article 2.`, '2009-10-04'],
      [
        `${received} the reservation. The notification indicates 25 January 2010 as the effective date of the withdrawal.`,
        '2010-01-25',
      ],
      [
        `${received} the reservation.<br>The law entered into force by 1 November 2009, from which date the withdrawal of the above reservation became effective.`,
        '2009-11-01',
      ],
    ])('%s', (text, effective) => {
      expect(cellsOf(noted(text))).toEqual([`ATL reservation_withdrawal 2009-10-04 ${effective}`])
    })

    test('each of several, in their order', () => {
      const text =
        'On 15 March 2011 and 19 January 2013, respectively, the Government of Atlantis notified the Secretary-General of its decision to withdraw the reservations made in respect of article 23 (4) (with effect from 15 March 2011) and of article 14 (7) (with effect from 21 January 2013).'
      expect(cellsOf(noted(text))).toEqual([
        'ATL reservation_withdrawal 2011-03-15 2011-03-15',
        'ATL reservation_withdrawal 2013-01-19 2013-01-21',
      ])
    })

    test('but not the one that the participant alone holds it to have', () => {
      const text = `${received} the reservation. In a note of May 2015, it informed the Secretary-<br>General that it considers that the withdrawal took effect on 14 January 2005.`
      expect(noted(text).acts[0]?.act).toMatchObject({
        effective: '',
        note: expect.stringContaining('it considers that'),
      })
    })
  })

  test('gives each of several governments its own volume of the Treaty Series', () => {
    const text =
      'In communications received on 8 March and 19 April 1989, the Governments of Atlantis and Utopia, respectively, notified the Secretary-General that they had decided to withdraw the reservations relating to article 22. For the texts of the reservations, see United Nations, Treaty Series, vol. 676, p. 397 and vol.77, p. 435.'
    expect(noted(text).acts.map(({ act }) => [act.state, act.reference])).toEqual([
      ['ATL', 'UNTS vol. 676, p. 397'],
      ['UTO', 'UNTS vol. 77, p. 435'],
    ])
  })

  test('gives a modification the day on which it was accepted for deposit', () => {
    const text =
      'On 29 January 2009, the Government of Atlantis notified the Secretary-General of a modification of its reservation made upon accession. No objection having been received, the modification was accepted for deposit upon the expiration of the 90 day period, that is to say on 23 June 2009.'
    expect(cellsOf(noted(text))).toContain('ATL reservation_modification 2009-01-29 2009-06-23')
  })

  test('tells that a modification was not accepted for deposit, and who objected', () => {
    const text =
      'On 6 February 2008, the Government of Atlantis notified the Secretary-General that it had decided to modify its reservation made upon accession as follows:<br>Atlantis will review it.<br>In this regard, on the dates indicated below, the Secretary-General received from the Governments of Utopia and Erewhon the following communications relating to it.<br>Utopia (20 July 2008:)<br>Utopia objects.<br>Consequently, the modification in question is not accepted, the Government of Utopia having objected thereto.<br>Erewhon (21 July 2008):<br>It is content.'
    const { acts } = noted(text)
    const modification = acts.find(({ act }) => act.kind === 'reservation_modification')?.act
    expect(modification?.note).toContain('is not accepted')
    expect(acts.find(({ act }) => act.kind === 'objection')).toMatchObject({
      act: { state: 'UTO', date: '2008-07-20' },
      answers: [modification],
    })
    expect(acts.find(({ act }) => act.kind === 'communication')?.act.state).toBe('ERE')
  })

  test('tells that what is withdrawn was made by a state that is no more', () => {
    const text =
      'On 29 April 2009, the Government of Atlantis notified the Secretary-General that it had decided to withdraw the reservation with respect to article 20 made by Czechoslovakia upon signature, and confirmed upon ratification.'
    expect(noted(text).acts).toMatchObject([
      { act: { kind: 'reservation_withdrawal', note: expect.stringContaining('no more') }, answers: [] },
    ])
  })

  test('of what others say to the withdrawal by a state that is no more answers no act of those that it names', () => {
    const { acts } = actsOfPage(
      page({
        rows: [
          ['Atlantis', '', '12 May 1994 a'],
          ['Utopia', '', '1 Jan 1995 a'],
        ],
        declarations: { entries: { [`Atlantis${mark(1)}`]: 'Atlantis does not consider itself bound by article 9.' } },
        notes: {
          1: 'On 28 January 1997, the Government of Yugoslavia informed the Secretary-General that it had decided to withdraw the reservation made by the former Yugoslavia upon ratification.<br>Further, on 3 June 1997, the Secretary-General received from the Government of Utopia a communication, identical in essence, as the one made by Atlantis.',
        },
      }),
      findState,
    )
    expect(acts.slice(3)).toMatchObject([{ act: { state: 'UTO', kind: 'communication' }, answers: [] }])
  })

  test('on objections stands at the names of those who object too, and none of them is objected to', () => {
    const { acts } = actsOfPage(
      page({
        rows: [
          ['Atlantis', '', '12 May 2004 a'],
          ['Utopia', '', '1 Jan 1999 a'],
        ],
        declarations: {
          entries: { [`Atlantis${mark(1)}`]: 'Reservation:<br>It reserves.', Utopia: 'Reservation:<br>It reserves.' },
        },
        objections: { entries: { [`Utopia${mark(1)}`]: '' } },
        notes: {
          1: 'The Secretary-General received the following objections on the dates indicated hereinafter:<br>Utopia (27 July 2007):<br>It objects.',
        },
      }),
      findState,
    )
    const [objection] = acts.filter(({ act }) => act.kind === 'objection')
    expect(objection?.act.state).toBe('UTO')
    expect(objection?.answers.map(({ state }) => state)).toEqual(['ATL'])
  })

  test('of what is said to a declaration that stands above in the note answers none of the sections', () => {
    const { acts } = actsOfPage(
      page({
        rows: [
          ['Atlantis', '', '12 May 1976 a'],
          ['Utopia', '', '8 Aug 1986 a'],
        ],
        declarations: { entries: { [`Atlantis${mark(1)}`]: 'Declaration:<br>It declares.' } },
        notes: {
          1: 'Upon accession, the Government of Utopia made the following declaration with regard to the above-mentioned declaration made by Atlantis:<br>Utopia rejects the extension.',
        },
      }),
      findState,
    )
    expect(acts.slice(3)).toMatchObject([{ act: { state: 'UTO', kind: 'communication' }, answers: [] }])
  })

  test('lists those who communicated, each under its day', () => {
    const text =
      'With regard to the reservation made by Atlantis upon accession, the Secretary-General received communications from the following States on the dates indicated hereinafter:<br>Utopia (8 April 2005):<br>The Government of Utopia has examined it.<br>Kingdom of Ruritania (9 April 2005):<br>It objects.'
    expect(cellsOf(noted(text))).toEqual(['UTO communication 2005-04-08', 'RUR communication 2005-04-09'])
  })

  test('reads nothing into what another state is quoted with', () => {
    const text =
      'On 9 January 2020, the Secretary-General received a communication from the Government of Utopia:<br>"On 1 January 2019, the Government of Atlantis deposited with the Secretary-General a notification of withdrawal, which we regret and which we hold to be without effect."'
    expect(cellsOf(noted(text))).toEqual(['UTO communication 2020-01-09'])
  })

  test('that only refers to history does not bear on membership', () => {
    const text =
      'See note 1 under "Atlantis" in the "Historical Information" section in the front matter of this volume.'
    expect(noted(text)).toMatchObject({ acts: [], refused: [], reading: 'historical information' })
  })

  test('of a state that is no more is no act of a present one', () => {
    const text = 'Czechoslovakia had signed and ratified the Convention on 1 May 1986 and 2 July 1988, respectively.'
    expect(noted(text)).toMatchObject({ acts: [], reading: 'an act of a state that is no more' })
  })

  test('that no rule reads is refused, with its first words', () => {
    const { refused, reading } = noted('The seal of the instrument was broken.')
    expect(reading).toBe('refused')
    expect(refused).toMatchObject([
      { place: 'end note 1', participant: 'Atlantis', words: expect.stringContaining('seal') },
    ])
  })

  test('that speaks of leaving in words no rule reads is refused, whatever else it tells', () => {
    const text =
      'On 30 March 2016, the Government of Atlantis made a communication. The notification of withdrawal came late in spring.'
    expect(noted(text).reading).toBe('refused')
  })
})

test('brackets without a note on how the participant left are refused', () => {
  const { refused } = actsOfPage(page({ rows: [['Atlantis', '', '[12 May 2004 a]']] }), findState)
  expect(refused).toMatchObject([{ participant: 'Atlantis', why: expect.stringContaining('brackets') }])
})

describe('what contests or restates the reach of a treaty', () => {
  const received = 'On 3 October 2005, the Secretary-General received from the Government of Utopia the following'
  test.each([
    ['rejects', 'The Government of Utopia rejects the extension of the application of the Convention to Gibraltar.'],
    ['objects', 'Utopia makes a formal objection and objects to the territorial extension to the Falkland Islands.'],
    ['reiterates', 'Utopia wishes to reiterate its note, on the extension of the Convention to the Falkland Islands.'],
    [
      'refers',
      '[Utopia] wishes to refer to the report on overseas territories.<br>It speaks of the alleged extension.',
    ],
    ['has no doubt', '“Utopia has no doubt about its right to extend the said Convention to these Territories.”'],
    [
      'has the honour to refer',
      '“I have the honour to refer to the extension of the Convention to the Falkland Islands.',
    ],
    ['is entitled', 'Utopia is fully entitled to extend the Convention to the Falkland Islands.'],
    ['reaffirms', 'Utopia reaffirms its sovereignty over Gibraltar, to which the Convention was extended.'],
  ])('is a communication of who sent it: %s', (_, words) => {
    expect(cellsOf(noted(`${received} communication:<br>${words}`))).toEqual(['UTO communication 2005-10-03'])
    expect(cellsOf(noted(`${received} declaration:<br>${words}`))).toEqual(['UTO communication 2005-10-03'])
  })

  test('is a communication where the participant sends it with its own consent', () => {
    const text =
      'With the following :<br>Atlantis wishes to reiterate its notes, by which it rejected the extension of the Convention to Gibraltar.'
    expect(cellsOf(noted(text))).toEqual(['ATL communication 2004-05-12'])
  })

  test('is a communication where it says what an extension shall not affect', () => {
    const text =
      'On 3 December 2005, the Government of Atlantis notified the Secretary-General that:<br>1. The application of the Convention to Macao shall not affect the status of Macao.'
    expect(cellsOf(noted(text))).toEqual(['ATL communication 2005-12-03'])
  })

  test('does not hide an extension told after it, with the reservations that it is subject to', () => {
    const text = `${received} communication:<br>“Utopia rejects the statement and has no doubt as to its right to extend treaties to those Territories.”<br>Further, on 14 October 2006, the Secretary-General received from the Government of Utopia a communication stating that it had decided to apply the Convention to Hong Kong, subject to the following reservations and declarations:<br>"General: none."`
    expect(cellsOf(noted(text))).toEqual(['UTO communication 2005-10-03', 'UTO territorial_application 2006-10-14'])
  })

  test('is not the sovereignty of the territories that a ratification names', () => {
    const text =
      'In its instrument of ratification, the Government of Atlantis specified that the ratification also applied to the territories under its territorial sovereignty.'
    expect(cellsOf(noted(text, '12 May 2004'))).toEqual(['ATL territorial_application 2004-05-12'])
  })
})
