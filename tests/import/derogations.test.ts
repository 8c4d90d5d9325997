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
