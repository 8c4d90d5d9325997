import { type Static, Type } from '../json-schema.ts'
import { consentKinds } from './acts.ts'
import { addDays, addMonths, type Day, firstOfMonth, laterOf, type Span } from './partial-date.ts'

/** How long after an instrument an effect comes; counted from the day of deposit or receipt. */
export const Delay = Type.Union([
  Type.Object({ kind: Type.Literal('on_deposit') }, { additionalProperties: false, title: 'On the day of deposit' }),
  Type.Object(
    { kind: Type.Literal('days_after'), days: Type.Integer({ minimum: 1 }) },
    { additionalProperties: false, title: 'So many days after' },
  ),
  Type.Object(
    { kind: Type.Literal('months_after'), months: Type.Integer({ minimum: 1 }) },
    { additionalProperties: false, title: 'So many months after, on the same day of the month or its last' },
  ),
  Type.Object(
    { kind: Type.Literal('first_day_of_month'), months: Type.Integer({ minimum: 1 }) },
    { additionalProperties: false, title: 'On the first day of the nth month after the month of deposit' },
  ),
  Type.Object(
    { kind: Type.Literal('first_day_of_month_following'), months: Type.Integer({ minimum: 1 }) },
    { additionalProperties: false, title: 'On the first day of the month that follows so many months after' },
  ),
])
export type Delay = Static<typeof Delay>

const ConsentKinds = Type.Array(Type.Enum([...consentKinds]), { minItems: 1 })

/** What an entry into force waits for although the instruments are there. */
export const Floor = Type.Union([
  Type.Object(
    { kind: Type.Literal('entry_into_force_of'), treaty: Type.String({ description: 'The id of the other treaty.' }) },
    { additionalProperties: false, title: 'Not before another treaty is in force' },
  ),
  Type.Object(
    { kind: Type.Literal('years_after_opening'), years: Type.Integer({ minimum: 1 }) },
    { additionalProperties: false, title: 'Not before so many years after the opening for signature' },
  ),
])
export type Floor = Static<typeof Floor>

/** A final clause as data: a closed union, each member one thing that a treaty's final clauses settle. */
export const Rule = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('signature_open'),
      from: Type.Union([Type.String(), Type.Null()], {
        description: 'The first day for signature, null where no source at hand names it.',
      }),
      until: Type.Union([Type.String(), Type.Null()], {
        description: 'The last day for signature, `entry_into_force`, or null where no end is set.',
      }),
      by: Type.Optional(Type.String({ description: 'Who can sign, where that is not every state.' })),
    },
    { additionalProperties: false, title: 'Open for signature' },
  ),
  Type.Object(
    {
      kind: Type.Literal('consent'),
      by: ConsentKinds,
      partyTo: Type.Optional(
        Type.String({ description: 'The id of the treaty to which a state must consent first or with it.' }),
      ),
    },
    { additionalProperties: false, title: 'Ways to consent to be bound' },
  ),
  Type.Object(
    {
      kind: Type.Literal('entry_into_force'),
      instruments: Type.Integer({
        minimum: 1,
        description: 'The number of instruments that brings the treaty into force.',
      }),
      counting: ConsentKinds,
      delay: Delay,
      allOf: Type.Optional(
        Type.Array(Type.String({ pattern: '^[A-Z]{3}$' }), {
          minItems: 1,
          uniqueItems: true,
          description: 'The states whose instruments they must be, where the treaty names them: ISO 3166-1 alpha-3.',
        }),
      ),
      statesOnly: Type.Optional(
        Type.Literal(true, { description: 'The instrument of an organization of states does not count.' }),
      ),
      notBefore: Type.Optional(Floor),
    },
    { additionalProperties: false, title: 'Entry into force of the treaty' },
  ),
  Type.Object(
    { kind: Type.Literal('no_signature') },
    { additionalProperties: false, title: 'Not signed: open to consent only' },
  ),
  Type.Object(
    { kind: Type.Literal('protocols_to_accept'), atLeast: Type.Integer({ minimum: 1 }) },
    { additionalProperties: false, title: 'How many annexed protocols a state must accept with its consent' },
  ),
  Type.Object(
    {
      kind: Type.Literal('entry_into_force_of_part'),
      of: Type.String({ description: 'The part of the treaty, or what is annexed to it.' }),
      instruments: Type.Integer({ minimum: 1 }),
      counting: Type.Array(Type.Enum([...consentKinds, 'declaration']), { minItems: 1 }),
      delay: Delay,
    },
    { additionalProperties: false, title: 'Entry into force of a part that waits for instruments of its own' },
  ),
  Type.Object(
    {
      kind: Type.Literal('entry_into_force_for_state'),
      delay: Delay,
      appliesTo: Type.Enum(['deposits_after_threshold', 'deposits_after_entry_into_force'], {
        description: 'Every earlier deposit takes effect with the treaty itself.',
      }),
    },
    { additionalProperties: false, title: 'Entry into force for a single state' },
  ),
  Type.Object(
    {
      kind: Type.Literal('withdrawal'),
      delay: Delay,
      heldBy: Type.Union([Type.Literal('armed_conflict'), Type.Literal('armed_conflict_or_occupation'), Type.Null()], {
        description: 'What keeps a withdrawal from taking effect when the period has run.',
      }),
      notify: Type.Array(Type.String(), { minItems: 1, description: 'To whom notice is given.' }),
      reasonsRequired: Type.Boolean(),
      noticeAfter: Type.Optional({
        ...Delay,
        description: 'How long after the entry into force for the state notice can be given at the earliest.',
      }),
      laterDay: Type.Optional(
        Type.Literal(true, { description: 'The notice may name a later day on which it takes effect.' }),
      ),
      articles: Type.Optional(
        Type.Object(
          { notice: Type.String(), effect: Type.String() },
          {
            additionalProperties: false,
            description: 'The paragraphs on notice and on its effect, where they differ.',
          },
        ),
      ),
    },
    { additionalProperties: false, title: 'Withdrawal' },
  ),
  Type.Object(
    { kind: Type.Literal('no_withdrawal') },
    { additionalProperties: false, title: 'No clause on withdrawal' },
  ),
  Type.Object(
    { kind: Type.Literal('withdrawal_extends_to'), treaties: Type.Array(Type.String(), { minItems: 1 }) },
    { additionalProperties: false, title: 'Withdrawal reaches the treaties annexed to this one' },
  ),
  Type.Object(
    { kind: Type.Literal('withdrawal_only_with'), treaty: Type.String() },
    { additionalProperties: false, title: 'No withdrawal but from the treaty that this one amends' },
  ),
  Type.Object(
    {
      kind: Type.Literal('reservations'),
      permitted: Type.Enum(['none', 'compatible', 'not_settled']),
      except: Type.Optional(Type.String({ description: 'What the treaty permits or bars besides, in words.' })),
    },
    { additionalProperties: false, title: 'Reservations' },
  ),
  Type.Object(
    { kind: Type.Literal('provisional_application'), of: Type.String() },
    { additionalProperties: false, title: 'Provisional application' },
  ),
  Type.Object(
    { kind: Type.Literal('no_provisional_application') },
    { additionalProperties: false, title: 'No clause on provisional application' },
  ),
  Type.Object(
    { kind: Type.Literal('no_succession') },
    { additionalProperties: false, title: 'No clause on succession: the day of effect comes from the record' },
  ),
  Type.Object(
    { kind: Type.Literal('unlimited_duration') },
    { additionalProperties: false, title: 'Unlimited duration' },
  ),
  Type.Object(
    { kind: Type.Literal('other_obligations_continue') },
    { additionalProperties: false, title: 'Obligations under other rules of international law go on' },
  ),
  Type.Object(
    { kind: Type.Literal('depositary'), depositary: Type.String() },
    { additionalProperties: false, title: 'Depositary' },
  ),
])
export type Rule = Static<typeof Rule>
export type RuleKind = Rule['kind']
export type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>

/** One final clause of a treaty: the article (null where it says what the treaty does not provide for), its rule as data, and the deciding words. */
export type Clause = {
  id: string
  article: string | null
  rule: Rule
  summary: string
  words: string | null
  citation: string
}

/** What the law needs to know of a clause. */
export type ClauseOfLaw = Pick<Clause, 'id' | 'article' | 'rule'>

/** What the law needs to know of a treaty; each day is null while it has not come. */
export type TreatyLaw = {
  id: string
  adopted: Day
  thresholdReached: Day | null
  entryIntoForce: Day | null
  clauses: ClauseOfLaw[]
}

/** The treaty's clause of one kind with its rule, or `undefined` where it has none. */
export function clauseOf<K extends RuleKind>(
  treaty: TreatyLaw,
  kind: K,
): (Omit<ClauseOfLaw, 'rule'> & { rule: RuleOf<K> }) | undefined {
  return treaty.clauses.find((clause): clause is ClauseOfLaw & { rule: RuleOf<K> } => clause.rule.kind === kind)
}

/** The article of a clause; null where it has none: what a treaty leaves out stands in no article. */
export function articleOf(clause: Pick<Clause, 'article'> | undefined): string | null {
  return clause?.article ?? null
}

/** The paragraphs that govern a notice of withdrawal and its effect; null where the treaty has no clause on withdrawal. */
export function articlesOfWithdrawal(treaty: TreatyLaw): { notice: string | null; effect: string | null } {
  const clause = clauseOf(treaty, 'withdrawal')
  return clause?.rule.articles ?? { notice: articleOf(clause), effect: articleOf(clause) }
}

/** The day on which `delay`, counted from `day`, has run. */
export function dayAfter(delay: Delay, day: Day): Day {
  switch (delay.kind) {
    case 'on_deposit':
      return day
    case 'days_after':
      return addDays(day, delay.days)
    case 'months_after':
      return addMonths(day, delay.months)
    case 'first_day_of_month':
      return firstOfMonth(day, delay.months)
    case 'first_day_of_month_following':
      return firstOfMonth(addMonths(day, delay.months), 1)
  }
}

/** An armed conflict as the law reads it: when it began, and when it ended, or null while no end is known. */
export type ArmedConflict = { began: Span; ended: Span | null }

/**
 * When an instrument deposited on `day` brings the treaty into force for its state: by the state's own clause where the
 * deposit is late enough, otherwise with the treaty itself; never (`null`) while the treaty is not in force.
 */
export function entersIntoForceFor(treaty: TreatyLaw, day: Day): Day | null {
  const clause = clauseOf(treaty, 'entry_into_force_for_state')
  const from = clause?.rule.appliesTo === 'deposits_after_threshold' ? treaty.thresholdReached : treaty.entryIntoForce
  if (treaty.entryIntoForce === null) return null
  if (clause === undefined || from === null || day <= from) return treaty.entryIntoForce
  return laterOf(dayAfter(clause.rule.delay, day), treaty.entryIntoForce)
}

/**
 * When a notice of withdrawal received on `day` takes effect. A conflict that goes on when the period expires holds it
 * until the conflict ends (Mine Ban Convention, article 20(3)); while no end is known, `latest` is null. So it is where an
 * occupation holds it as well: there the party stays bound until those protected have come home (Convention on Certain
 * Conventional Weapons, article 9(2)), and no end of a conflict tells when.
 */
export function withdrawalTakesEffect(
  rule: RuleOf<'withdrawal'>,
  day: Day,
  conflicts: ArmedConflict[],
): { earliest: Day; latest: Day | null; held: boolean } {
  return expiryTakesEffect(rule, dayAfter(rule.delay, day), conflicts)
}

/** When a withdrawal takes effect whose period expires on `expiry`: then, or when the conflict that holds it ends. */
export function expiryTakesEffect(
  rule: RuleOf<'withdrawal'>,
  expiry: Day,
  conflicts: ArmedConflict[],
): { earliest: Day; latest: Day | null; held: boolean } {
  if (rule.heldBy === null) return { earliest: expiry, latest: expiry, held: false }
  let earliest = expiry
  let latest: Day | null = expiry
  let held = false
  for (const { began, ended } of conflicts) {
    const notYetBegun = began.earliest !== null && began.earliest > expiry
    const over = ended !== null && ended.latest !== null && ended.latest <= expiry
    if (notYetBegun || over) continue
    held = true
    const surelyEngaged = began.latest !== null && began.latest <= expiry
    if (surelyEngaged && ended?.earliest) earliest = laterOf(earliest, ended.earliest)
    latest = latest && ended?.latest && rule.heldBy === 'armed_conflict' ? laterOf(latest, ended.latest) : null
  }
  return { earliest, latest, held }
}

/**
 * When a notice received on some day of `notice` takes effect: the earliest effect of its first day, the latest of its
 * last; an end is null where the notice or the conflict leaves it open.
 */
export function noticeTakesEffect(
  rule: RuleOf<'withdrawal'>,
  notice: Span,
  conflicts: ArmedConflict[],
): { earliest: Day | null; latest: Day | null; held: boolean } {
  const first = notice.earliest === null ? null : withdrawalTakesEffect(rule, notice.earliest, conflicts)
  const last = notice.latest === null ? null : withdrawalTakesEffect(rule, notice.latest, conflicts)
  return {
    earliest: first?.earliest ?? null,
    latest: last?.latest ?? null,
    held: (first?.held ?? false) || (last?.held ?? false),
  }
}
