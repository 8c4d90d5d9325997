import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { addDays, DateError, parseDay } from '../../domain/partial-date.ts'
import { Type } from '../../json-schema.ts'
import {
  type Change,
  type ChangeKind,
  changeKinds,
  changesInTurns,
  changesSince,
  keyOfChange,
} from '../../storage/changes.ts'
import { type ThingKind, thingKinds } from '../../storage/facts.ts'
import { countKnownAfter, listKnownAfter } from '../../storage/known-after.ts'
import { namesOfTreaties } from '../../storage/names.ts'
import { type Page, type Paged, pageOf } from '../../storage/page.ts'
import type { Pins } from '../../storage/pins.ts'
import { answerList } from '../answers.ts'
import { ChangeList, ChangeOfThing } from '../components/changes.ts'
import { type Context, frozen } from '../context.ts'
import { filterParameters, treatyInQuery } from '../named.ts'
import { listQuery, listResponses } from '../offers.ts'
import { expectRecord, pinParameters, readPins } from '../pins.ts'
import { invalidParameter, problemResponses } from '../problems.ts'
import { treatyRef } from '../references.ts'
import { expectTurn, giveWay } from '../turns.ts'
import { oneOf } from './parameters.ts'

const resources = {
  state: 'states',
  treaty: 'treaties',
  speaker: 'speakers',
  source: 'sources',
  statement: 'statements',
  act: 'acts',
} as const

function hrefOf({ change, kind, id, treaty }: Change): string | null {
  if (change === 'withdrawn' || kind === 'circumstance') return null
  return kind === 'clause' ? `/v1/treaties/${treaty}/clauses` : `/v1/${resources[kind]}/${encodeURIComponent(id)}`
}

const bases = {
  record:
    'Every fact of the two records was compared, thing by thing; what is computed from the facts, such as the date of an act from its evidence, is not counted again.',
  day: 'What became known after that day, as this record has it. What was corrected or withdrawn since, only an earlier record can tell: give the id of one.',
}

/** More things than these are not told as what is new. */
const mostKnown = 50_000

function expectFew(known: number, since: string): void {
  if (known > mostKnown)
    throw invalidParameter({
      parameter: 'since',
      value: since,
      message: `since then ${known} things became known, and at most ${mostKnown} are told; ask from a later day, or take the lists`,
    })
}

type Asked = {
  since: string
  change?: ChangeKind
  kind?: ThingKind
  treaty?: string
  knownOn?: string
  accordingTo?: string[]
}

/** How many changes of each sort there are, and a page of those that are asked for. */
type Found = { counts: Record<ChangeKind, number>; read: (page: Page) => Paged<Change> }

/** The changes since a record, of which neither knownOn nor accordingTo makes sense: they would compare two answers. */
async function changesSinceRecord(
  request: FastifyRequest<{ Querystring: Asked }>,
  { snapshot, kept }: Context,
): Promise<Change[]> {
  const { query } = request
  const { since: id } = query
  const now = snapshot()
  for (const parameter of ['knownOn', 'accordingTo'] as const)
    if (query[parameter] !== undefined)
      throw invalidParameter({
        parameter,
        value: [query[parameter]].flat().join(','),
        message: 'this goes with a day, not with a record',
      })
  if (id === now.id) return []
  const ids = kept?.ids() ?? []
  if (kept === undefined || !ids.includes(id)) {
    const message = 'this server keeps no such record'
    throw invalidParameter({ parameter: 'since', value: id, message, allowed: [now.id, ...ids] })
  }
  return changesSince(now, id, async () => {
    expectTurn(request)
    return kept.read(id, ({ database }) => changesInTurns(database, now.database, giveWay))
  })
}

async function sinceRecord(request: FastifyRequest<{ Querystring: Asked }>, context: Context): Promise<Found> {
  const { query } = request
  const all = await changesSinceRecord(request, context)
  const treaty = treatyInQuery(query.treaty, context)
  const found = all.filter(
    (one) =>
      (query.change === undefined || one.change === query.change) &&
      (query.kind === undefined || one.kind === query.kind) &&
      (treaty === undefined || one.treaty === treaty),
  )
  const countOf = (kind: ChangeKind) => all.filter(({ change }) => change === kind).length
  return {
    counts: { added: countOf('added'), corrected: countOf('corrected'), withdrawn: countOf('withdrawn') },
    read: (page) => pageOf(found, page, keyOfChange),
  }
}

/** What became known after a day, all of which is an addition. */
function sinceDay(query: Asked, pins: Pins, context: Context): Found {
  const { database } = context.snapshot()
  const day = dayOf(query.since)
  expectFew(countKnownAfter(database, day, { ...pins, accordingTo: 'all' }, ['statement', 'act']), query.since)
  const filter = { kind: query.kind, treaty: treatyInQuery(query.treaty, context) }
  return {
    counts: { added: countKnownAfter(database, day, pins), corrected: 0, withdrawn: 0 },
    read: (page) =>
      query.change === undefined || query.change === 'added'
        ? listKnownAfter(database, day, pins, filter, page)
        : pageOf<Change>([], page, keyOfChange),
  }
}

/** What became of the facts since an earlier record or a day. */
export const changes =
  (served: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/changes',
      {
        schema: {
          operationId: 'listChanges',
          summary: 'What has changed',
          description:
            'Since an earlier record, by its id: what was added, corrected (each fact before and after) and withdrawn, deletions included, in the record that is served. Since a day: what became known after it, at most 50,000 things. Which earlier records a server keeps, the problem says that answers another id.',
          tags: ['Record'],
          querystring: listQuery({
            since: Type.String({
              maxLength: 100,
              description: 'The id of an earlier record, or a day.',
              examples: ['2025-06-28'],
            }),
            change: oneOf(changeKinds, 'Only this.', 'added'),
            kind: oneOf(thingKinds, 'Only things of this kind.', 'statement'),
            treaty: filterParameters.treaty,
            ...pinParameters,
          }),
          response: {
            ...listResponses('A page of changes.', ChangeList, ChangeOfThing),
            ...problemResponses(400, 409, 500),
          },
        },
        config: {
          examples: ['/v1/changes?since=2025-06-28&accordingTo=article&kind=act', '/v1/changes?since=0000000000000001'],
        },
      },
      async (request, reply) => {
        const { query } = request
        const { since } = query
        const context = frozen(served)
        const now = context.snapshot()
        const basis = /^[0-9a-f]{16}$/.test(since) ? 'record' : 'day'
        expectRecord(query, now)
        const pins = basis === 'day' ? readPins(query, context) : undefined
        // A day ahead of it is today already somewhere on Earth.
        if (pins && dayOf(since) > addDays(pins.knownOn, 1))
          throw invalidParameter({
            parameter: 'since',
            value: since,
            message: `nothing that is known on ${pins.knownOn} became known after ${since}`,
          })
        const { counts, read } = pins ? sinceDay(query, pins, context) : await sinceRecord(request, context)
        const names = namesOfTreaties(now.database)
        const show = (one: Change) => ({
          ...one,
          treaty: one.treaty === null ? null : treatyRef({ id: one.treaty, name: names.get(one.treaty) ?? one.treaty }),
          href: hrefOf(one),
        })
        const beside = { since, counts, basis: bases[basis] }
        return answerList(
          request,
          reply,
          { name: 'changes', keys: 1, row: ChangeOfThing, read, show },
          context,
          pins,
          beside,
        )
      },
    )
  }

function dayOf(since: string) {
  try {
    return parseDay(since)
  } catch (error) {
    if (!(error instanceof DateError)) throw error
    const message = `${error.message}; or give the id of a record, 16 hexadecimal digits`
    throw invalidParameter({ parameter: 'since', value: since, message, nearest: error.nearest })
  }
}
