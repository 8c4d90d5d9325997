import { isConsent, isSignature, isSuccession } from './acts.ts'
import {
  articleOf,
  articlesOfWithdrawal,
  clauseOf,
  entersIntoForceFor,
  noticeTakesEffect,
  type TreatyLaw,
} from './clauses.ts'
import type { Claim, Dossier, Objection, RecordedAct } from './dossier.ts'
import { areRival, type KnownStanding } from './evidence.ts'
import { light } from './light.ts'
import { once, onceLately } from './once.ts'
import { type Day, dateInWords, reachedBy, type Span, spanInWords } from './partial-date.ts'
import { firstNoticeOf, isTooEarly } from './worlds.ts'

/** The rules by which an answer is derived, one for each kind of step. */
export const ruleNames = [
  'silence',
  'not_yet_adopted',
  'complete_list',
  'base_open',
  'signature',
  'said_of_signature',
  'consent',
  'entry_into_force',
  'entry_into_force_for_state',
  'treaty_not_in_force',
  'effect_recorded',
  'effect_of_succession_unknown',
  'withdrawal_notified',
  'withdrawal_takes_effect',
  'withdrawal_held',
  'withdrawal_retracted',
  'no_withdrawal_clause',
  'consent_withdrawn',
  'suspension_not_provided',
  'provisional_application',
  'contested',
  'rival_dates',
  'act_denied',
  'act_left_open',
  'claim',
  'claim_of_alternatives',
  'contradiction',
  'too_many_worlds',
  'carried_forward',
  'standing',
  'step_done',
  'step_required',
  'notice_required',
  'not_notified',
  'not_a_party',
  'hypothesis',
] as const
export type RuleName = (typeof ruleNames)[number]

/** One step of a derivation: the rule, the article it rests on, the act it reads, who says so, and the step as a sentence. */
export type Because = { rule: RuleName; article: string | null; act: string | null; statements: string[]; text: string }

/** What a state or a treaty is called in a sentence: "Ukraine", "the Mine Ban Convention". */
export type NameOf = (id: string) => string

// Of more dossiers what was said would only grow old: few are asked about again before as many others.
const mostSpokenOf = 10

const saidOf = once((_: NameOf) => onceLately(mostSpokenOf, (_: Dossier) => new Map<string, unknown>()))

// Most of what is said is said of a dossier that nobody asks about again soon: to keep it would cost more than to say it.
const heard = Symbol('said one time')

/**
 * What is said of a dossier in the same words on every day: from the second time on the same object again, frozen because
 * everyone is given it. `what` tells it from all else that is said of the dossier. What names the day that is asked about is
 * never said here.
 */
export function saidBefore<T>(dossier: Dossier, nameOf: NameOf, what: string, say: () => T): T {
  const said = saidOf(nameOf)(dossier) as Map<string, T | typeof heard>
  const before = said.get(what)
  if (before === undefined) {
    said.set(what, heard)
    return say()
  }
  if (before !== heard) return before
  const now = frozen(say())
  said.set(what, now)
  return now
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    for (const part of Object.values(Object.freeze(value))) frozen(part)
  return value
}

/** One step of a derivation, its parts named. */
export function because(rule: RuleName, text: string, on: Partial<Omit<Because, 'rule' | 'text'>> = {}): Because {
  return {
    rule,
    article: null,
    act: null,
    statements: light([]),
    ...on,
    text: `${capitalised(text)}.`,
  }
}

const verbs: Partial<Record<RecordedAct['kind'], string>> = {
  signature: 'signed',
  ratification: 'ratified',
  acceptance: 'accepted',
  approval: 'approved',
  accession: 'acceded to',
  succession: 'succeeded to',
  formal_confirmation: 'formally confirmed',
  consent_to_be_bound: 'consented to be bound by',
  succession_to_signature: 'succeeded to the signature of',
}

/** Words with a capital first, as they begin a sentence. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** What a kind of act, or of what it brings about, is called in a sentence: "withdrawal notification". */
export function kindInWords(kind: string): string {
  return kind.replaceAll('_', ' ')
}

const nouns: Record<KnownStanding, string> = {
  party: 'a party',
  contracting_state: 'a contracting state',
  signatory: 'a signatory',
  former_party: 'a former party',
  not_party: 'not a party',
}

/** Standings in a sentence: "a party or a former party". */
export function standingsInWords(standings: KnownStanding[]): string {
  return listed(
    standings.map((standing) => nouns[standing]),
    'or',
  )
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** How many statements say something: "one statement says", "three statements say". */
export function statementsSay(number: number, says = 'says', say = 'say'): string {
  return number === 1 ? `one statement ${says}` : `${numbers[number] ?? number} statements ${say}`
}

/** Words in a row: "a, b and c". */
export function listed(words: string[], conjunction: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`
}

/** A date in a sentence, as it is recorded, or else the days it must lie in. */
export function whenInWords({ date, when }: RecordedAct): string {
  return date.value === null ? spanInWords(when) : dateInWords(date.value)
}

/** When an act was done, and what it was in its own summary: steps at home and words differ from state to state. */
export function toldBySummary(act: RecordedAct): string {
  return `${capitalised(whenInWords(act))}: ${act.summary.replace(/\.$/, '')}`
}

/** Why an act that bears on a standing counts on `asOf`, and what the treaty's clauses make of it. */
export function reasonsOfAct(dossier: Dossier, act: RecordedAct, asOf: Day, nameOf: NameOf): Because[] {
  if (namesTheDay(dossier, act)) return reasonsOn(dossier, act, asOf, nameOf)
  return saidBefore(dossier, nameOf, `act ${act.id}`, () => reasonsOn(dossier, act, asOf, nameOf))
}

/** Whether the reasons of an act name the day that is asked about: a conflict of which no end is known is carried forward to it. */
export function namesTheDay({ conflicts, treaty }: Dossier, { kind, took }: RecordedAct): boolean {
  const mayBeHeld = kind === 'withdrawal_notification' && took === null && conflicts.length > 0
  return mayBeHeld && clauseOf(treaty, 'withdrawal')?.rule.heldBy !== null
}

function reasonsOn(dossier: Dossier, act: RecordedAct, asOf: Day, nameOf: NameOf): Because[] {
  const { treaty } = dossier
  const [state, name] = [nameOf(dossier.state), nameOf(treaty.id)]
  const on = { act: act.id, statements: act.statements }
  const doubts = doubtsAbout(act, nameOf)
  const when = whenInWords(act)
  switch (act.kind) {
    case 'signature':
    case 'succession_to_signature': {
      const article = isSuccession(act.kind) ? null : articleOf(clauseOf(treaty, 'signature_open'))
      return [because('signature', `${state} ${verbs[act.kind]} ${name} ${when}`, { ...on, article }), ...doubts]
    }
    case 'withdrawal_notification':
      return [
        because('withdrawal_notified', `${state} notified its withdrawal from ${name} ${when}`, {
          ...on,
          article: articlesOfWithdrawal(treaty).notice,
        }),
        ...doubts,
        effectOfNotice(dossier, act, asOf, nameOf),
      ]
    case 'withdrawal_retraction':
      return [
        because(
          'withdrawal_retracted',
          `${state} took its notification back ${when}; a notification may be revoked at any time before it takes effect`,
          { ...on, article: articleOfRetraction },
        ),
        ...doubts,
      ]
    case 'withdrawal_of_consent':
      return [
        because(
          'consent_withdrawn',
          `${state} took its consent back ${when}; by depositary practice a state may do so before ${name} is in force for it, and then stands where it stood before it consented`,
          on,
        ),
        ...doubts,
      ]
    case 'suspension_notification':
      return [
        because(
          'suspension_not_provided',
          `${state} notified a suspension ${when}; no clause of ${name} provides for one, and a party that suspends is a party all the same`,
          on,
        ),
        ...doubts,
      ]
    case 'provisional_application': {
      const clause = clauseOf(treaty, 'provisional_application')
      const article = articleOf(clause)
      const of = clause?.rule.of
      const text = `${state} declared ${when} that it applies ${of === undefined ? '' : `${of} of `}${name} provisionally; that is not membership`
      return [because('provisional_application', text, { ...on, article }), ...doubts]
    }
    case 'communication': {
      const ofOwnSignature = dossier.acts.some(({ id, kind }) => isSignature(kind) && act.targets.includes(id))
      if (!ofOwnSignature) return []
      const text = `${toldBySummary(act)}; that may end what a signature obliges to, and leaves the standing as it is`
      const article = 'Vienna Convention on the Law of Treaties, article 18(a)'
      return [because('said_of_signature', text, { ...on, article }), ...doubts]
    }
    default: {
      if (!isConsent(act.kind)) return []
      const article = articleOfConsent(treaty, act)
      return [
        because('consent', `${state} ${verbs[act.kind]} ${name} ${when}`, { ...on, article }),
        ...doubts,
        effectOfConsent(dossier, act, nameOf),
      ]
    }
  }
}

/** The article by which a state consents in a way; null for a succession where the article does not name it. */
export function articleOfConsent(treaty: TreatyLaw, { kind }: Pick<RecordedAct, 'kind'>): string | null {
  const clause = clauseOf(treaty, 'consent')
  return isSuccession(kind) && !clause?.rule.by.includes('succession') ? null : articleOf(clause)
}

function effectOfConsent({ treaty, state: id, acts }: Dossier, act: RecordedAct, nameOf: NameOf): Because {
  const [state, name] = [nameOf(id), nameOf(treaty.id)]
  const on = { act: act.id, statements: act.statements }
  if (treaty.entryIntoForce === null) {
    const article = articleOf(clauseOf(treaty, 'entry_into_force'))
    return because('treaty_not_in_force', `${name} is not in force, so a consent makes a contracting state`, {
      ...on,
      article,
    })
  }
  if (act.took !== null) {
    const { statements, says } = whoGivesEffect(act)
    return because('effect_recorded', `${says} it takes effect for ${state} ${spanInWords(act.took)}`, {
      ...on,
      statements,
    })
  }
  if (act.kind === 'succession') {
    const text = `no clause of ${name} says from when a succession counts and the record states no day, so it may be any day up to the deposit`
    return because('effect_of_succession_unknown', text, on)
  }
  const effect = effectSpan(act.when, (day) => entersIntoForceFor(treaty, day))
  const withTreaty = effect.latest === treaty.entryIntoForce
  const rule = withTreaty ? 'entry_into_force' : 'entry_into_force_for_state'
  const article = articleOf(clauseOf(treaty, rule))
  const mayEnd = acts.some(({ kind, targets }) => kind === 'withdrawal_of_consent' && targets.includes(act.id))
  const unless = mayEnd ? ', unless the consent has been taken back by then' : ''
  const text = `${byArticle(article)}${name} enters into force for ${state} ${withTreaty ? 'when it does itself, ' : ''}${spanInWords(effect)}${unless}`
  return because(rule, text, { ...on, article })
}

/** The days on which an effect may come, by the first and the last day of its cause. */
export function effectSpan(cause: Span, effectOf: (day: Day) => Day | null): Span {
  return {
    earliest: cause.earliest === null ? null : effectOf(cause.earliest),
    latest: cause.latest === null ? null : effectOf(cause.latest),
  }
}

/** The paragraph that gives the same day of effect as the record states; null where none does. */
export function articleOfRecordedEffect(
  { treaty, conflicts }: Dossier,
  notice: RecordedAct,
  took: Span,
): string | null {
  const clause = clauseOf(treaty, 'withdrawal')
  if (clause === undefined) return null
  const { earliest, latest } = noticeTakesEffect(clause.rule, notice.when, conflicts)
  return earliest === took.earliest && latest === took.latest ? articlesOfWithdrawal(treaty).effect : null
}

/** The rule by which a notice can be taken back. */
export const articleOfRetraction = 'Vienna Convention on the Law of Treaties, article 68'

/** Why a notice has no effect that came before the first day on which it could be given; null where it did not. */
export function noticeTooEarly(
  dossier: Dossier,
  notice: Pick<RecordedAct, 'when' | 'took'> & Partial<Pick<RecordedAct, 'id' | 'statements'>>,
  nameOf: NameOf,
): Because | null {
  if (notice.when.latest === null || !isTooEarly(dossier, notice)) return null
  const { notice: article } = articlesOfWithdrawal(dossier.treaty)
  const first = firstNoticeOf(dossier, notice.when.latest)
  const text = `${byArticle(article)}${nameOf(dossier.state)} can give notice from ${first} on, so a notice before that day has no effect`
  return because('notice_required', text, { article, act: notice.id ?? null, statements: notice.statements ?? [] })
}

/** Why a notification under a treaty without a way out of its own has no effect by itself. */
export function noWithdrawal(
  treaty: TreatyLaw,
  nameOf: NameOf,
  on: Partial<Pick<Because, 'act' | 'statements'>> = {},
): Because {
  const name = nameOf(treaty.id)
  const onlyWith = clauseOf(treaty, 'withdrawal_only_with')
  if (onlyWith) {
    const article = articleOf(onlyWith)
    const text = `${byArticle(article)}${name} can only be denounced together with ${nameOf(onlyWith.rule.treaty)}, so a notification about it alone has no effect`
    return because('no_withdrawal_clause', text, { ...on, article })
  }
  const article =
    articleOf(clauseOf(treaty, 'no_withdrawal')) ?? 'Vienna Convention on the Law of Treaties, articles 54 and 56'
  const text = `${name} has no clause on withdrawal, so a notification has no effect by itself: by the rule that articles 54 and 56 of the Vienna Convention on the Law of Treaties state, a party can then withdraw only with the consent of all parties, or where they meant to allow it or the nature of the treaty implies it`
  return because('no_withdrawal_clause', text, { ...on, article })
}

function effectOfNotice(dossier: Dossier, act: RecordedAct, asOf: Day, nameOf: NameOf): Because {
  const { treaty, conflicts } = dossier
  const state = nameOf(dossier.state)
  const on = { act: act.id, statements: act.statements }
  if (act.took !== null) {
    const article = articleOfRecordedEffect(dossier, act, act.took)
    const when = `it takes effect ${spanInWords(act.took)}`
    const { statements, says } = whoGivesEffect(act)
    const text = article === null ? `${says} ${when}` : `${byArticle(article)}${when}, as the record also states`
    return because('effect_recorded', text, { ...on, statements, article })
  }
  const clause = clauseOf(treaty, 'withdrawal')
  if (clause === undefined) return noWithdrawal(treaty, nameOf, on)
  const tooEarly = noticeTooEarly(dossier, act, nameOf)
  if (tooEarly) return tooEarly
  const article = articlesOfWithdrawal(treaty).effect
  const { earliest, latest, held } = noticeTakesEffect(clause.rule, act.when, conflicts)
  if (!held) {
    return because(
      'withdrawal_takes_effect',
      `${byArticle(article)}it takes effect ${spanInWords({ earliest, latest })}`,
      { ...on, article },
    )
  }
  const statements = saidBefore(dossier, nameOf, `holding ${act.id}`, () => [
    ...act.statements,
    ...conflicts.flatMap((conflict) => conflict.statements),
  ])
  const carried = latest === null ? `; no end of it is recorded, so it is carried forward to ${asOf}` : ''
  const text = `${byArticle(article)}it takes effect ${spanInWords({ earliest, latest })}, not before the end of the armed conflict in which ${state} is engaged${carried}`
  return because('withdrawal_held', text, { act: act.id, statements, article })
}

/** Who gives the day of effect that counts, all who speak of the act where none of them alone does; and in which way. */
export function whoGivesEffect({ effective, effects, statements }: RecordedAct): {
  statements: string[]
  says: string
} {
  const given = effects.find(({ value }) => value === effective)
  const says =
    effects.length === 0
      ? 'the record, though no source used here, says that'
      : given?.basis === 'inferred'
        ? `${effects.every(({ basis }) => basis === 'inferred') ? 'no source says from when it counts; ' : ''}as it is read (${given.readings.join('; ')}),`
        : 'the record states that'
  return { statements: given?.statements ?? statements, says }
}

/** "By article 17(2) ", or nothing where no article is known. */
export function byArticle(article: string | null): string {
  return article === null ? '' : `by article ${article} `
}

/** What is doubtful about an act: rival dates, a denial, or that a source only leaves it open. */
export function doubtsAbout(act: RecordedAct, nameOf: NameOf): Because[] {
  const doubts: Because[] = []
  const what = `the ${kindInWords(act.kind)}${act.state === null ? '' : ` of ${nameOf(act.state)}`}`
  const { values, conflict, value } = act.date
  if (conflict) {
    const given = datesInWords(values)
    const preferred =
      value !== null && act.assessment?.preferred === value
        ? `${value} is preferred: ${act.assessment.because.map((reason) => reason.replace(/\.$/, '')).join('. ')}`
        : 'none is preferred'
    doubts.push(
      because('rival_dates', `the sources date ${what} ${given}; ${preferred}`, {
        act: act.id,
        statements: values.flatMap(({ statements }) => statements),
      }),
    )
  }
  if (areRival(act.effects)) {
    const text = `the sources have ${what} take effect ${datesInWords(act.effects)}; ${act.effective ?? 'none'} is preferred`
    const statements = act.effects.flatMap(({ statements }) => statements)
    doubts.push(because('rival_dates', text, { act: act.id, statements }))
  }
  if (act.certainty === 'disputed') {
    doubts.push(because('act_denied', `${what} is asserted and denied`, { act: act.id, statements: act.denials }))
  }
  if (act.certainty === 'possible') {
    const text = `${what} is only one of several things that the source leaves open`
    doubts.push(because('act_left_open', text, { act: act.id, statements: act.statements }))
  }
  return doubts
}

function datesInWords(given: RecordedAct['effects']): string {
  const dates = given.map(({ value }) => dateInWords(value))
  return listed(dates, 'and')
}

/** Claims on a standing as sentences; claims of the same standings during the same time are one sentence. */
export function reasonsOfClaims(dossier: Dossier, claims: Claim[], nameOf: NameOf): Because[] {
  if (claims.length === 0) return []
  const what = `claims ${claims.map((claim) => dossier.claims.indexOf(claim))}`
  return saidBefore(dossier, nameOf, what, () => sentencesOfClaims(dossier, claims, nameOf))
}

function sentencesOfClaims(dossier: Dossier, claims: Claim[], nameOf: NameOf): Because[] {
  const alike = Map.groupBy(claims, ({ allowed, during, denies }) => JSON.stringify([allowed, during, denies]))
  return [...alike.values()].flatMap((group) => {
    const [claim] = group
    if (claim === undefined) return []
    const { allowed, during, denies } = claim
    // The words may only imply it, as those of who says that a state is about to leave.
    const who = `as ${statementsSay(group.length, 'has it', 'have it')}`
    const state = nameOf(dossier.state)
    const what = denies
      ? `${state} is not one of the other standings: it is ${standingsInWords(allowed)}`
      : `${state} is ${standingsInWords(allowed)}`
    const which = allowed.length > 1 && !denies ? ', without saying which' : ''
    const rule = allowed.length > 1 ? 'claim_of_alternatives' : 'claim'
    const statements = group.map(({ statement }) => statement)
    return [because(rule, `${who}, ${what} ${duringInWords(during)}${which}`, { statements })]
  })
}

function duringInWords({ earliest, latest }: Span): string {
  if (earliest === null) return `up to ${latest}`
  if (latest === null) return `from ${earliest} on`
  return earliest === latest ? `on ${earliest}` : `from ${earliest} to ${latest}`
}

/** Who contests an act of the state, and who may by then. */
export function reasonsOfObjections(act: RecordedAct, objections: Objection[], nameOf: NameOf): Because[] {
  const what = `the ${kindInWords(act.kind)} of ${nameOf(act.state ?? '')}`
  const told = (some: Objection[], text: (states: string) => string) => {
    if (some.length === 0) return []
    const states = some.map(({ objection: { state, actor } }) => nameOf(state ?? actor ?? 'somebody'))
    const statements = some.flatMap(({ objection }) => objection.statements)
    return [because('contested', text(listed(states, 'and')), { act: act.id, statements })]
  }
  const standing = objections.filter(({ certain }) => certain)
  return [
    ...told(standing, (states) => `${states} ${standing.length === 1 ? 'objects' : 'object'} to ${what}`),
    ...told(
      objections.filter(({ certain, made }) => made && !certain),
      (states) => `${states} objected to ${what}, and may have taken that back by then; the record leaves that open`,
    ),
    ...told(
      objections.filter(({ made }) => !made),
      (states) => `${states} may have objected to ${what} by then; the record leaves that open`,
    ),
  ]
}

/** Whether an act, or an effect that reaches back before it, may have come by a day. */
export function mayCountOn({ kind, when, took }: RecordedAct, day: Day): boolean {
  const reachesBack = isSuccession(kind) && took === null
  return reachesBack || reachedBy(when, day) !== 'no' || (took !== null && reachedBy(took, day) !== 'no')
}
