import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { lastConsent } from '../../domain/dossier.ts'
import { standings } from '../../domain/evidence.ts'
import { countsOn } from '../../domain/history.ts'
import type { Day } from '../../domain/partial-date.ts'
import type { TreatyRecord } from '../../domain/record.ts'
import { type StandingAnswer, standingAloneOn } from '../../domain/standing.ts'
import { stretchAround } from '../../domain/stretch.ts'
import { type WithdrawalTrack, withdrawalStageOn, withdrawalStages } from '../../domain/withdrawal.ts'
import { Type } from '../../json-schema.ts'
import { namesOfStates, namesOfTreaties } from '../../storage/names.ts'
import { type Page, type Paged, pageOf } from '../../storage/page.ts'
import { pinnedPartsOf, pinnedRecord } from '../../storage/treaty-records.ts'
import { answerFormatted, answerList } from '../answers.ts'
import { derivedForDays } from '../caching.ts'
import { quoted, standingCitation } from '../cite.ts'
import { Member, MemberList, MembershipAnswer, StateTreatyList } from '../components/members.ts'
import { type Context, frozen } from '../context.ts'
import { membershipOf, pathOf, standingShown, statementsFor } from '../membership.ts'
import { stateInPath, treatyInPath } from '../named.ts'
import { citedFormats, formattedQuery, listQuery, listResponses, oneResponses } from '../offers.ts'
import { sendInPieces } from '../pieces.ts'
import { derivedParameters, readDerivedPins } from '../pins.ts'
import { problemResponses } from '../problems.ts'
import { actRef, dateOfAct, stateRef, treatyRef } from '../references.ts'
import { expectTurn, giveWay } from '../turns.ts'
import { stateParams, treatyParams } from './parameters.ts'

type Named = { id: string; name: string }

function showMember(record: TreatyRecord, state: Named, treaty: Named, asOf: Day) {
  const consent = lastConsent(record, state.id, asOf)
  return {
    state: stateRef(state),
    treaty: treatyRef(treaty),
    ...standingShown(standingAloneOn(record, state.id, asOf)),
    consent:
      consent === undefined
        ? null
        : {
            act: actRef({ id: consent.id, name: consent.summary }),
            kind: consent.kind,
            date: dateOfAct(consent.date),
          },
    withdrawalStage: withdrawalStageOn(record, state.id, asOf),
    links: { self: pathOf(treaty.id, state.id) },
  }
}

const filters = {
  standing: Type.Optional(
    Type.Array(Type.Enum([...standings, 'unknown'] as const), {
      minItems: 1,
      maxItems: 6,
      description: 'Only states with one of these standings on the day, separated by commas or given again.',
      examples: [['party']],
    }),
  ),
  withdrawalStage: Type.Optional(
    Type.Array(Type.Enum([...withdrawalStages]), {
      minItems: 1,
      maxItems: 7,
      description: 'Only states whose withdrawal has come this far, or to one of these stages.',
      examples: [['domestic']],
    }),
  ),
}

type Filters = { standing?: StandingAnswer['standing'][]; withdrawalStage?: WithdrawalTrack['stage'][] }
const meets = ({ standing, withdrawalStage }: Filters) => {
  return (member: { standing: StandingAnswer['standing']; withdrawalStage: WithdrawalTrack['stage'] }) =>
    (standing === undefined || standing.includes(member.standing)) &&
    (withdrawalStage === undefined || withdrawalStage.includes(member.withdrawalStage))
}

/** Of how many treaties one state's part is read at a time. */
const atATime = 100

/** Who is bound: the standing of states in treaties, on a day, as known on a day, according to whom, and why. */
export const members =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/treaties/:treaty/members',
      {
        schema: {
          operationId: 'listMembers',
          summary: 'The standing of every state',
          description:
            'The standing of every state in the treaty on a day, with how many stand how, counted on both bases. When a state came into being is not in the record: before that day it is `not_party`, as one that stayed away is, or `unknown` where it succeeded to the treaty and no source says from when.',
          tags: ['Membership'],
          params: treatyParams,
          querystring: listQuery({ ...filters, ...derivedParameters }),
          response: {
            ...listResponses('A page of standings, and the counts of all.', MemberList, Member),
            ...problemResponses(400, 404, 409, 500),
          },
        },
        config: {
          examples: [
            '/v1/treaties/mine-ban/members?standing=not_party&asOf=2025-07-01&knownOn=2025-07-01&limit=3',
            '/v1/treaties/mine-bam/members',
            '/v1/treaties/mine-ban/members?standing=member',
          ],
        },
      },
      (request, reply) => {
        const pins = readDerivedPins(request.query, context)
        const { database } = context.snapshot()
        const id = treatyInPath(request.params.treaty, context)
        const record = pinnedRecord(database, id, pins)
        derivedForDays(request, () => stretchAround(record, null, pins.asOf))
        const treaty = { id, name: namesOfTreaties(database).get(id) ?? id }
        const states = [...namesOfStates(database)].map(([state, name]) => ({ id: state, name }))
        const all = states.map((state) => showMember(record, state, treaty, pins.asOf))
        const read = (page: Page) => pageOf(all.filter(meets(request.query)), page, ({ state }) => state.id)
        const counts = countsOn(
          record,
          states.map((state) => state.id),
          pins.asOf,
        )
        return answerList(
          request,
          reply,
          { name: 'members', inPieces: true, keys: 1, row: Member, read, show: (member) => member },
          context,
          pins,
          { counts },
        )
      },
    )

    app.get(
      '/v1/treaties/:treaty/members/:state',
      {
        schema: {
          operationId: 'getMember',
          summary: 'The standing of one state',
          description:
            'The standing of a state in a treaty on a day with its whole derivation, the track of its withdrawal, and the conflicts that bear on it.',
          tags: ['Membership'],
          params: Type.Object({ ...treatyParams.properties, ...stateParams.properties }),
          querystring: formattedQuery(derivedParameters, citedFormats),
          response: {
            ...oneResponses('The standing and its reasons.', MembershipAnswer, citedFormats),
            ...problemResponses(400, 404, 409, 500),
          },
        },
        config: {
          examples: [
            '/v1/treaties/mine-ban/members/ukraine?asOf=2025-07-01&knownOn=2025-07-01&accordingTo=article',
            '/v1/treaties/mine-ban/members/Ukrane',
            '/v1/treaties/mine-ban/members/ukraine?asOf=2025-02-30',
          ],
        },
      },
      (request, reply) => {
        const pins = readDerivedPins(request.query, context)
        const { database } = context.snapshot()
        const treaty = treatyInPath(request.params.treaty, context)
        const state = stateInPath(request.params.state, context)
        const membership = membershipOf(database, treaty, state, pins)
        derivedForDays(request, () => stretchAround(pinnedRecord(database, treaty, pins), state, pins.asOf))
        const answer = answerFormatted(request, reply, membership, context, pins, {
          cited: (setting) => standingCitation(membership, quoted(database, statementsFor(membership), pins), setting),
        })
        return sendInPieces(reply, answer)
      },
    )

    app.get(
      '/v1/states/:state/treaties',
      {
        schema: {
          operationId: 'listTreatiesOfState',
          summary: 'Its standing in every treaty',
          description: 'The standing of one state in every treaty of the record, on a day.',
          tags: ['Membership'],
          params: stateParams,
          querystring: listQuery({ ...filters, ...derivedParameters }),
          response: {
            ...listResponses('A page of standings.', StateTreatyList, Member),
            ...problemResponses(400, 404, 409, 500),
          },
        },
        config: {
          examples: [
            '/v1/states/ukraine/treaties?asOf=2025-07-01&knownOn=2025-07-01&limit=3',
            '/v1/states/Ukrane/treaties',
            '/v1/states/ukraine/treaties?standing=member',
          ],
        },
      },
      async (request, reply) => {
        const { query } = request
        const now = frozen(context)
        const pins = readDerivedPins(query, now)
        const { database } = now.snapshot()
        const id = stateInPath(request.params.state, now)
        const state = { id, name: namesOfStates(database).get(id) ?? id }
        const names = namesOfTreaties(database)
        const show = (treaties: string[]) =>
          pinnedPartsOf(database, id, treaties, pins).map((part) => {
            const treaty = { id: part.treaty.id, name: names.get(part.treaty.id) ?? part.treaty.id }
            return showMember(part, state, treaty, pins.asOf)
          })
        const treaties = [...names.keys()]
        let read = (page: Page): Paged<ReturnType<typeof showMember>> => {
          const { rows, ...rest } = pageOf(treaties, page, (treaty) => treaty)
          return { ...rest, rows: show(rows) }
        }
        if (query.standing !== undefined || query.withdrawalStage !== undefined) {
          if (treaties.length > atATime) expectTurn(request)
          const met: ReturnType<typeof showMember>[] = []
          for (let first = 0; first < treaties.length; first += atATime) {
            // To derive some thousands of standings would keep every other request waiting for the end.
            if (first > 0) await giveWay()
            met.push(...show(treaties.slice(first, first + atATime)).filter(meets(query)))
          }
          read = (page) => pageOf(met, page, ({ treaty }) => treaty.id)
        }
        return answerList(
          request,
          reply,
          { name: 'state-treaties', keys: 1, row: Member, read, show: (member) => member },
          now,
          pins,
        )
      },
    )
  }
