import { basename } from 'node:path'
import type { ActKind } from '../domain/acts.ts'
import { nameInSentence } from '../domain/names.ts'
import { capitalised, kindInWords } from '../domain/reasons.ts'
import { problemAt, type Seed, type SeedFile, type SeedProblem } from './read.ts'
import type { ActsFile, DepositaryRow, SourceFile, StatementEntry } from './schema.ts'

/** The id of the source that is a treaty's status list. */
export const listId = (treaty: string): string => `untc-${treaty}`

const deeds: Partial<Record<ActKind, string>> = {
  signature: 'Signature of',
  ratification: 'Ratification of',
  acceptance: 'Acceptance of',
  approval: 'Approval of',
  accession: 'Accession to',
  succession: 'Succession to',
  formal_confirmation: 'Formal confirmation of',
  consent_to_be_bound: 'Consent to be bound by',
  provisional_application: 'Provisional application of',
  withdrawal_notification: 'Notification of withdrawal from',
  withdrawal_retraction: 'Retraction of the withdrawal from',
  withdrawal_of_consent: 'Withdrawal of the consent to',
  suspension_notification: 'Notification of suspension of',
  objection: 'Objection concerning',
  reservation: 'Reservation to',
  declaration: 'Declaration on',
}

const partly = /\bpartial(?:ly)?\b|\bin part\b|\bthat part of\b/i

/**
 * The depositary's lists as sources and acts like all others: each row is a statement of the depositary, and the act that
 * it states, unless seed/acts describes that act already.
 */
export function readDepositary(
  { lists, depositary, states, treaties, acts: described }: Seed,
  problems: SeedProblem[],
) {
  const sources: SeedFile<SourceFile>[] = []
  const acts: SeedFile<ActsFile>[] = []
  const stateNames = new Map(states.content.map(({ id, name }) => [id, nameInSentence(name)]))
  const known = new Map(
    described.flatMap(({ content }) => content.acts.map((act) => [act.id, { ...act, treaty: content.treaty }])),
  )
  const listOf = new Map(lists.content.map((list) => [list.treaty, list]))
  const nameOf = new Map(treaties.map(({ content }) => [content.id, content.shortName]))
  for (const rows of depositary) {
    const treaty = basename(rows.file, '.csv')
    const list = listOf.get(treaty)
    const name = nameOf.get(treaty)
    if (!list || !name) {
      problems.push(problemAt(rows, [], `there is no ${list ? 'treaty' : 'list in lists.yaml'} "${treaty}"`))
      continue
    }
    const titleOf = ({ kind, state, words, note }: DepositaryRow) => {
      const named = capitalised(kindInWords(kind))
      const deed = deeds[kind] ?? (isPartial(kind, words, note) ? `${named} in part concerning` : `${named} concerning`)
      return joined(deed, ' the ', name, ' by ', stateNames.get(state) ?? state)
    }
    // What a list's rows say in full is many times as long as they are: it is made when it is read, and not kept.
    sources.push({
      file: rows.file,
      lineOf: ([part, row]) => rows.lineOf(part === 'statements' && row !== undefined ? [row] : []),
      get content() {
        return {
          id: listId(treaty),
          kind: 'depositary' as const,
          title: `Multilateral Treaties Deposited with the Secretary-General, ${list.untc}: status as at ${list.asAt}`,
          publisher: 'United Nations Treaty Collection',
          address: addressOf(list.untc),
          language: 'en',
          published: {
            given: list.asAt,
            assessed: list.asAt,
            because: [
              'The page prints the day as at which it gives the status; each act was known from its own day on.',
            ],
          },
          digest: list.page.sha256,
          statements: rows.content.map((row) => statementOf(row, titleOf(row), treaty)),
        }
      },
    })
    const own = rows.content.flatMap((row, i) => {
      const act = known.get(row.id)
      if (act && (act.kind !== row.kind || act.state !== row.state || act.treaty !== treaty))
        problems.push(problemAt(rows, [i, 'id'], `seed/acts describes "${row.id}" as another act`))
      return act ? [] : [{ row, line: i }]
    })
    acts.push({
      file: rows.file,
      lineOf: ([part, index]) => rows.lineOf(part === 'acts' ? [own[Number(index)]?.line ?? 0] : []),
      get content() {
        return { treaty, acts: own.map(({ row }) => actOf(row, titleOf(row))) }
      },
    })
  }
  return { sources, acts }
}

/** How the import tells of a day that the page does not print. */
const inferred = /^Inferred: (.*)\.$/

/** Whether what ends something leaves a part of it, by the page's words or by what the import has noted of them. */
function isPartial(kind: ActKind, words: string, note: string | null): boolean {
  return /_(?:withdrawal|termination)$/.test(kind) && (partly.test(words) || note?.startsWith('In part: ') === true)
}

/** A text in one piece: what a template makes of pieces keeps them all, which for half a million rows is half of all memory. */
const joined = (...pieces: string[]): string => pieces.join('')

function statementOf(row: DepositaryRow, title: string, treaty: string): StatementEntry {
  const { id, state, date, effective, notified, participant, words, place, reference, note } = row
  const [, reading] = inferred.exec(note ?? '') ?? []
  const read = reading === undefined ? { basis: 'stated' as const } : { basis: 'inferred' as const, reading }
  const dated = date === null ? {} : { date, ...read }
  return {
    id: joined(listId(''), id),
    speaker: 'secretary-general-depositary',
    as: { name: null, role: null },
    voice: 'document',
    modality: 'asserted',
    medium: reference,
    words,
    locator: null,
    place: joined(participant, ', ', place),
    utterance: null,
    topic: 'membership',
    summary: joined('The depositary lists: ', title, ...(date === null ? [] : [', ', date]), '.'),
    states: [state],
    treaty,
    note,
    bears: [{ relation: 'supports', act: id, ...dated, ...told({ notified, effective }) }],
  }
}

/** What a row says; of the rest it is silent. */
const told = <T extends Record<string, string | null>>(cells: T) =>
  Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== null))

function actOf({ id, kind, state, effective, targets }: DepositaryRow, summary: string): ActsFile['acts'][number] {
  return { id, kind, state, actor: null, aim: null, effective, summary, targets: targets?.split(' ') ?? [] }
}

/** The page's own address; the site wants the chapter, which its number begins with in Roman numerals, also as a number. */
function addressOf(untc: string): string {
  const letters = [...(/^[IVXL]+/.exec(untc)?.[0] ?? '')].map((letter) => ({ I: 1, V: 5, X: 10, L: 50 })[letter] ?? 0)
  const chapter = letters.reduce((sum, one, i) => sum + (one < (letters[i + 1] ?? 0) ? -one : one), 0)
  return `https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=${untc}&chapter=${chapter}&clang=_en`
}
