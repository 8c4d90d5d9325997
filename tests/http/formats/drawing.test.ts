import { describe, expect, test } from 'vitest'
import { drawn, element, line, wrapped } from '../../../src/http/formats/drawing.ts'
import { roundMonths, roundStep, roundYears, timeScale } from '../../../src/http/formats/time-axis.ts'
import { escaped } from '../../../src/http/formats/xml.ts'
import { readSvg } from './svg.ts'

const picture = (title: string, body: string) =>
  drawn({ title, description: `About ${title}.`, height: 100, paints: { box: { fill: 'blue' } }, body })

describe('text is only ever text', () => {
  const hostile = `</title><script>alert("1")</script> & 'x' ]]>\u0000\u0008\uFFFE`

  test('markup in it is escaped, and what XML does not know is left out', () => {
    expect(escaped(hostile)).toBe(`&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 'x' ]]&gt;`)
  })

  test('in titles, lines and attributes alike', () => {
    const svg = picture(hostile, line(hostile, 1, 2, 'small') + element('g', { 'data-name': hostile }))
    const { title, words } = readSvg(svg)
    expect(title).toBe(`</title><script>alert("1")</script> & 'x' ]]>`)
    expect(words).toEqual([title])
  })

  test('letters of every script stay as they are', () => {
    expect(escaped('Côte d’Ivoire, Türkiye, Україна, 日本, 𐍈')).toBe('Côte d’Ivoire, Türkiye, Україна, 日本, 𐍈')
  })
})

test('two pictures in one page share no id, and the same picture is the same text', () => {
  const [one, other] = [picture('one', ''), picture('other', '')]
  expect(readSvg(one).id).not.toBe(readSvg(other).id)
  expect(picture('one', '')).toBe(one)
})

test('long text is put in lines; a word that is too long stands alone', () => {
  expect(wrapped('one two three', 10, 60)).toEqual(['one two', 'three'])
  expect(wrapped('Donaudampfschifffahrt is long', 10, 60)).toEqual(['Donaudampfschifffahrt', 'is long'])
})

describe('axes', () => {
  test('days lie where they fall between two ends', () => {
    const x = timeScale('2000-01-01', '2000-01-11', 100, 200)
    expect([x('2000-01-01'), x('2000-01-06'), x('2000-01-11')]).toEqual([100, 150, 200])
  })

  test('marks are round and not too many', () => {
    expect(roundStep(164, 5)).toBe(50)
    expect(roundYears('1997-09-18', '2025-07-01', 8)).toEqual([2000, 2005, 2010, 2015, 2020, 2025])
    expect(roundYears('1997-01-01', '1998-06-01', 8)).toEqual([1997, 1998])
    expect(roundMonths('2025-05-10', '2026-02-20', 4)).toEqual(['2025-07', '2025-10', '2026-01'])
  })
})
