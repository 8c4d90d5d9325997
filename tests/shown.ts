import { expect } from 'vitest'

export type Block = { language: string; text: string }

/** The code blocks of a document in order; those inside a list without the list's indentation. */
export const blocksOf = (document: string): Block[] =>
  [...document.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)].map(([, indent = '', language = '', text = '']) => ({
    language,
    text: text.replaceAll(RegExp(`^${indent}`, 'gm'), ''),
  }))

/** The paths that a document asks for with `npx pacta get`, each with the output that it shows. */
export const callsIn = (blocks: Block[]) =>
  blocks.flatMap(({ language, text }, i) => {
    const [, path] = /^npx pacta get '?([^'\n]+)'?\n$/.exec(text) ?? []
    const shown = blocks[i + 1]
    return language === 'sh' && path && shown?.language === 'text' ? [{ path, shown: shown.text }] : []
  })

/** Expects every line shown to stand in the answer, in order and without a gap but where a line is `…`; one may end in `…`. */
export function expectShown(shown: string, answer: string[]) {
  let at = 0
  let gap = false
  for (const line of shown.trimEnd().split('\n')) {
    if (line.trim() === '…') {
      gap = true
      continue
    }
    const isLine = (candidate: string | undefined) =>
      line.endsWith('…') ? candidate?.startsWith(line.slice(0, -1)) : candidate === line
    const found = gap ? answer.findIndex((candidate, i) => i >= at && isLine(candidate)) : at
    const around = answer.slice(Math.max(0, at - 3), at + 12).join('\n')
    expect(
      found >= 0 && isLine(answer[found]),
      `The document shows\n${line}\nwhich the answer does not have here:\n${around}`,
    ).toBe(true)
    at = found + 1
    gap = false
  }
  if (!gap) expect(answer.slice(at)).toEqual([])
}
