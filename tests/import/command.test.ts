import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pacta } from '../process.ts'
import { html, type Shown } from './pages.ts'
import { fixtureSeed } from './seed.ts'

const shown: Shown = { rows: [['Atlantis', '3 Dec 1997', '30 Jun 2000']] }

/** Runs `pacta import untc` on one made-up page. */
function imported(of: Shown, ...options: string[]) {
  const { folder, rows } = fixtureSeed()
  const file = join(folder, 'page.html')
  writeFileSync(file, html(of))
  return { ...pacta(['import', 'untc', file, ...options], { SEED: folder }), rows }
}

test('pacta import untc says by state what is new, and writes nothing', () => {
  const { status, stdout, rows } = imported(shown)
  expect(status).toBe(0)
  expect(stdout).toContain('fixtures (XXVI-99), as at 2026-02-03\n  Atlantis (ATL)\n    new      signature 1997-12-03')
  expect(stdout).toContain('nothing was written')
  expect(rows()).toEqual([])
})

test('with --write the list holds the acts', () => {
  const { status, rows } = imported(shown, '--write')
  expect(status).toBe(0)
  expect(rows().map(({ id }) => id)).toEqual(['fixtures-atl-signature', 'fixtures-atl-ratification'])
})

test('a page of which anything is refused is not written, and the exit code is 1', () => {
  const { status, stdout, rows } = imported({ rows: [...(shown.rows ?? []), ['Lilliput', '', '']] }, '--write')
  expect(status).toBe(1)
  expect(stdout).toContain('refused  table, Lilliput: " | ": no state has this name')
  expect(stdout).toContain('while anything is refused, the list is not written')
  expect(rows()).toEqual([])
})

test('a page whose treaty has no file is not imported; its header is printed as a file to begin with', () => {
  const { status, stderr } = imported({ ...shown, untc: 'XXVI-98' })
  expect(status).toBe(1)
  expect(stderr).toContain('no treaty of the seed has the reference XXVI-98')
  expect(stderr).toContain('id: convention-on-fixtures\nname: Convention on Fixtures\n')
})

test('a page whose counts its acts do not give is not written', () => {
  const { status, stdout, rows } = imported({ ...shown, counts: 'Signatories : 1. Parties : 2' }, '--write')
  expect(status).toBe(1)
  expect(stdout).toContain('check    parties: the header counts 2, the acts give 1')
  expect(stdout).toContain('while the check fails, the list is not written')
  expect(rows()).toEqual([])
})

test('what is no status page is said so, with the name of the file', () => {
  const { folder } = fixtureSeed()
  const file = join(folder, 'page.html')
  writeFileSync(file, '<html></html>')
  const { status, stderr } = pacta(['import', 'untc', file], { SEED: folder })
  expect(status).toBe(1)
  expect(stderr).toBe(`${file}: the page has no table of participants\n`)
})

test('where one of the pages cannot be read, none is written', () => {
  const { folder, rows } = fixtureSeed()
  const [good, bad] = [join(folder, 'good.html'), join(folder, 'bad.html')]
  writeFileSync(good, html(shown))
  writeFileSync(bad, '<html></html>')
  const { status, stderr } = pacta(['import', 'untc', good, bad, '--write'], { SEED: folder })
  expect({ status, stderr }).toEqual({ status: 1, stderr: `${bad}: the page has no table of participants\n` })
  expect(rows()).toEqual([])
})

test('two pages of one treaty are not written by one import', () => {
  const { folder, rows } = fixtureSeed()
  const file = join(folder, 'page.html')
  writeFileSync(file, html(shown))
  const { status, stderr } = pacta(['import', 'untc', file, file, '--write'], { SEED: folder })
  expect(status).toBe(2)
  expect(stderr).toContain('two of the pages are of fixtures; each is written by an import of its own')
  expect(rows()).toEqual([])
})
