import { expect, test } from 'vitest'
import { actsOfPage } from '../../src/import/page-acts.ts'
import { findState, mark, page } from './pages.ts'

const notesOf = (text: string, cells: [string, string], participant = `Atlantis${mark(1)}`) =>
  actsOfPage(page({ rows: [[participant, ...cells]], notes: { 1: text } }), findState).acts.map(({ act }) => [
    act.kind,
    act.note,
  ])

test('who effected a signature under another name is noted at the signature alone', () => {
  expect(notesOf('The signature was effected by Democratic Kampuchea.', ['1 Feb 1980', '2 Mar 1992'])).toEqual([
    ['signature', 'The page notes: "The signature was effected by Democratic Kampuchea."'],
    ['ratification', ''],
  ])
})

test('what was signed and ratified before on behalf of another government is noted at the accession, once', () => {
  const text =
    'The Convention had previously been signed and ratified on behalf of the Republic of China on 31 March 1966 and 10 December 1970, respectively. See also note 1.'
  const { acts } = actsOfPage(
    page({ rows: [[`Atlantis${mark(1)}${mark(2)}`, '', '2 Mar 1981 a']], notes: { 1: text, 2: text } }),
    findState,
  )
  expect(acts.map(({ act }) => act.note)).toEqual([`The page notes: "${text.replace(' See also note 1.', '')}"`])
})

test('a formality of which the note stands at the declaration alone is noted there', () => {
  const { acts } = actsOfPage(
    page({
      rows: [['Atlantis', '', '9 Feb 1987 a']],
      declarations: { entries: { [`Atlantis${mark(1)}`]: 'Declaration:<br>It declares.' } },
      notes: { 1: 'The formality was effected by Democratic Yemen.' },
    }),
    findState,
  )
  expect(acts.map(({ act }) => [act.kind, act.note])).toEqual([
    ['accession', ''],
    ['declaration', 'The page notes: "The formality was effected by Democratic Yemen."'],
  ])
})

test('objections to what a state reserved that is no more answer no act of the state that followed it, and say so', () => {
  const { acts } = actsOfPage(
    page({
      rows: [
        [`Atlantis${mark(1)}`, '', '18 Oct 1972 a'],
        ['Utopia', '', '1 Jan 1970 a'],
      ],
      declarations: { entries: { Atlantis: 'Reservation:<br>It reserves.' } },
      objections: {
        entries: {
          Utopia:
            '<p align=right>1 May 1973</p><i>With regard to the reservation made by Atlantis:</i><br>It objects.' +
            '<p align=right>8 August 1989</p><i>With regard to reservations made by Atlantis concerning article 5:</i><br>It objects.',
        },
      },
      notes: {
        1: 'The Yemen Arab Republic had acceded to the Convention on 6 April 1989 with the following reservation:<br>Reservations in respect of article 5.',
      },
    }),
    findState,
  )
  const objections = acts.filter(({ act }) => act.kind === 'objection')
  expect(objections.map(({ act, answers }) => [act.date, answers.length, act.note])).toEqual([
    ['1973-05-01', 1, ''],
    [
      '1989-08-08',
      0,
      'To the reservation made by the Yemen Arab Republic, which is no state of this record; the record holds no such act.',
    ],
  ])
})

test('those who contest a signature that another effected are listed, and answer it', () => {
  const { acts } = actsOfPage(
    page({
      rows: [
        [`Atlantis${mark(1)}`, '17 Oct 1980', '26 May 1992 a'],
        ['Erewhon', '', '1 Jan 1979 a'],
        ['Utopia', '', '1 Jan 1979 a'],
      ],
      notes: {
        1: 'The signature was effected by Democratic Kampuchea. In this regard the Secretary-General received, on 5 November 1980, the following communication from the Government of Utopia:<br>"It is null and void."<br>Thereafter, similar communications were received from the Government of the following States on the dates indicated:<br>Participant: Date of receipt:<br>German Democratic Republic 11 Dec 1980<br>Erewhon 12 Dec 1980',
      },
    }),
    findState,
  )
  const contesting = acts.filter(({ act }) => act.kind === 'communication')
  expect(contesting.map(({ act, answers }) => [act.state, act.date, ...answers.map(({ kind }) => kind)])).toEqual([
    ['UTO', '1980-11-05', 'signature'],
    ['ERE', '1980-12-12', 'signature'],
  ])
})

test('objections to a signature, as a list of their days, answer it', () => {
  const { acts } = actsOfPage(
    page({
      rows: [
        [`Atlantis${mark(1)}`, '17 Oct 1980', '15 Oct 1992 a'],
        ['Utopia', '', '1 Jan 1979 a'],
      ],
      notes: {
        1: 'The Secretary-General received several objections to the signature of the above Convention by Democratic Kampuchea. Following is the list of States who have notified their objection:<br>Participant Date of receipt<br>Utopia 19 Jan 1981',
      },
    }),
    findState,
  )
  const [objection] = acts.filter(({ act }) => act.kind === 'objection')
  expect(objection).toMatchObject({ act: { state: 'UTO', date: '1981-01-19' }, answers: [{ kind: 'signature' }] })
})
