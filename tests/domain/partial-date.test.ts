import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  commonSpan,
  DateError,
  dateInWords,
  firstOfMonth,
  hullOf,
  parseDay,
  partialDateOf,
  precisionOf,
  reachedBy,
  spanInWords,
  spanOf,
} from '../../src/domain/partial-date.ts'

test.each([
  ['2005', '2005-01-01', '2005-12-31', 'year'],
  ['2005-02', '2005-02-01', '2005-02-28', 'month'],
  ['2004-02', '2004-02-01', '2004-02-29', 'month'],
  ['1900-02', '1900-02-01', '1900-02-28', 'month'],
  ['2005-12-27', '2005-12-27', '2005-12-27', 'day'],
  ['2025-06-20/2025-07-10', '2025-06-20', '2025-07-10', 'interval'],
  ['2004/2005-03', '2004-01-01', '2005-03-31', 'interval'],
  ['2025-06-20/2025-06-20', '2025-06-20', '2025-06-20', 'interval'],
  ['../2025-06', null, '2025-06-30', 'interval'],
  ['2025-06/..', '2025-06-01', null, 'interval'],
])('%s means the days from %s to %s', (text, earliest, latest, precision) => {
  expect(spanOf(text)).toEqual({ earliest, latest })
  expect(precisionOf(text)).toBe(precision)
})

test.each([
  ['2025-02-30', 'There is no day 2025-02-30; 2025-02 ends on 2025-02-28', '2025-02-28'],
  ['2023-02-29', 'There is no day 2023-02-29; 2023-02 ends on 2023-02-28', '2023-02-28'],
  ['2025-06-00', 'There is no day 2025-06-00; 2025-06 ends on 2025-06-30', '2025-06-30'],
  ['2025-13', '"2025-13" names a month 13; months are 01 to 12', undefined],
  ['2025-00-01', '"2025-00-01" names a month 00; months are 01 to 12', undefined],
  ['25', '"25" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD', undefined],
  ['', '"" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD', undefined],
  ['2025-6-1', '"2025-6-1" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD', undefined],
  ['../..', '"../.." is not an interval of two dates', undefined],
  ['2024/2025/2026', '"2024/2025/2026" is not an interval of two dates', undefined],
  ['2025/', '"" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD', undefined],
  ['2026/2025', '"2026/2025" ends before it begins', undefined],
])('"%s" is refused: %s', (text, message, nearest) => {
  const error = refusalOf(() => spanOf(text))
  expect(error.message).toBe(message)
  expect(error.nearest).toBe(nearest)
})

test('a day is written in full and exists', () => {
  expect(parseDay('2024-02-29')).toBe('2024-02-29')
  expect(refusalOf(() => parseDay('2024-02')).message).toBe('"2024-02" is not a day; write YYYY-MM-DD')
  expect(refusalOf(() => parseDay('2024-02-30')).nearest).toBe('2024-02-29')
  expect(refusalOf(() => parseDay('x2024-02-29')).message).toContain('is not a day')
  expect(refusalOf(() => parseDay('2024-02-29T00')).message).toContain('is not a day')
})

function refusalOf(act: () => unknown): DateError {
  try {
    act()
  } catch (error) {
    expect(error).toBeInstanceOf(DateError)
    return error as DateError
  }
  throw new Error('it was accepted')
}

test.each([
  ['2005', '2004-12-31', 'no'],
  ['2005', '2005-01-01', 'unknown'],
  ['2005', '2005-12-30', 'unknown'],
  ['2005', '2005-12-31', 'yes'],
  ['../2005', '2004-01-01', 'unknown'],
  ['../2005', '2006-01-01', 'yes'],
  ['2005/..', '2004-01-01', 'no'],
  ['2005/..', '2090-01-01', 'unknown'],
  ['2005-12-27', '2005-12-27', 'yes'],
])('whether %s has come by %s: %s', (text, day, answer) => {
  expect(reachedBy(spanOf(text), day)).toBe(answer)
})

test('the days that two dates have in common, and those that hold both', () => {
  const [year, summer, open] = [spanOf('2005'), spanOf('2005-06/2005-08'), spanOf('2005-07/..')]
  expect(commonSpan(year, summer)).toEqual(spanOf('2005-06/2005-08'))
  expect(commonSpan(summer, open)).toEqual(spanOf('2005-07/2005-08'))
  expect(commonSpan(spanOf('../2004'), spanOf('2005/..'))).toBeUndefined()
  expect(commonSpan(spanOf('../2005'), spanOf('2005-12-31/..'))).toEqual(spanOf('2005-12-31'))
  expect(hullOf(spanOf('2005-12-27'), spanOf('2005-06'))).toEqual(spanOf('2005-06-01/2005-12-27'))
  expect(hullOf(spanOf('2005-06'), spanOf('2005-12-27'))).toEqual(spanOf('2005-06-01/2005-12-27'))
  expect(hullOf(year, open)).toEqual(spanOf('2005/..'))
  expect(hullOf(spanOf('../2004'), open)).toEqual({ earliest: null, latest: null })
})

test('a span is written as the shortest date that means it', () => {
  for (const text of [
    '2005',
    '2005-02',
    '2005-12-27',
    '2005-01-01/2005-06-30',
    '2005-01-15/2005-12-31',
    '../2005-06-30',
    '2005-07-01/..',
  ]) {
    expect(partialDateOf(spanOf(text))).toBe(text)
  }
  expect(partialDateOf({ earliest: null, latest: null })).toBeNull()
})

test('months are added on the calendar, to the last day of a shorter month', () => {
  expect(addMonths('2025-08-20', 6)).toBe('2026-02-20')
  expect(addMonths('2025-08-31', 6)).toBe('2026-02-28')
  expect(addMonths('2023-08-31', 6)).toBe('2024-02-29')
  expect(addMonths('2025-07-10', 6)).toBe('2026-01-10')
})

test('days are added across the ends of months and years', () => {
  expect(addDays('2014-09-25', 90)).toBe('2014-12-24')
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
})

test('the first day of the sixth month after a deposit does not depend on its day of the month', () => {
  expect(firstOfMonth('2000-03-01', 6)).toBe('2000-09-01')
  expect(firstOfMonth('2000-03-31', 6)).toBe('2000-09-01')
})

test('day arithmetic stays within the days that four digits of a year can write', () => {
  expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
  expect(addMonths('9999-08-01', 6)).toBe('9999-12-31')
  expect(firstOfMonth('9999-08-01', 6)).toBe('9999-12-31')
  expect(addDays('0000-01-01', -1)).toBe('0000-01-01')
  expect(addDays('9999-12-30', 1)).toBe('9999-12-31')
  expect(addDays('9999-06-01', 1)).toBe('9999-06-02')
  expect(addDays('0000-06-01', -1)).toBe('0000-05-31')
})

test('dates are read aloud', () => {
  expect(dateInWords('2005')).toBe('in 2005')
  expect(dateInWords('2005-12')).toBe('in 2005-12')
  expect(dateInWords('2005-12-27')).toBe('on 2005-12-27')
  expect(dateInWords('2025-06-20/2025-07-10')).toBe('between 2025-06-20 and 2025-07-10')
  expect(dateInWords('../2025-06-29')).toBe('on or before 2025-06-29')
  expect(dateInWords('2026-01-20/..')).toBe('not before 2026-01-20')
  expect(dateInWords(null)).toBe('on a day not known')
  expect(spanInWords({ earliest: null, latest: null })).toBe('on a day not known')
})
