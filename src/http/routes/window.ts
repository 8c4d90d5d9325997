import { Type } from '../../json-schema.ts'
import type { Context } from '../context.ts'
import { invalidParameter } from '../problems.ts'

/** The first or the last day of a window in a query. */
export const windowDay = (description: string, example: string) =>
  Type.String({ format: 'day-or-today', description, examples: [example] })

type Window = { from?: string; to?: string }

/** The days of a query's window, as far as it is given, `today` as the day that it is. Throws a 400 where it ends before it begins. */
export function readWindow<W extends Window>(query: W, { today }: Context): { from: W['from']; to: W['to'] } {
  const [from, to] = [query.from, query.to].map((day) => (day === 'today' ? today() : day))
  if (from !== undefined && to !== undefined && from > to)
    throw invalidParameter({ parameter: 'to', value: to, message: `the window ends before it begins, on ${from}` })
  return { from, to }
}
