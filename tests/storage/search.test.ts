import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchKinds, searchRecord, wordsOf } from '../../src/storage/search.ts'
import { listStatements } from '../../src/storage/statements.ts'
import { databaseOfSeed } from '../record.ts'

const database = databaseOfSeed()
const page = { limit: 1000, after: undefined }
const find = (q: string, kind?: (typeof searchKinds)[number]) => searchRecord(database, q, kind, page).rows

/** Text as people and machines type it, with the syntax of FTS5 in it. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.string({ unit: 'grapheme', maxLength: 50 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        '*',
        '(',
        ')',
        ':',
        '^',
        '-',
        '+',
        'AND',
        'OR',
        'NOT',
        'NEAR(',
        'body',
        ' ',
        '\0',
        'mine',
      ),
    )
    .map((parts) => parts.join('')),
)

test('no text that holds a word breaks a search', () => {
  fc.assert(
    fc.property(anyText, (q) => {
      fc.pre(wordsOf(q).length > 0)
      expect(find(q).every(({ kind }) => searchKinds.includes(kind))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('no text that holds a word breaks the search among statements', () => {
  const pins = { knownOn: '2025-07-01', accordingTo: 'all' as const }
  fc.assert(
    fc.property(anyText, (q) => {
      fc.pre(wordsOf(q).length > 0)
      expect(listStatements(database, { q }, pins, page).total).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 300 },
  )
})

describe('what is found', () => {
  test('operators of the index are words like all others', () => {
    expect(find('mine NOT convention').map(({ id }) => id)).toEqual(
      expect.not.arrayContaining(['reuters-newsroom-mine-clearance']),
    )
    expect(find('body:ukraine')).toEqual([])
  })

  test('every word counts: more words find no more', () => {
    fc.assert(
      fc.property(fc.subarray(['ukraine', 'mines', 'convention', 'decree', 'russia'], { minLength: 1 }), (words) => {
        const all = new Set(find(words[0] ?? '').map(({ id }) => id))
        expect(find([...words].reverse().join(' ')).filter(({ id }) => !all.has(id))).toEqual([])
      }),
    )
  })

  test('the last word is also a beginning, the others are whole', () => {
    expect(find('koste').map(({ id }) => id)).toContain('roman-kostenko')
    expect(find('koste roman')).toEqual([])
  })

  test('case, accents and endings do not count', () => {
    expect(find('COTE d ivoire')[0]).toMatchObject({ kind: 'state', id: 'CIV' })
    expect(find('Türkiye')[0]).toMatchObject({ kind: 'state', id: 'TUR' })
    expect(find('withdrawing', 'statement').length).toBeGreaterThan(0)
  })

  test('a spelling that only one source prints finds the speaker', () => {
    for (const spelling of ['Zelenskiy', 'Zelenskyy'])
      expect(find(spelling, 'speaker').map(({ id }) => id)).toEqual(['volodymyr-zelenskyy'])
  })

  test('a match in a name comes before a match in the text', () => {
    expect(find('Ukraine')[0]).toMatchObject({ kind: 'state', id: 'UKR' })
  })

  test.each(searchKinds)('a search for a %s finds nothing else', (kind) => {
    const found = find('mine', kind).concat(find('u', kind))
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((one) => one.kind !== kind)).toEqual([])
  })
})
