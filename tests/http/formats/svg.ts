import type { Element } from 'domhandler'
import { findAll, getElementsByTagName, textContent } from 'domutils'
import { XMLValidator } from 'fast-xml-parser'
import { parseDocument } from 'htmlparser2'
import { expect } from 'vitest'

/** A picture as its reader meets it, after the checks that hold for every picture. */
export function readSvg(svg: string) {
  expect(XMLValidator.validate(svg)).toBe(true)
  const document = parseDocument(svg, { xmlMode: true })
  const [root] = getElementsByTagName('svg', document, true)
  if (!root) throw new Error('there is no svg element')
  const childOf = (name: string) => root.children.find((child) => 'name' in child && child.name === name) as Element
  const ids = findAll(({ attribs }) => attribs.id !== undefined, [root]).map(({ attribs }) => attribs.id ?? '')
  const texts = getElementsByTagName('text', root, true)
  expect(root.attribs).toMatchObject({
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    viewBox: `0 0 720 ${root.attribs.height}`,
    'aria-labelledby': childOf('title').attribs.id,
    'aria-describedby': childOf('desc').attribs.id,
  })
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !id.startsWith(String(root.attribs.id)))).toEqual([])
  for (const [, id = ''] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id)
  expect(svg).not.toMatch(/NaN|undefined|Infinity|null/)
  expect(svg).not.toMatch(/<script|\son\w+=|@import|@font-face|href=|https?:(?!\/\/www\.w3\.org\/2000\/svg")/)
  for (const { attribs } of texts) {
    expect(Number(attribs.x)).toBeGreaterThanOrEqual(0)
    expect(Number(attribs.x)).toBeLessThanOrEqual(720)
    expect(Number(attribs.y)).toBeLessThanOrEqual(Number(root.attribs.height))
  }
  const style = textContent(childOf('style'))
  expect(style).toContain('@media (prefers-color-scheme:dark)')
  // Every rule is of this picture alone, so that it changes nothing of a page that holds it.
  for (const rule of style.matchAll(/(?:^|[{}])\s*([^{}@]+){/g)) expect(rule[1]).toContain(`#${root.attribs.id}`)
  return {
    root,
    id: root.attribs.id,
    style,
    title: textContent(childOf('title')),
    description: textContent(childOf('desc')),
    words: texts.map((text) => textContent(text)),
    byClass: (name: string) => findAll(({ attribs }) => String(attribs.class).split(' ').includes(name), [root]),
    states: findAll(({ attribs }) => attribs['data-state'] !== undefined, [root])
      .flatMap(({ attribs }) => String(attribs['data-state']).split(' '))
      .sort(),
  }
}
