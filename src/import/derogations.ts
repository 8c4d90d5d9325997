import { dayOf, dayPattern } from './days.ts'
import { notificationIn } from './prose.ts'

const emergency =
  '(?:state of (?:[a-z]+ ){0,2}(?:emergency|siege|safety|disturbance)|state siege|martial law|COVID-19 emergency)'

/** The words by which a notice ends a derogation, or the emergency that it rests on: in two groups, as what stands between is left out. */
const endings = [
  /\b(withdraws its) (derogation .*)/,
  /\b(derogations? (?:from|of) (?:article )?\S+).*? ((?:is|has been|have been) terminated|ceased .*)/i,
  new RegExp(
    `\\b(termination|lifting|end|expiration|abolishment)\\b(?:(?:,| as | forthwith).*?)? (of (?:the |all )?(?:${emergency}|derogations?).*)`,
    'i',
  ),
  new RegExp(
    `\\b(lifted|lifting|revoked|revoking|repealed)\\b.{0,50}? ((?:the )?(?:declaration of |order of )?${emergency}.*)`,
    'i',
  ),
  new RegExp(
    `\\b(${emergency}).{0,350}? ((?:was|has been|since been) (?:terminated|lifted|ended|rescinded)\\b.*|(?:has ended|ended|expired) (?:at|on|\\d).*|declared null and void)`,
    'i',
  ),
  /\b(notification is withdrawn)()/,
  /(?:^|, )(restorat\w*)\b.*? ((?:of )?the (?:constitutional )?guarantees.*)/i,
  /\b(\w+ Decree No\. \d+) notified in .*? (has been repealed.*)/,
]

// What begins a derogation, prolongs it or still waits for its end.
const going = new RegExp(
  [
    '\\bextend(?:s|ed)\\b(?! power)|\\b(?:and|declared the) extension|\\bextensions and\\b',
    '\\band (?:the )?(?:proclamation|declaration) of\\b|\\b(?:has|have) been (?:proclaimed|declared(?! null))\\b',
    '\\bdeclared (?:a|the)\\b|\\bdeclares\\b|\\bdeclaring (?!the termination)|\\bderogated are\\b|\\bderogation from the provisions\\b',
    '\\brestrict(?:s|ed)\\b|\\bestablishing\\b|\\bsuspen(?:ds|sion,)|\\bremain in effect\\b|\\(Dated ',
    '\\b(?:aimed at|as from|since) the (?:termination|end)\\b|\\band the lifting of\\b',
  ].join('|'),
  'i',
)
// What the depositary says that a whole notification is about; that it was prolonged before may follow.
const about =
  /\b(?:regarding|concerning) the (?:termination|end|expiration)\b(?!.*\band (?:the )?(?:extension|proclamation|declaration) of)/

/** The words of a notice that ends a derogation and does nothing else; where it also begins or prolongs one, there are none. */
export function terminationIn(text: string): string | undefined {
  const own = text.replace(/^\(Dated [^)]*\)+ /, '')
  if (going.test(own) && !about.test(own)) return undefined
  for (const ending of endings) {
    const match = ending.exec(own)
    if (match === null) continue
    const [whole, what = '', rest = ''] = match
    const [said = ''] = rest.split(/(?<=[a-z])(?<!\bNo)\. /)
    if (said === '') return what
    return whole.startsWith(`${what} ${said}`) ? `${what} ${said}` : `${what} … ${said}`
  }
  return undefined
}

/** What an editor must know of a notice that leaves a part of the derogation. */
export function leftIn(text: string): string {
  const [left] =
    /\bonly applies to the [^.]*?(?= and that)|\bexcept with regard to the [^.,]*?(?= and certain)|\bexcept in the [a-z ]+(?= of\b)|\bstill derogated from, namely [^,]*/.exec(
      text,
    ) ?? []
  return left === undefined ? '' : `In part: the page says "${left}".`
}

const between = new RegExp(`received by the Secretary-General between (${dayPattern}) and (${dayPattern})`)
const written = new RegExp(`notification dated (${dayPattern})`)

/** When what stands without a day at the margin was received, and the words that say so; never at the consent to be bound. */
export function receiptIn(text: string): { date: string; words: string; note: string } | undefined {
  const [span, from, to] = between.exec(text) ?? []
  if (span !== undefined && from !== undefined && to !== undefined)
    return {
      date: `${dayOf(from)}/${dayOf(to)}`,
      words: span,
      note: 'Several notifications, which the page does not list: it refers to its front matter for them.',
    }
  const [words, day] = written.exec(text) ?? []
  if (words === undefined || day === undefined) return undefined
  const notified = notificationIn(text, dayOf(day))?.notified
  return notified
    ? {
        date: `${dayOf(day)}/${notified}`,
        words,
        note: 'Inferred: the page prints no day of receipt; it lies between the day of the notification and that of the depositary notification on it.',
      }
    : undefined
}
