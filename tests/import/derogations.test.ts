import { describe, expect, test } from 'vitest'
import { actsOfPage } from '../../src/import/page-acts.ts'
import { findState, page } from './pages.ts'

const heading =
  'Notifications under Article 4 (3) of the Covenant (Derogations) (The date on the right hand, above the notification, is the date of receipt.)'
const words = (text: string) => `&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;${text}<br></n></i></p>`

/** What a page shows of the notifications of one state that is a party since 9 October 2001. */
function notified(text: string) {
  const rows: [string, ...string[]][] = [['Atlantis', '3 Dec 1997', '9 Oct 2001']]
  const { acts, refused } = actsOfPage(
    page({ rows, notifications: { heading, entries: { Atlantis: text } } }),
    findState,
  )
  return { acts: acts.map(({ act }) => act).filter(({ place }) => place === 'notifications'), refused }
}

describe('a notification without a day at the margin', () => {
  test('that points to others received between two days lies between these, and says that they are not listed', () => {
    const { acts } = notified(
      words(
        '[For notifications received by the Secretary-General between 22 March 2003 and 12 December 2006, see note 1.]',
      ),
    )
    expect(acts).toMatchObject([
      {
        kind: 'derogation',
        date: '2003-03-22/2006-12-12',
        words: 'received by the Secretary-General between 22 March 2003 and 12 December 2006',
        note: expect.stringContaining('does not list'),
      },
    ])
  })

  test('was received between its own day and that on which the depositary told of it, which is inferred', () => {
    const { acts } = notified(
      words('The Secretary-General received a notification dated 30 March 2020, made under article 4 (3).') +
        words('(See C.N.127.2020.TREATIES-IV.4 of 8 April 2020 for the text of the notification.)'),
    )
    expect(acts).toMatchObject([
      {
        kind: 'derogation',
        date: '2020-03-30/2020-04-08',
        notified: '2020-04-08',
        words: 'notification dated 30 March 2020',
        note: expect.stringMatching(/^Inferred: .*\.$/),
      },
    ])
  })

  test('nor any words on when it was received is refused, not dated by the consent to be bound', () => {
    const { acts, refused } = notified(words('Atlantis derogates from article 9.'))
    expect(acts).toEqual([])
    expect(refused).toMatchObject([{ participant: 'Atlantis', why: expect.stringContaining('no day is printed') }])
  })
})

describe('a notification that ends a derogation', () => {
  const margin = '<p align=right>5 March 2010</p>'
  const of = (text: string) => notified(margin + words(text)).acts

  test.each([
    ['Termination of the state of siege as from 27 June 2009.', 'Termination of the state of siege as from'],
    ['Termination, as from 1 June 2009, of the state of emergency.', 'Termination … of the state of emergency.'],
    ['Termination of derogation from article 21.', 'Termination of derogation from article 21.'],
    ['... by Ordinance No. 1, Atlantis has lifted the state of emergency.', 'lifted the state of emergency.'],
    ['The state of emergency declared by Decree No. 3 has been lifted.', 'state of emergency … has been lifted.'],
    [
      'Decree No. 3, which established a state of emergency in two provinces, has been declared null and void.',
      'state of emergency … declared null and void',
    ],
    [
      'A notification dated 4 March 2010, notifying that it withdraws its derogation from Article 21 of the Covenant.',
      'withdraws its derogation from Article 21 of the',
    ],
    [
      'A notification concerning the end of the state of emergency, which was extended by Decision 4.',
      'end of the state of emergency, which was',
    ],
    ['Restoration, as from 1 March, of the guarantees of article 9.', 'Restoration … of the guarantees of article 9.'],
  ])('is a termination by words that say so: %s', (text, said) => {
    expect(of(text)).toMatchObject([
      { kind: 'derogation_termination', date: '2010-03-05', words: `5 March 2010 … ${said}` },
    ])
  })

  test.each([
    'Lifting of the state of emergency in the north and proclamation of a state of emergency in the south.',
    'Notification of extensions and termination of the state of emergency.',
    'A state of siege has been proclaimed. The said state of siege was terminated on 29 September 2009.',
    'A notification regarding the end of the state of emergency in the north and the declaration of one in the south.',
    'The state of emergency may be lifted ahead of schedule.',
    'It will inform of measures aimed at the termination of the state of emergency.',
    'Lifting of the state of emergency by Decree No. 3 and extension of some of the measures.',
  ])('stays a derogation where it also begins or prolongs one, or only speaks of an end: %s', (text) => {
    expect(of(text)).toMatchObject([{ kind: 'derogation' }])
  })

  test('is noted to be in part where the page says what is left', () => {
    const [act] = of(
      'Lifting of the state of emergency, except with regard to the Northern Provinces and certain areas.',
    )
    expect(act).toMatchObject({
      kind: 'derogation_termination',
      note: 'In part: the page says "except with regard to the Northern Provinces".',
    })
  })

  test('is an act beside the derogation of the same day', () => {
    const { acts } = notified(
      `${margin}${words('Derogation from article 9.')}${margin}${words('The state of emergency ended on 4 March 2010.')}`,
    )
    expect(acts.map(({ kind, date }) => `${kind} ${date}`)).toEqual([
      'derogation 2010-03-05',
      'derogation_termination 2010-03-05',
    ])
  })
})
