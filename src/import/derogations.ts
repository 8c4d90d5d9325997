import { dayOf, dayPattern } from './days.ts'
import { notificationIn } from './prose.ts'

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
