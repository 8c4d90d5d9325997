import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildApp } from '../src/http/app.ts'
import { recordInMemory } from './record.ts'
import { blocksOf, callsIn, expectShown } from './shown.ts'

const document = readFileSync('docs/questions.md', 'utf8')
const questions = [...document.matchAll(/^\d+\. \*\*([\s\S]+?)\*\*/gm)].map(([, question = '']) =>
  question.replace(/\s+/g, ' '),
)
const calls = callsIn(blocksOf(document)).map((call, i) => ({ question: questions[i], ...call }))

const snapshot = recordInMemory()
const app = await buildApp({ snapshot: () => snapshot, today: () => '2026-11-21' })

/** What `pacta get` prints, by line. */
async function linesOf(path: string) {
  const answer = await app.inject(path)
  expect(answer.statusCode, answer.body).toBe(200)
  const json = /^application\/json/.test(String(answer.headers['content-type']))
  return json ? JSON.stringify(answer.json(), null, 2).split('\n') : answer.body.trimEnd().split(/\r?\n/)
}

test('there are twenty-five questions, each with one call', () => {
  expect(questions).toHaveLength(25)
  expect(calls).toHaveLength(25)
})

test.each(calls)('$question', async ({ path, shown }) => {
  expectShown(shown, await linesOf(path))
})

const asked = '../shared/design/questions.md'

test.runIf(existsSync(asked))('they are the questions that users ask, compared with the list in ../shared', () => {
  const list = [...readFileSync(asked, 'utf8').matchAll(/^\d+\. (.+)$/gm)].map(([, question]) => question)
  expect(questions).toEqual(list)
})
