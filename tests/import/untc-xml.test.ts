import { describe, expect, test } from 'vitest'
import { actsOfPage } from '../../src/import/page-acts.ts'
import { readUntcXml } from '../../src/import/untc-xml.ts'
import { findState, mark, page } from './pages.ts'

const notice =
  'On 27 June 2025, the Government of Atlantis deposited with the Secretary-General a notification of withdrawal. The withdrawal took effect for Atlantis on 27 December 2025.'

const xml = (more = '') => `<?xml version="1.0" encoding="utf-8"?>
<root><Chapter><Name>CHAPTER XXVI</Name></Chapter><Treaty>
  <Header><ExternalData>
    <Titlesect>99. Convention on Fixtures</Titlesect><Conclusion>Geneva, 1 May 2000&lt;superscript&gt;1&lt;/superscript&gt;</Conclusion>
    <EIF><Labeltext>1 March 2001, in accordance with article 9.</Labeltext></EIF>
    <Registration><Labeltext>1 March 2001, No. 1.</Labeltext></Registration>
    <Status><Signatories>0</Signatories><Parties>1</Parties></Status>
    <TreatyText><Text>United Nations, &lt;i&gt;Treaty Series&lt;/i&gt;, vol. 1, p. 2.</Text></TreatyText>
  </ExternalData></Header>
  <Participants><Table><TGroup>
    <Thead><Row><Entry>Participant</Entry><Entry>Signature</Entry><Entry>Ratification, Accession(a)</Entry></Row></Thead>
    <Tbody><Rows>
      <Row><Entry>Atlantis&lt;superscript&gt;1&lt;/superscript&gt;</Entry><Entry>[ 3 Dec\t 1997]</Entry><Entry>[30 Jun\t 2000]</Entry></Row>
      <Row><Entry>Erewhon</Entry><Entry></Entry><Entry>11 Sep\t 2002 a</Entry></Row>
    </Rows></Tbody></TGroup></Table></Participants>
  ${more}
  <EndNotes><EndNote><Index>1</Index><Text>${notice}</Text></EndNote></EndNotes>
</Treaty></root>`

const given = { untc: 'XXVI-99', asAt: '2026-02-03' }
const actsOf = (read: ReturnType<typeof page>) =>
  actsOfPage(read, findState).acts.map(({ act: { state, kind, date, effective } }) => ({
    state,
    kind,
    date,
    effective,
  }))

describe("the site's XML of a page", () => {
  test('tells the same acts as its HTML', () => {
    const same = page({
      rows: [
        [`Atlantis${mark(1)}`, '[ 3 Dec 1997 ]', '[30 Jun 2000 ]'],
        ['Erewhon', '', '11 Sep 2002 a'],
      ],
      notes: { 1: notice },
    })
    expect(actsOf(readUntcXml(xml(), given))).toEqual(actsOf(same))
  })

  test('gives the header, without the marks of its notes', () => {
    expect(readUntcXml(xml(), given)).toMatchObject({
      ...given,
      title: 'Convention on Fixtures',
      conclusion: 'Geneva, 1 May 2000',
      signatories: 0,
      parties: 1,
      columns: ['Signature', 'Ratification, Accession(a)'],
    })
  })

  test('tells declarations, with the day at the right margin', () => {
    const declaration =
      '<Declarations><Title>Declarations</Title><Declaration><Participant>Erewhon</Participant><Text>&lt;right&gt;5 March 2010&lt;/right&gt;&lt;i&gt;Declaration:&lt;/i&gt;&lt;br/&gt;It declares.</Text></Declaration></Declarations>'
    expect(actsOf(readUntcXml(xml(declaration), given))).toContainEqual({
      state: 'ERE',
      kind: 'declaration',
      date: '2010-03-05',
      effective: '',
    })
  })

  test('is refused where declarations name nobody, instead of being passed over', () => {
    expect(() => readUntcXml(xml('<Declarations>Erewhon declares.</Declarations>'), given)).toThrow(
      'names no participants',
    )
  })

  test('is refused without a table of participants', () => {
    expect(() => readUntcXml('<?xml version="1.0"?><root><Treaty/></root>', given)).toThrow('no table of participants')
  })
})
