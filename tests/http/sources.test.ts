import { expect, test } from 'vitest'
import { get } from './exchange.ts'

test('the two articles are sources', async () => {
  const { data } = await get('/v1/sources?kind=article&limit=200')
  const ids = data.map(({ id }: { id: string }) => id)
  expect(ids).toEqual(expect.arrayContaining(['reuters-ukraine-decree', 'unnamed-ukraine-decree']))
})

test('an article has its date as given and as assessed, and the arguments; nothing is repaired silently', async () => {
  const { published } = (await get('/v1/sources/reuters-ukraine-decree')).data
  expect(published).toMatchObject({
    given: '2025-06-09',
    assessed: '2025-06-29',
    earliest: '2025-06-29',
    latest: '2025-06-29',
  })
  expect(published.because.join('\n')).toMatch(/Monday[\s\S]*40 months/)
})

test('an article without a publisher has none; AP is the credit of its photograph', async () => {
  const { data } = await get('/v1/sources/unnamed-ukraine-decree')
  expect(data).toMatchObject({ publisher: null, photoCredit: expect.stringContaining('AP') })
  expect(data.publisherNote).toContain('No publisher is printed')
})

test('an article has the digest of its text as received', async () => {
  const { data } = await get('/v1/sources/reuters-ukraine-decree')
  const sha256 = '65b8e6e890625a53f2e7b29c3c841a182ce950b07f5e07108f9bd1504a81ffa0'
  expect(data.digest).toEqual({ sha256, characters: 2558 })
})

test('a source says how many statements are taken from it, and links to them', async () => {
  const { data } = await get('/v1/sources?kind=article&limit=200')
  for (const { statements, links } of data) expect((await get(links.statements)).page.total).toBe(statements)
})

test('the text of an article is nowhere in the record', async () => {
  const { data } = await get('/v1/sources/reuters-ukraine-decree')
  const { data: said } = await get('/v1/statements?source=reuters-ukraine-decree&limit=200')
  const quoted = said.reduce((sum: number, { words }: { words: string }) => sum + [...words].length, 0)
  expect(quoted).toBeLessThan(data.digest.characters)
})
