import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Day } from '../../domain/partial-date.ts'
import { giveWay } from '../turns.ts'

/** A whole day in a calendar; `stamp` is the day on which what it says was last learnt, and never that of the request. */
export type CalendarDay = {
  uid: string
  day: Day
  stamp: Day
  summary: string
  description: string
  url: string
  category: string
  certain: boolean
}

export const calendarMediaType = 'text/calendar'

/** How many days are written before others have their turn. */
const atATime = 200

/** A calendar to subscribe to (RFC 5545; its name and how often to ask again: RFC 7986), the same for the same record. */
export async function icalendar(name: string, days: CalendarDay[]): Promise<string> {
  const empty = withDays(name, [])
  const end = empty.length - empty.lastIndexOf('END:VCALENDAR')
  const begin = empty.length - end
  const parts = [empty.slice(0, begin)]
  for (let from = 0; from < days.length; from += atATime) {
    if (from > 0) await giveWay()
    parts.push(withDays(name, days.slice(from, from + atATime)).slice(begin, -end))
  }
  return [...parts, empty.slice(begin)].join('')
}

function withDays(name: string, days: CalendarDay[]): string {
  const calendar = ical({ name, prodId: { company: 'Pacta', product: 'Pacta', language: 'EN' }, ttl: 86400 })
  for (const { uid, day, stamp, summary, description, url, category, certain } of days) {
    calendar.createEvent({
      id: uid,
      start: startOf(day),
      stamp: startOf(stamp),
      allDay: true,
      summary,
      description,
      url,
      categories: [{ name: category }],
      status: certain ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${calendar.toString()}\r\n`
}

const startOf = (day: Day) => new Date(`${day}T00:00:00Z`)
