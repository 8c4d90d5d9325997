import type { ErrorObject } from 'ajv'
import { nearestName } from './domain/names.ts'
import { DateError, parseDay, spanOf } from './domain/partial-date.ts'

/** What is wrong with one value, for the person who wrote it: where, what it was, what is allowed, and the nearest such. */
export type Explanation = {
  path: string[]
  value?: unknown
  message: string
  allowed?: string[]
  nearest?: string
}

/** The record's own formats, for Ajv: one existing day, a day or the word today, a date as far as it is known. */
export const formats = {
  day: (text: string) => !throws(() => parseDay(text)),
  'day-or-today': (text: string) => text === 'today' || !throws(() => parseDay(text)),
  'partial-date': (text: string) => !throws(() => spanOf(text)),
}

function throws(act: () => unknown): boolean {
  try {
    act()
    return false
  } catch {
    return true
  }
}

/** Ajv's errors (from `allErrors` and `verbose`) as explanations, one for each thing that is wrong. */
export function explain(errors: ErrorObject[]): Explanation[] {
  return withoutEnumsOfLists(withoutOtherBranches(errors)).map(explainOne)
}

/** A list where one value is allowed is one mistake: that the list is not one of the values either says nothing more. */
function withoutEnumsOfLists(errors: ErrorObject[]): ErrorObject[] {
  const lists = errors.filter(({ keyword, data }) => keyword === 'type' && Array.isArray(data))
  const isList = ({ instancePath }: ErrorObject) => lists.some((list) => list.instancePath === instancePath)
  return errors.filter((error) => error.keyword !== 'enum' || !isList(error))
}

/**
 * Of a union's errors keep those of the branch that was meant: the one whose `kind` fits, or the one that is not null.
 * Where no branch is meant, one error says which kinds there are.
 */
function withoutOtherBranches(errors: ErrorObject[]): ErrorObject[] {
  let kept = errors
  for (const union of errors.filter(({ keyword }) => keyword === 'anyOf')) {
    const inside = kept.filter(({ schemaPath }) => schemaPath.startsWith(`${union.schemaPath}/`))
    const branchOf = (error: ErrorObject) => error.schemaPath.slice(union.schemaPath.length + 1).split('/')[0] ?? ''
    const missed = new Set(
      inside
        .filter((error) => (error.keyword === 'const' || error.keyword === 'type') && isTag(error, union))
        .map(branchOf),
    )
    const meant = inside.filter((error) => !missed.has(branchOf(error)))
    const replacement = meant.length > 0 ? meant : [{ ...union, params: { allowedValues: tagsOf(inside, union) } }]
    kept = kept.filter((error) => error !== union && !inside.includes(error)).concat(replacement)
  }
  return kept
}

function isTag(error: ErrorObject, union: ErrorObject): boolean {
  return error.instancePath === `${union.instancePath}/kind` || error.instancePath === union.instancePath
}

function tagsOf(inside: ErrorObject[], union: ErrorObject): string[] {
  return inside
    .filter((error) => error.keyword === 'const' && isTag(error, union))
    .map((error) => String(error.params.allowedValue))
}

const inWords: Record<string, string> = {
  string: 'a string',
  integer: 'a whole number',
  object: 'a map of keys to values',
  array: 'a list',
}

function explainOne(error: ErrorObject): Explanation {
  const path = error.instancePath.split('/').slice(1).map(unescapePointer)
  const value = error.data
  const { params, schema, parentSchema } = error
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(params.additionalProperty)
      const allowed = Object.keys((parentSchema as { properties?: object })?.properties ?? {})
      return {
        path: [...path, name],
        value: (value as Record<string, unknown>)?.[name],
        message: `"${name}" is not known here`,
        allowed,
        nearest: nearestName(name, allowed),
      }
    }
    case 'required':
      return { path: [...path, String(params.missingProperty)], message: `"${params.missingProperty}" is missing` }
    case 'anyOf':
    case 'enum':
    case 'const': {
      const allowed = ((params.allowedValues ?? [params.allowedValue]) as unknown[]).map(String)
      if (typeof value === 'string' && isSeveralOf(allowed, value))
        return { path, value, message: `${shown(value)} is several; one value is allowed here` }
      const nearest = typeof value === 'string' ? nearestName(value, allowed) : undefined
      return { path, value, message: `${shown(value)} is not one of the allowed values`, allowed, nearest }
    }
    case 'format':
      return { path, value, ...explainDate(String(value), String(schema)) }
    case 'pattern': {
      const title = (parentSchema as { title?: string })?.title
      return { path, value, message: `${shown(value)} is not ${title ?? `of the form ${String(schema)}`}` }
    }
    case 'type': {
      const wanted = [schema].flat().map((type) => inWords[String(type)] ?? String(type))
      if (Array.isArray(value)) return { path, value, message: `${shown(value)} is a list; one value is allowed` }
      if (schema === 'integer' && typeof value === 'string')
        return { path, value, ...explainWholeNumber(value, parentSchema as Bounds) }
      return { path, value, message: `${shown(value)} is not ${wanted.join(' or ')}` }
    }
    case 'minimum':
      return {
        path,
        value,
        message: belowLeast(value, schema),
        nearest: String(schema),
      }
    case 'maximum':
      return {
        path,
        value,
        message: aboveMost(value, schema),
        nearest: String(schema),
      }
    case 'minLength':
      return { path, value, message: `${shown(value)} is shorter than ${schema} character${schema === 1 ? '' : 's'}` }
    case 'maxLength':
      return { path, value, message: `${shown(value)} is longer than ${schema} characters` }
    default:
      return { path, value, message: `${shown(value)} ${error.message ?? 'is not allowed here'}` }
  }
}

/** Whether a text holds several values, separated by commas, of which some are allowed. */
const isSeveralOf = (allowed: string[], text: string): boolean =>
  text.includes(',') && text.split(',').some((part) => allowed.includes(part.trim()))

const belowLeast = (value: unknown, least: unknown) =>
  `${shown(value)} is less than ${least}, the least that is allowed`
const aboveMost = (value: unknown, most: unknown) => `${shown(value)} is more than ${most}, the most that is allowed`

type Bounds = { minimum?: number; maximum?: number }

/** What is wrong with a text that should be a whole number within bounds; digits outside of them are left as text, too. */
function explainWholeNumber(
  text: string,
  { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: Bounds,
): Pick<Explanation, 'message' | 'allowed' | 'nearest'> {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  const nearest = Math.min(Math.max(Math.round(number), minimum), maximum)
  const isWhole = /^-?\d+$/.test(text)
  return {
    message:
      isWhole && number < minimum
        ? belowLeast(text, minimum)
        : isWhole && number > maximum
          ? aboveMost(text, maximum)
          : `${shown(text)} is not a whole number`,
    ...(Number.isFinite(maximum - minimum) && {
      allowed: [`${minimum} to ${maximum}`],
      nearest: Number.isNaN(nearest) ? undefined : String(nearest),
    }),
  }
}

/** What is written for a date of each format. */
const dates: Record<string, string[]> = {
  day: ['YYYY-MM-DD'],
  'day-or-today': ['YYYY-MM-DD', 'today'],
  'partial-date': ['YYYY', 'YYYY-MM', 'YYYY-MM-DD', 'earliest/latest'],
}

function explainDate(text: string, format: string): Pick<Explanation, 'message' | 'allowed' | 'nearest'> {
  try {
    if (format === 'partial-date') spanOf(text)
    else parseDay(text)
  } catch (error) {
    if (error instanceof DateError)
      return { message: error.message, allowed: dates[format], nearest: error.nearest ?? dayMeant(text, format) }
  }
  return { message: `${shown(text)} is not a ${format}` }
}

/** The day that a text means which only writes it in another way: `2025-6-1`, `20250601`, `TODAY`. */
function dayMeant(text: string, format: string): string | undefined {
  if (format === 'day-or-today' && text.trim().toLowerCase() === 'today') return 'today'
  const [, year, month = '', day = ''] =
    /^\s*(\d{4})(?:(\d\d)(\d\d)|[-/.](\d{1,2})[-/.](\d{1,2}))\s*$/.exec(text)?.filter((part) => part !== undefined) ??
    []
  const meant = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return formats.day(meant) ? meant : undefined
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** A value as an error shows it: quoted, and cut where it is long. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? 'nothing')
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
