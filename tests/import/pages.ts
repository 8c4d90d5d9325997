import type { StatusPage } from '../../src/import/page.ts'
import { findStateAmong } from '../../src/import/participants.ts'
import { readUntcHtml } from '../../src/import/untc-html.ts'

/** What a made-up status page shows; what is left out is as on a page where nothing else happened. */
export type Shown = {
  untc?: string
  asAt?: string
  counts?: string
  columns?: string[]
  rows?: [participant: string, ...cells: string[]][]
  notes?: Record<string, string>
  declarations?: { heading?: string; entries: Record<string, string> }
  objections?: { heading?: string; entries: Record<string, string> }
  notifications?: { heading?: string; entries: Record<string, string> }
}

const id = (name: string) => `id="ctl00_ctl00_ContentPlaceHolder1_ContentPlaceHolderInnerPage_${name}"`

/** A superscript as the site prints it behind a name. */
export const mark = (number: number) => ` <SUP><A href='#${number}' class='noteIndex'>${number}</A> </SUP>`

/** A page in the shape of the site's, with nothing of its words. */
export function html({
  untc = 'XXVI-99',
  asAt = '03-02-2026',
  counts = 'Signatories : 1. Parties : 1',
  columns = ['Signature', 'Ratification, Acceptance(A), Accession(a), Succession(d)'],
  rows = [],
  notes = {},
  declarations,
  objections,
  notifications,
}: Shown = {}): string {
  const cells = (texts: string[]) => texts.map((text) => `<td>${text || '&nbsp;'}<br></td>`).join('')
  const section = (list: string, titles: [string, string], shown: Shown['declarations'], control = 'divText') =>
    shown === undefined
      ? ''
      : `<div ${id(titles[0])}><div align=center>Title</div></div><div ${id(titles[1])}>${shown.heading ?? '(Unless otherwise indicated, the declarations and reservations were made upon ratification or accession.)'}</div>
        <table>${Object.entries(shown.entries)
          .map(
            ([participant, text], i) =>
              `<tr><td><div ${id(`${list}_ctl0${i + 2}_divParticipant`)}>${participant}</div>
               <div ${id(`${list}_ctl0${i + 2}_${control}`)}><p class='invisible'>${participant.replace(/<.*/, '')}</p>${text}</div></td></tr>`,
          )
          .join('')}</table>`
  return `<!DOCTYPE html><html><body><form action="./ViewDetails.aspx?src=TREATY&amp;mtdsg_no=${untc}&amp;chapter=26">
    <div ${id('div3')}>STATUS AS AT : ${asAt} 09:00:00 EDT</div>
    <div ${id('rptTreaty_ctl00_tcTreaty')}>99. Convention on Fixtures</div>
    <div ${id('rptTreaty_ctl00_tcText')}>Geneva, 1 May 2000</div>
    <div ${id('rptEIF_ctl00_tcText')}>1 March 2001, in accordance with article 9.</div>
    <div ${id('rptStatus_ctl00_tcText')}>${counts}</div>
    <table ${id('tblgrid')}><tr>${cells(['Participant', ...columns])}</tr>
      ${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</table>
    ${section('dgDec', ['divMainDecTilte', 'divDecTilte'], declarations)}
    ${section('dgObj', ['divMainObjTitle', 'divObjTitle'], objections)}
    ${section('dgNotifications', ['div1', 'div2'], notifications, 'divNotificationText')}
    <table>${Object.entries(notes)
      .map(
        ([number, text], i) =>
          `<tr><td><div ${id(`dgNotesAll_ctl0${i + 2}_divNotesAll`)}><a name='${number}'>${number}</a>${text}</div></td></tr>`,
      )
      .join('')}</table></form></body></html>`
}

/** The same page, read. */
export const page = (shown: Shown = {}): StatusPage => readUntcHtml(html(shown))

/** The states that the made-up pages name. */
export const states = [
  { id: 'ATL', name: 'Atlantis' },
  { id: 'ERE', name: 'Erewhon' },
  { id: 'RUR', name: 'Ruritania (Kingdom of)' },
  { id: 'UTO', name: 'Utopia' },
]

/** Finds them by name, and by the names that they bore before. */
export const findState = findStateAmong(states, [{ state: 'ERE', name: 'Nowhere' }])
