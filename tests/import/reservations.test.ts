import { describe, expect, test } from 'vitest'
import { actsOfPage } from '../../src/import/page-acts.ts'
import { findState, mark, page, type Shown } from './pages.ts'

const rows: NonNullable<Shown['rows']> = [
  ['Atlantis', '3 Dec 1997', '9 Oct 2001'],
  ['Erewhon', '', '1 Jan 1999 a'],
  ['Utopia', '4 Dec 1997', ''],
]
const heading = (text: string) => `<p align=left><i>${text}<br></n></i></p>`
const words = (text: string) => `&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;${text}<br></n></i></p>`
const margin = (day: string) => `<p align=right>${day}</p>`

/** What the sections of a page add to its table. */
function declared(shown: Shown) {
  const { acts, refused } = actsOfPage(page({ rows, ...shown }), findState)
  const added = acts.filter(({ act }) => !act.place.startsWith('table'))
  return { acts: added, refused, cells: added.map(({ act }) => `${act.state} ${act.kind} ${act.date}`) }
}

const inDeclarations = (participant: string, text: string) =>
  declared({ declarations: { entries: { [participant]: text } } })

describe('a reservation or declaration', () => {
  test('without a day is of the day of the consent', () => {
    const { acts } = inDeclarations(
      'Atlantis',
      heading('Reservation:') + words('"Atlantis is not bound by article 3."'),
    )
    expect(acts.map(({ act }) => act)).toMatchObject([
      { state: 'ATL', kind: 'reservation', date: '2001-10-09', words: 'Reservation:', place: 'declarations' },
    ])
  })

  test('made upon signature and confirmed upon ratification is of the day of the signature', () => {
    const text = heading('Declaration made upon signature and confirmed upon ratification:') + words('It understands.')
    expect(inDeclarations('Atlantis', text).cells).toEqual(['ATL declaration 1997-12-03'])
  })

  test('takes the occasion from the heading before its own', () => {
    const text =
      heading('Upon signature:') +
      heading('Declaration:') +
      words('It subscribes.') +
      heading('Upon ratification:') +
      heading('Reservation:') +
      words('It reserves.')
    expect(inDeclarations('Atlantis', text).cells).toEqual(['ATL declaration 1997-12-03', 'ATL reservation 2001-10-09'])
  })

  test('with a day at the margin is of that day', () => {
    const text = margin('5 March 2010') + heading('Declaration:') + words('It declares.')
    expect(inDeclarations('Atlantis', text).cells).toEqual(['ATL declaration 2010-03-05'])
  })

  test('whose month is misspelt is read, and the row says what is printed', () => {
    const text = margin('1 Decmeber 2010') + heading('Declaration:') + words('It declares.')
    expect(inDeclarations('Atlantis', text).acts[0]?.act).toMatchObject({
      date: '2010-12-01',
      note: 'The page prints "1 Decmeber 2010".',
    })
  })

  test('of a participant that only signed is of the day of its signature', () => {
    expect(inDeclarations('Utopia', heading('Declaration:') + words('It declares.')).cells).toEqual([
      'UTO declaration 1997-12-04',
    ])
  })

  test('"upon signature" of one that never signed is of its consent, and the row says so', () => {
    const { acts } = inDeclarations('Erewhon', heading('Declaration made upon signature:') + words('It declares.'))
    expect(acts[0]?.act).toMatchObject({ date: '1999-01-01', note: expect.stringContaining('lists no such act') })
  })

  test('without a heading is what its words make it, and the row says so', () => {
    const reserving = inDeclarations('Atlantis', words('Atlantis does not consider itself bound by article 9.'))
    expect(reserving.acts[0]?.act).toMatchObject({
      kind: 'reservation',
      note: expect.stringContaining('does not name its kind'),
    })
    expect(inDeclarations('Atlantis', words('Atlantis welcomes article 9.')).cells).toEqual([
      'ATL declaration 2001-10-09',
    ])
  })

  test.each([
    ['Atlantis does not consider as binding upon itself the provisions of article 2.', 'reservation'],
    ['Atlantis does not accept the competence of the Committee in such a case.', 'reservation'],
    ['Atlantis cannot, for the time being, undertake to comply entirely with article 7.', 'reservation'],
    ['Article 12 will be applied provided that it will not affect the Act of 3 April 1919.', 'reservation'],
    [
      'Atlantis reserves the right to formulate, upon ratifying, any reservations it may deem necessary.',
      'declaration',
    ],
    ['It is its intention to make certain reservations upon ratification.', 'declaration'],
    ['Atlantis will make such reservations as it may deem appropriate.', 'declaration'],
  ])('is by its words, "%s", a %s', (said, kind) => {
    expect(inDeclarations('Atlantis', words(said)).cells).toEqual([`ATL ${kind} 2001-10-09`])
  })

  test('and a reservation under one upright heading are two acts, and named', () => {
    const { acts } = inDeclarations('Atlantis', words('Reservation and declarations :') + words('I. It may.'))
    expect(acts.map(({ act }) => [act.kind, act.note])).toEqual([
      ['reservation', ''],
      ['declaration', ''],
    ])
  })

  test.each([
    ['"Reservations" alone on a line', words('Reservations')],
    ["the sentence that announces a parliament's", words('I. The consent is subject to the following reservations:')],
  ])('stands below its own upright heading, %s', (_, upright) => {
    const text = heading('Interpretative declaration :') + words('It interprets.') + upright + words('1. It may.')
    expect(inDeclarations('Atlantis', text).cells).toEqual(['ATL declaration 2001-10-09', 'ATL reservation 2001-10-09'])
  })

  test('stands behind its heading on one line', () => {
    const text =
      heading('Reservations:') + words('It reserves.') + words('Declaration :In relation to article 11, it may.')
    expect(inDeclarations('Atlantis', text).cells).toEqual(['ATL reservation 2001-10-09', 'ATL declaration 2001-10-09'])
  })

  test('without a heading, and what it reserves further down, are two acts', () => {
    const text =
      words('It interprets article 1.') + words('So too 2.') + words('And 3.') + words('It reserves article 4.')
    expect(inDeclarations('Atlantis', text).cells).toEqual(['ATL declaration 2001-10-09', 'ATL reservation 2001-10-09'])
  })

  test('that the page refers to another chapter for is a declaration, and the row says that its words do not tell', () => {
    const { acts } = inDeclarations('Atlantis', words('[See chapter IV.3.]'))
    expect(acts[0]?.act).toMatchObject({ kind: 'declaration', note: expect.stringContaining('another chapter') })
  })

  test('whose withdrawal the depositary tells among the words of the participant is withdrawn on that day', () => {
    const text =
      heading('Reservation:') +
      words('It reserves.') +
      '<p>On 7 July 2014, the Government of Atlantis informed the Secretary-General that it withdraws its reservation.</p>'
    expect(inDeclarations('Atlantis', text).cells).toEqual([
      'ATL reservation_withdrawal 2014-07-07',
      'ATL reservation 2001-10-09',
    ])
  })

  test('that the treaty will be applied provisionally is such an application too', () => {
    const text = heading('Declaration:') + words('Atlantis declares that it will apply provisionally article 1.')
    expect(inDeclarations('Atlantis', text).cells).toEqual([
      'ATL provisional_application 2001-10-09',
      'ATL declaration 2001-10-09',
    ])
  })

  test('keeps none of its text', () => {
    const { acts } = inDeclarations('Atlantis', heading('Reservation:') + words('A secret.'))
    expect(JSON.stringify(acts)).not.toContain('secret')
  })

  test('of an unknown participant is refused', () => {
    expect(inDeclarations('Lilliput', words('It declares.')).refused).toMatchObject([
      { place: 'declarations', participant: 'Lilliput', why: 'no state has this name' },
    ])
  })
})

test('an objection answers the reservation that its heading names, by whom and upon which act', () => {
  const { acts } = declared({
    declarations: {
      entries: {
        Atlantis:
          heading('Upon signature:') +
          heading('Reservation:') +
          words('x.') +
          heading('Reservation made upon ratification:') +
          words('y.'),
      },
    },
    objections: {
      entries: {
        Erewhon:
          margin('8 June 2002') +
          heading('With regard to the reservation made by Atlantis upon ratification:') +
          words('It objects.'),
      },
    },
  })
  const objection = acts.find(({ act }) => act.kind === 'objection')
  expect(objection?.act).toMatchObject({ state: 'ERE', date: '2002-06-08', place: 'objections' })
  expect(objection?.answers.map(({ state, kind, date }) => [state, kind, date])).toEqual([
    ['ATL', 'reservation', '2001-10-09'],
  ])
})

/** The objections of Erewhon, told by its entry, to what Atlantis reserved in 1997 and 2001 and the others at their consents. */
function objected(text: string) {
  const upon = (occasion: string) => heading(`Reservation made upon ${occasion}:`) + words('x.')
  const { acts } = actsOfPage(
    page({
      rows: [
        ...rows.slice(0, 2),
        ['Ruritania (Kingdom of)', '1 Feb 1998', '2 Feb 1999'],
        ['Utopia', '', '3 Mar 2000 a'],
      ],
      declarations: {
        entries: {
          Atlantis: upon('signature') + upon('ratification') + margin('5 March 2009') + upon('acceptance'),
          'Ruritania (Kingdom of)': upon('signature'),
          Utopia: heading('Reservation:') + words('y.'),
        },
      },
      objections: { entries: { Erewhon: text } },
    }),
    findState,
  )
  return acts
    .filter(({ act }) => act.kind === 'objection')
    .map(({ act, answers }) => [act.date, ...answers.map(({ state, date }) => `${state} ${date}`)].join(', '))
}

describe('the objections of an entry', () => {
  test('are not told apart by a heading of what they quote', () => {
    const text = margin('8 June 2002') + words('Reservation') + words('It objects.')
    expect(objected(text)).toEqual(['2002-06-08'])
  })

  const toAtlantis = (occasion: string) => `With regard to the reservation made by Atlantis upon ${occasion}:`

  test('are of the day that stands behind their heading', () => {
    const text =
      margin('8 June 2002') +
      heading(toAtlantis('signature')) +
      words('It objects.') +
      heading(toAtlantis('ratification')) +
      margin('4 February 2016') +
      words('It objects.')
    expect(objected(text)).toEqual(['2002-06-08, ATL 1997-12-03', '2016-02-04, ATL 2001-10-09'])
  })

  test('are of a day that is set upright, alone on its line', () => {
    const text =
      margin('8 June 2002') +
      heading(toAtlantis('signature')) +
      words('It objects.') +
      '<p>25 May 2016</p>' +
      heading(toAtlantis('ratification')) +
      words('It objects.')
    expect(objected(text)).toEqual(['2002-06-08, ATL 1997-12-03', '2016-05-25, ATL 2001-10-09'])
  })

  test('are told apart by a heading that is set upright', () => {
    const text =
      margin('8 June 2002') +
      words(toAtlantis('signature')) +
      words('It objects.') +
      words(toAtlantis('ratification')) +
      words('[Same objection.]')
    expect(objected(text)).toEqual(['2002-06-08, ATL 1997-12-03', '2002-06-08, ATL 2001-10-09'])
  })

  test.each([
    [
      '- 14 June 2003: with regard to the reservation made by',
      '- 6 November 2004 with regard to the reservations made by',
    ],
    ['i) 14 June 2003: In respect of the reservation by', 'ii)6 November 2004: In respect of reservations made by'],
  ])('of the same nature are each of the day in their list: %s', (one, other) => {
    const text =
      margin('8 June 2002') +
      heading(toAtlantis('signature')) +
      words('It objects.') +
      heading('Subsequently, objections of the same nature were made to reservations of the following States:') +
      words(`${one} Utopia* upon accession;`) +
      words(`${other} the Kingdom of Ruritania upon signature.`)
    expect(objected(text)).toEqual([
      '2002-06-08, ATL 1997-12-03',
      '2003-06-14, UTO 2000-03-03',
      '2004-11-06, RUR 1998-02-01',
    ])
  })

  test('answer what each of the states named did on the occasion named behind it', () => {
    const text =
      margin('8 June 2002') +
      heading(
        'With regard to the reservations made by Atlantis upon ratification and Utopia upon accession, by the Kingdom of Ruritania upon signature:',
      ) +
      words('It objects.')
    expect(objected(text)).toEqual(['2002-06-08, ATL 2001-10-09, UTO 2000-03-03, RUR 1998-02-01'])
  })

  test('answer the last reservation made by their day, where the occasion named is none of the list', () => {
    const text =
      margin('4 February 2010') +
      heading('With regard to the reservation made by Atlantis upon consenting to be bound by Protocol III:') +
      words('Erewhon notes the reservation made by Atlantis upon its consent to be bound by Protocol III.')
    expect(objected(text)).toEqual(['2010-02-04, ATL 2009-03-05'])
  })
})

test('a reservation of which only the withdrawal is left is recorded with it', () => {
  const { acts } = declared({
    declarations: { entries: { "Atlantis <SUP><A href='#1'>1</A></SUP>": '' } },
    notes: {
      1: 'On 30 August 2000, the Government of Atlantis notified the Secretary-General that it had decided to withdraw the reservation made upon signature. For the text of the reservation, see United Nations, Treaty Series, vol. 1249, p. 121.',
    },
  })
  expect(acts.map(({ act, answers }) => [act.kind, act.date, act.reference, answers.length])).toEqual([
    ['reservation_withdrawal', '2000-08-30', 'UNTS vol. 1249, p. 121', 1],
    ['reservation', '1997-12-03', '', 0],
  ])
})

test('what follows the dots in the place of a reservation that is gone tells what is left', () => {
  const { acts } = inDeclarations('Atlantis', words('.....') + heading('Article 15') + words('It is not bound by it.'))
  expect(acts.map(({ act }) => [act.kind, act.words])).toEqual([['reservation', 'Article 15']])
})

test('a reservation whose words are gone from the page is not told by the dots in their place', () => {
  expect(inDeclarations('Atlantis', words('"....."')).cells).toEqual([])
})

test('a withdrawal names the occasion of what is withdrawn also as its time', () => {
  const text =
    heading('Upon ratification:') +
    words('[Atlantis] confirms that the reservations made at the time of signature have been completely withdrawn.')
  expect(inDeclarations('Atlantis', text).cells).toEqual([
    'ATL reservation_withdrawal 2001-10-09',
    'ATL reservation 1997-12-03',
  ])
})

test('a reservation lodged after the consent is of the day that its end note gives, and not accepted where it says so', () => {
  const { acts } = declared({
    declarations: { entries: { [`Atlantis${mark(1)}`]: heading('Reservation:') + words('It reserves.') } },
    notes: {
      1: 'The reservation was lodged with the Secretary-General on 4 December 2006 by Atlantis, following its ratification.<br>In view of the below objections, the Secretary-General did not accept the reservation made by Atlantis in deposit. The Secretary-General received the following objections on the dates indicated hereinafter:<br>Erewhon (27 July 2007):<br>It objects.',
    },
  })
  expect(acts.map(({ act, answers }) => [act.kind, act.date, act.note, answers.length])).toEqual([
    [
      'reservation',
      '2006-12-04',
      'The page says: "the Secretary-General did not accept the reservation made by Atlantis in deposit".',
      0,
    ],
    ['objection', '2007-07-27', '', 1],
  ])
})

describe('a withdrawal that names articles', () => {
  const withdrawing = (article: number, day: string) =>
    `On ${day}, the Government of Atlantis notified the Secretary-General that it had decided to withdraw the reservation to article ${article} made upon ratification.`
  const withdrawn = (shown: string, notes: string) =>
    declared({ declarations: { entries: { [`Atlantis${mark(1)}`]: shown } }, notes: { 1: notes } })
      .acts.filter(({ act }) => act.kind === 'reservation_withdrawal')
      .map(({ act }) => act.note)

  test('is in part where the page still shows a reservation of that day', () => {
    const rest = heading('Reservation:') + words('Article 3: it reserves.')
    expect(withdrawn(rest, withdrawing(2, '8 March 2009'))).toEqual([
      'In part: the page still shows a reservation of that day.',
    ])
  })

  test('is in part where more was withdrawn later', () => {
    expect(withdrawn('', `${withdrawing(2, '8 March 2009')}<br>${withdrawing(3, '8 March 2010')}`)).toEqual([
      'In part: more of it was withdrawn later.',
      '',
    ])
  })

  const confirmed = 'made upon signature and confirmed upon ratification'

  test('is in part where what was withdrawn later was made upon signature and confirmed at the consent it names', () => {
    const later = `Subsequently, on 1 October 2010, the Government of Atlantis notified the Secretary-General that it had decided to withdraw the following reservation with regard to article 20 ${confirmed}.`
    const { acts } = declared({
      declarations: { entries: { [`Atlantis${mark(1)}`]: '' } },
      notes: { 1: `${withdrawing(30, '8 March 2009')}<br>${later}` },
    })
    const withdrawals = acts.filter(({ act }) => act.kind === 'reservation_withdrawal')
    expect(withdrawals.map(({ act, answers }) => [act.note, answers.map(({ date }) => date).sort()])).toEqual([
      ['In part: more of it was withdrawn later.', ['2001-10-09']],
      ['', ['1997-12-03', '2001-10-09']],
    ])
  })

  test('is in part where the page still shows a reservation that was confirmed on that day', () => {
    const rest = heading(`Reservation ${confirmed}:`) + words('Article 3: it reserves.')
    expect(withdrawn(rest, withdrawing(2, '8 March 2009'))).toEqual([
      'In part: the page still shows a reservation of that day.',
    ])
  })

  test('is in part where the page still shows, as a declaration confirmed on that day, by what it is not bound', () => {
    const rest = heading(`Declaration ${confirmed}:`) + words('It does not consider itself bound by article 9.')
    expect(withdrawn(rest, withdrawing(15, '5 May 2009'))).toEqual([
      'In part: the page still shows, as a declaration, what was reserved on that day.',
    ])
  })

  test('is whole where all that a declaration of that day still reserves is what the end note quotes', () => {
    const rest = heading(`Declaration ${confirmed}:`) + words('It does not consider itself bound by article 15.')
    const quoting = `${withdrawing(15, '5 May 2009')} The text reads as follows:<br>"It does not consider itself bound by article 15."`
    expect(withdrawn(rest, quoting)).toEqual([''])
  })

  test('is whole where the page still shows a declaration of that day that reserves nothing', () => {
    const rest = heading(`Declaration ${confirmed}:`) + words('It understands article 9 as follows.')
    expect(withdrawn(rest, withdrawing(15, '5 May 2009'))).toEqual([''])
  })

  test('is in part where the page still shows more, though the words that are kept name no article', () => {
    const note =
      'In communications received on 29 March 2005 and 26 July 2010, the Government of Atlantis notified the Secretary-General of its decision to withdraw the reservations made upon ratification with respect to articles 13 and 9, respectively.'
    const rest = heading('Reservations:') + words('Article 3: it reserves.')
    const inPart = 'In part: the page still shows a reservation of that day.'
    expect(withdrawn(rest, note)).toEqual([inPart, inPart])
  })
})

describe('a withdrawal that names no article', () => {
  const withdrawn = (what: string, shown: string, behind = '') => {
    const note = `On 8 March 2009, the Government of Atlantis notified the Secretary-General that it had decided to ${what}${behind}`
    return declared({ declarations: { entries: { [`Atlantis${mark(1)}`]: shown } }, notes: { 1: note } })
      .acts.filter(({ act }) => act.kind === 'reservation_withdrawal')
      .map(({ act }) => act.note)
  }
  const following = 'withdraw the following reservation made upon ratification:'
  const rest = heading('Reservations:') + words('...') + words('2. It reserves the right to fish.')
  const inPart = ['In part: the page still shows a reservation of that day.']

  test('is in part where the page still shows another than it quotes', () => {
    expect(withdrawn(following, rest, '<br>1. It reserves the right to hunt.')).toEqual(inPart)
  })

  test('is whole where the page still shows what it quotes', () => {
    expect(withdrawn(following, rest, '<br>"2. It reserves the right to fi sh."')).toEqual([''])
  })

  test('is whole where the page leaves dots only', () => {
    expect(withdrawn(following, heading('Reservations:') + words('"[.....]"'))).toEqual([''])
  })

  test('is whole where the depositary tells of the reservation without a word on what of it', () => {
    expect(withdrawn('withdraw its reservation made upon ratification.', rest)).toEqual([''])
  })

  test.each([
    ['withdraw its reservation in respect only of the isle of Thule.', 'in respect only of the isle of Thule'],
    ['withdraw only those reservations made upon ratification.', 'withdraw only those reservations'],
  ])('is in part where the depositary says that it is of that only: %s', (what, said) => {
    expect(withdrawn(what, '')).toEqual([`In part: "${said}".`])
  })

  test('says that the page shows what was made with it and may be of its kind', () => {
    const note = ['The page still shows what was made with it, and does not name its kind.']
    expect(withdrawn(following, words('.....') + heading('Article 15') + words('It deems it to apply.'))).toEqual(note)
  })
})

test('an end note that names the kind of what its section shows without one tells of it', () => {
  const { acts } = declared({
    declarations: {
      entries: { [`Atlantis${mark(1)}`]: heading('Upon ratification:') + words('It reserves the right.') },
    },
    notes: { 1: 'Upon ratification, the Government of Atlantis made the following reservations:<br>"It reserves."' },
  })
  expect(acts.map(({ act }) => [act.kind, act.date, act.words, act.place, act.note])).toEqual([
    ['reservation', '2001-10-09', 'made the following reservations', 'end note 1', ''],
  ])
})

test('a withdrawal of a reservation takes back no declaration', () => {
  const { acts } = declared({
    declarations: { entries: { [`Atlantis${mark(1)}`]: heading('Declaration:') + words('It declares.') } },
    notes: {
      1: 'On 8 March 2009, the Government of Atlantis notified the Secretary-General that it had decided to withdraw the reservation relating to article 22.',
    },
  })
  const [withdrawal] = acts.filter(({ act }) => act.kind === 'reservation_withdrawal')
  expect(withdrawal?.answers).toEqual([])
  expect(withdrawal?.act.note).toContain('no longer shows')
})

test('the end note that repeats a withdrawal stands where it alone says when the reservation was made', () => {
  const { cells } = declared({
    declarations: {
      entries: {
        "Atlantis <SUP><A href='#1'>1</A></SUP>":
          margin('29 April 2009') + words('We declare the partial withdrawal of the general reservation.'),
      },
    },
    notes: {
      1: 'On 29 April 2009, the Government of Atlantis informed the Secretary-General that it had decided to partially withdraw the general reservation made upon signature.',
    },
  })
  expect(cells).toEqual(['ATL reservation_withdrawal 2009-04-29', 'ATL reservation 1997-12-03'])
})

test('what another says of a partial withdrawal answers the reservation, and no declaration made with it', () => {
  const shown = heading('Reservation:') + words('It reserves.') + heading('Declaration:') + words('It declares.')
  const { acts } = declared({
    declarations: { entries: { [`Atlantis${mark(1)}`]: shown } },
    notes: {
      1: 'On 6 February 2008, the Government of Atlantis notified the Secretary-General of a partial withdrawal as follows:<br>“Atlantis withdraws its reservation in respect of article 2.”<br>In this regard, on the dates indicated below, the Secretary-General received from the Government of Erewhon the following communications relating to the said partial withdrawal.<br>Erewhon (21 July 2008):<br>It is content.',
    },
  })
  const communication = acts.find(({ act }) => act.kind === 'communication')
  expect(communication?.answers.map(({ kind }) => kind)).toEqual(['reservation'])
})
