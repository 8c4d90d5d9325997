import type { PartialDate } from './partial-date.ts'

/** Where an act has its effect: under the treaty, inside a state, or in politics only. */
export const planes = ['international', 'domestic', 'political'] as const
export type Plane = (typeof planes)[number]

/** Every kind of act the record knows, with its plane (Vienna Convention on the Law of Treaties, articles 11 to 25 and 65 to 68). */
export const planeOfKind = {
  signature: 'international',
  succession_to_signature: 'international',
  ratification: 'international',
  acceptance: 'international',
  approval: 'international',
  accession: 'international',
  succession: 'international',
  formal_confirmation: 'international',
  consent_to_be_bound: 'international',
  provisional_application: 'international',
  withdrawal_notification: 'international',
  withdrawal_retraction: 'international',
  withdrawal_of_consent: 'international',
  suspension_notification: 'international',
  objection: 'international',
  objection_withdrawal: 'international',
  reservation: 'international',
  reservation_modification: 'international',
  reservation_withdrawal: 'international',
  declaration: 'international',
  declaration_modification: 'international',
  declaration_withdrawal: 'international',
  derogation: 'international',
  derogation_termination: 'international',
  territorial_application: 'international',
  territorial_limit: 'international',
  communication: 'international',
  government_proposal: 'domestic',
  head_of_state_decree: 'domestic',
  committee_recommendation: 'domestic',
  parliamentary_approval: 'domestic',
  promulgation: 'domestic',
  announcement: 'political',
  condemnation: 'political',
  conference_decision: 'political',
} as const satisfies Record<string, Plane>

export type ActKind = keyof typeof planeOfKind
export const actKinds = Object.keys(planeOfKind) as ActKind[]

/**
 * The acts by which a state expresses its consent to be bound (Vienna Convention, articles 11 to 15). `consent_to_be_bound`
 * is the notification of that name to which the protocols of the Convention on Certain Conventional Weapons leave it.
 */
export const consentKinds = [
  'ratification',
  'acceptance',
  'approval',
  'accession',
  'succession',
  'formal_confirmation',
  'consent_to_be_bound',
] as const satisfies ActKind[]
export type ConsentKind = (typeof consentKinds)[number]

export function isConsent(kind: ActKind): kind is ConsentKind {
  return (consentKinds as readonly ActKind[]).includes(kind)
}

/** The acts that make a signatory: a successor takes over the signature of its predecessor. */
export function isSignature(kind: ActKind): boolean {
  return kind === 'signature' || kind === 'succession_to_signature'
}

/** The acts of a successor state; no treaty here says from when they count, so their day comes from the record. */
export function isSuccession(kind: ActKind): boolean {
  return kind === 'succession' || kind === 'succession_to_signature'
}

/** What a domestic or political act leads towards. */
export const aims = ['consent', 'withdrawal', 'suspension'] as const
export type Aim = (typeof aims)[number]

/**
 * Something that somebody did about a treaty. It carries no date and no evidence of its own: both come from the
 * statements that bear on it. `effective` is a day of effect that a source states, and counts before the day that a clause
 * gives; `targets` are the acts it answers (an objection, a condemnation).
 */
export type Act = {
  id: string
  treaty: string
  kind: ActKind
  state: string | null
  actor: string | null
  aim: Aim | null
  effective: PartialDate | null
  summary: string
  targets: string[]
}

/** Whether an act can change a standing under the treaty at all. */
export function bearsOnStanding({ kind }: Act): boolean {
  return isConsent(kind) || kindsBesideConsent.has(kind)
}

const kindsBesideConsent = new Set<ActKind>([
  'signature',
  'succession_to_signature',
  'withdrawal_notification',
  'withdrawal_retraction',
  'withdrawal_of_consent',
])
