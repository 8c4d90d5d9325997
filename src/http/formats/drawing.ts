import { createHash } from 'node:crypto'
import { escaped } from './xml.ts'

/** How wide every picture is in its own units; what shows it scales it to any width. */
export const pictureWidth = 720

/** The room that a picture leaves at its left and right. */
export const margin = 24

/** Colours by what they are for, on light and on dark paper. */
export const colours = {
  paper: ['#ffffff', '#141920'],
  ink: ['#18212c', '#eaf0f6'],
  quiet: ['#52606f', '#a9b6c4'],
  line: ['#d5dce4', '#38434f'],
  sea: ['#eff4f9', '#1b222b'],
  blank: ['#ffffff', '#141920'],
  coast: ['#9aa7b5', '#66737f'],
  blue: ['#1d5fa6', '#6fb1f2'],
  paleBlue: ['#cfe1f5', '#20415f'],
  violet: ['#6d3fa8', '#bfa0f0'],
  paleViolet: ['#e5d9f5', '#3c2d58'],
  teal: ['#0b7268', '#5fd0c0'],
  paleTeal: ['#cdebe6', '#164640'],
  orange: ['#b4420a', '#ffab73'],
  paleOrange: ['#fde0cd', '#5a2d12'],
  sand: ['#dccfae', '#6a6149'],
  grey: ['#7b8794', '#8d99a6'],
  paleGrey: ['#edf0f3', '#262e38'],
} satisfies Record<string, readonly [light: string, dark: string]>
export type Colour = keyof typeof colours

/** What a class of shapes is painted with: a colour by its name, or a pattern by its name after `#`. */
export type Paint = Partial<Record<'fill' | 'stroke', Colour | 'none' | `#${string}`>>

/** Numbers as short as a picture needs them. */
export const short = (number: number): string => String(Math.round(number * 10) / 10)

type Attributes = Record<string, string | number | undefined>

/** An element of SVG with markup inside it; attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes, ...inside: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? short(value) : escaped(String(value))}"`)
    .join('')
  return inside.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inside.join('')}</${name}>`
}

/** One line of text; its class says its size. */
export const line = (text: string, x: number, y: number, className: string, anchor?: 'middle' | 'end'): string =>
  element('text', { x, y, class: className, 'text-anchor': anchor }, escaped(text))

/** Lines of text below each other. */
export const lines = (texts: string[], x: number, y: number, className: string, leading: number): string =>
  texts.map((text, i) => line(text, x, y + i * leading, className)).join('')

/** How wide a text is likely to be; which font shows it is not known, so this is rather too wide. */
export const widthOf = (text: string, size: number): number => [...text].length * size * 0.57

/** A text in lines that fit a width. */
export function wrapped(text: string, size: number, width: number): string[] {
  const made: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = made.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) made[made.length - 1] = `${last} ${word}`
    else made.push(word)
  }
  return made
}

/** At most so many lines; the last says that there is more. */
export const cut = (texts: string[], most: number): string[] =>
  texts.length <= most ? texts : [...texts.slice(0, most - 1), `${texts[most - 1]} …`]

/** A pattern for a fill: strokes of a class over a ground of a class. */
export type Pattern = { size: number; turn?: number; ground: string; strokes: string; path: string }

/** A picture: what it is called, what it says in words, and how it is drawn; `name` makes ids that are its own. */
export type Picture = {
  title: string
  description: string
  height: number
  paints: Record<string, Paint>
  patterns?: Record<string, Pattern>
  body: string
}

const sizes = `text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif}
.title{font-size:27px;font-weight:700}.lead{font-size:19px}.small{font-size:17px}.strong{font-size:19px;font-weight:600}`

const common: Record<string, Paint> = {
  paper: { fill: 'paper' },
  text: { fill: 'ink' },
  'text.quiet': { fill: 'quiet' },
}

/**
 * A picture as one SVG document that stands alone: no font, script or image from elsewhere; light or dark as its viewer
 * is; every id and rule its own, so that it can also stand inside a page beside others.
 */
export function drawn({ title, description, height, paints, patterns = {}, body }: Picture): string {
  const digest = createHash('sha256').update(title).update(description).update(body).digest('hex')
  const id = `pacta-${digest.slice(0, 10)}`
  const rules = { ...common, ...paints }
  const scoped = sizes.replace(/(^|})\s*([.a-z]+){/g, `$1#${id} $2{`)
  const own = [
    `svg#${id}:root{max-width:100%;height:auto}`,
    scoped,
    painted(id, rules, 0),
    `@media (prefers-color-scheme:dark){${painted(id, rules, 1)}}`,
  ]
  const definitions = Object.entries(patterns).map(([name, { size, turn, ground, strokes, path }]) =>
    element(
      'pattern',
      {
        id: `${id}-${name}`,
        width: size,
        height: size,
        patternUnits: 'userSpaceOnUse',
        patternTransform: turn === undefined ? undefined : `rotate(${turn})`,
      },
      element('rect', { width: size, height: size, class: ground }),
      element('path', { d: path, class: strokes }),
    ),
  )
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      id,
      width: pictureWidth,
      height,
      viewBox: `0 0 ${pictureWidth} ${short(height)}`,
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-description`,
      lang: 'en',
    },
    element('title', { id: `${id}-title` }, escaped(title)),
    element('desc', { id: `${id}-description` }, escaped(description)),
    element('style', {}, own.join('\n').replaceAll('>', '&gt;')),
    ...(definitions.length > 0 ? [element('defs', {}, ...definitions)] : []),
    element('rect', { width: pictureWidth, height, rx: 10, class: 'paper' }),
    body,
  )
}

function painted(id: string, rules: Record<string, Paint>, scheme: 0 | 1): string {
  return Object.entries(rules)
    .map(([name, paint]) => {
      const declared = Object.entries(paint).map(([property, value]) => `${property}:${inked(id, value, scheme)}`)
      return `#${id} ${name.startsWith('text') ? name : `.${name}`}{${declared.join(';')}}`
    })
    .join('')
}

function inked(id: string, value: string, scheme: 0 | 1): string {
  if (value === 'none') return value
  return value.startsWith('#') ? `url(#${id}-${value.slice(1)})` : colours[value as Colour][scheme]
}
