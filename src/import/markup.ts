import { isTag, isText, type Node } from 'domhandler'
import { textContent } from 'domutils'
import { folded, type Line, type Marked } from './page.ts'

const lineBreaks = new Set(['br', 'p', 'div', 'tr', 'li', 'table', 'right'])

// Seven spaces that do not break begin a paragraph of what a participant says; a heading has none before it.
const indented = /^[\s\u00a0]*\u00a0{3}/

/** The lines of a piece of markup, its end-note marks (superscripts) taken off the words and kept beside them. */
export function linesOf(nodes: Node[]): Line[] {
  const lines: Line[] = []
  let words = ''
  let notes: string[] = []
  let aside = false
  let italic = false
  let allItalic = true
  const endLine = () => {
    const text = folded(words)
    const heading = text !== '' && allItalic && !indented.test(words)
    if (text !== '' || notes.length > 0) lines.push({ text, notes, aside, heading })
    words = ''
    notes = []
    allItalic = true
  }
  const walk = (node: Node): void => {
    if (isText(node)) {
      words += node.data
      if (!italic && folded(node.data) !== '') allItalic = false
      return
    }
    if (!isTag(node)) return
    const name = node.name.toLowerCase()
    if (name === 'sup' || name === 'superscript') {
      notes.push(...marksOf(textContent(node)))
      return
    }
    if (name === 'script' || name === 'style' || node.attribs.class === 'invisible') return
    const outer = { aside, italic }
    if (!lineBreaks.has(name)) {
      italic ||= name === 'i' || name === 'em'
      if (name === 'td') words += ' '
      node.children.forEach(walk)
      italic = outer.italic
      return
    }
    endLine()
    // The pages leave <i> open across paragraphs; each paragraph begins upright.
    if (name === 'p') italic = false
    aside ||= name === 'right' || (name === 'p' && node.attribs.align === 'right')
    node.children.forEach(walk)
    endLine()
    aside = outer.aside
    italic = outer.italic
  }
  nodes.forEach(walk)
  endLine()
  return lines
}

/** A piece of markup as one line of words with its marks. */
export function markedOf(nodes: Node[]): Marked {
  const lines = linesOf(nodes)
  return {
    text: folded(lines.map(({ text }) => text).join(' ')),
    notes: lines.flatMap(({ notes }) => notes),
  }
}

/** "2, 3" as the marks of end notes 2 and 3; a superscript that is no number (an ordinal, a star) is none. */
function marksOf(superscript: string): string[] {
  return superscript.split(/[\s,]+/).filter((mark) => /^\d+$/.test(mark))
}
