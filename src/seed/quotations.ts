import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problemAt, type Seed, type SeedProblem } from './read.ts'

/** A text as locators count it: every run of white space is one space, the ends are trimmed. Characters are code points. */
export function normalise(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** What a check of quotations found: how many stand where the record says, and every one that does not. */
export type QuotationCheck = { checked: number; sources: number; problems: SeedProblem[] }

/** Compares every quotation of the seed, to the letter, with the articles in a folder; articles are told by their digest. */
export function checkQuotations({ sources }: Seed, directory: string): QuotationCheck {
  const texts = new Map<string, string[]>()
  for (const entry of readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isFile())) {
    const bytes = readFileSync(join(directory, entry.name))
    texts.set(sha256Of(bytes), [...normalise(bytes.toString('utf8'))])
  }
  const result: QuotationCheck = { checked: 0, sources: 0, problems: [] }
  for (const source of sources) {
    const { file, statements } = source.content
    if (!file) continue
    const characters = texts.get(file.sha256)
    if (!characters) {
      result.problems.push(problemAt(source, ['file', 'sha256'], `no article in ${directory} has this digest`))
      continue
    }
    result.sources++
    if (characters.length !== file.characters)
      result.problems.push(problemAt(source, ['file', 'characters'], `the article has ${characters.length} characters`))
    for (const [i, { id, words, locator }] of statements.entries()) {
      if (!locator) continue
      result.checked++
      const printed = characters.slice(locator.start, locator.end).join('')
      if (printed !== words)
        result.problems.push(problemAt(source, ['statements', i, 'words'], `${id}: ${firstDifference(words, printed)}`))
    }
  }
  return result
}

/** Where two texts part, with a little of each. */
function firstDifference(recorded: string, printed: string): string {
  let at = 0
  while (at < recorded.length && recorded[at] === printed[at]) at++
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 20), at + 20))
  return `from character ${at} on the record has ${around(recorded)}, the article ${around(printed)}`
}

/** The places where `words` stand in a text, quotes and dashes of any shape and letters of any case taken as equal. */
export function locate(text: string, words: string): { start: number; end: number; words: string }[] {
  const characters = [...normalise(text)]
  const plain = characters.map(plainly)
  const wanted = [...normalise(words)].map(plainly)
  const found = []
  for (let start = 0; start + wanted.length <= plain.length; start++) {
    if (!wanted.every((character, i) => plain[start + i] === character)) continue
    const end = start + wanted.length
    found.push({ start, end, words: characters.slice(start, end).join('') })
  }
  return found
}

function plainly(character: string): string {
  if (/[\u2018\u2019\u02bc]/.test(character)) return "'"
  if (/[\u201c\u201d]/.test(character)) return '"'
  if (/[\u2010-\u2015]/.test(character)) return '-'
  return character.toLowerCase()
}
