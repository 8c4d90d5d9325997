import { consentKinds } from '../../domain/acts.ts'
import { standings } from '../../domain/evidence.ts'
import { precisions } from '../../domain/partial-date.ts'
import { withdrawalStages } from '../../domain/withdrawal.ts'
import { Type } from '../../json-schema.ts'
import { Act } from './acts.ts'
import { list, one } from './answers.ts'
import { component, described, orNull, Text, TextOrNull, words } from './component.ts'
import { DateKnown } from './dates.ts'
import { Links, Ref, RefOrNull } from './references.ts'
import { Source } from './sources.ts'
import { Statement } from './statements.ts'
import { Clause } from './treaties.ts'
import { BecauseStep, Withdrawal } from './withdrawal.ts'

export const standingOrUnknown = words(
  [...standings, 'unknown'] as const,
  'The standing on the day; `unknown` where the evidence leaves several open.',
)

export const Since = component(
  'Since',
  Type.Object(
    {
      value: Text,
      precision: words(precisions, 'How much of the date is known.'),
      earliest: orNull(Type.String({ format: 'date' })),
      latest: orNull(Type.String({ format: 'date' })),
    },
    { description: 'The day, or the days, on which a standing began.' },
  ),
)

/** How far the record confirms a standing on a day. */
export const confirmationFields = {
  confirmedThrough: described(
    TextOrNull,
    'The last day up to which the record is known to be complete here: a day, `unlimited`, or null. What the depositary had been given by `knownOn` and made known later shortens it.',
  ),
  carriedForward: Type.Boolean({ description: 'Whether the last known standing is carried forward to the day.' }),
}

const standingFields = {
  standing: standingOrUnknown,
  possible: Type.Array(Type.Enum([...standings]), { description: 'The standings that the evidence leaves open.' }),
  certain: Type.Boolean({ description: 'Whether it leaves one only.' }),
  since: described(orNull(Since), 'When the standing began; null where that is not known.'),
  ...confirmationFields,
}

export const Member = component(
  'Member',
  Type.Object(
    {
      state: Ref,
      treaty: Ref,
      ...standingFields,
      consent: described(
        orNull(Type.Object({ act: Ref, kind: words(consentKinds, 'By which kind of act.'), date: orNull(DateKnown) })),
        'The last act by which it consented to be bound, by the day; null where it has taken that back.',
      ),
      withdrawalStage: words(withdrawalStages, 'How far a withdrawal has come.'),
      links: Links,
    },
    { description: 'The standing of a state in a treaty on a day.' },
  ),
)

export const Membership = component(
  'Membership',
  Type.Object(
    {
      state: Ref,
      treaty: Ref,
      ...standingFields,
      contradicted: Type.Boolean({ description: 'Whether its evidence contradicts itself.' }),
      contested: Type.Array(
        Type.Object({
          act: Ref,
          by: Type.Array(
            Type.Object({
              act: Ref,
              state: RefOrNull,
              certain: Type.Boolean({ description: 'Whether it surely stands on the day; false where it only may.' }),
            }),
          ),
        }),
        { description: 'Its acts that others object to, or may have objected to by the day, and who.' },
      ),
      because: Type.Array(BecauseStep, { description: 'The derivation, in order.' }),
      withdrawal: Withdrawal,
      conflicts: Type.Array(Ref, { description: 'Rival values that bear on it.' }),
      links: Links,
    },
    { description: 'The standing of a state in a treaty on a day, with its whole derivation.' },
  ),
)

const EvidenceBundle = component(
  'EvidenceBundle',
  Type.Object(
    {
      standing: Membership,
      clauses: Type.Array(Clause, { description: 'The final clauses of the treaty, which the derivation applies.' }),
      acts: Type.Array(Act, { description: 'Every act that the derivation names, and whoever objects to one.' }),
      statements: Type.Array(Statement, { description: 'Every statement that it names or that bears on those acts.' }),
      sources: Type.Array(Source, { description: 'Where the statements and the complete lists are printed.' }),
      completeLists: Type.Array(Type.Object({ source: Text, completeAsAt: Type.String({ format: 'date' }) }), {
        description: 'The lists that name every participant, and the day up to which each does.',
      }),
      links: Links,
    },
    { description: 'A standing with all that it rests on.' },
  ),
)

export const counted = {
  inForce: Type.Integer({ description: 'States for which the treaty is certainly in force.' }),
  byDeposit: Type.Integer({
    description: 'States whose consent is certainly deposited and not withdrawn with effect.',
  }),
  byStanding: Type.Object(
    Object.fromEntries([...standings, 'unknown'].map((standing) => [standing, Type.Integer()])) as Record<
      (typeof standings)[number] | 'unknown',
      ReturnType<typeof Type.Integer>
    >,
  ),
}

export const Counts = component(
  'Counts',
  Type.Object(
    {
      ...counted,
      signed: Type.Integer({ description: 'States that have signed, parties included, and have not left.' }),
      basis: Type.Object(
        { inForce: Text, byDeposit: Text, signed: Text, states: Text },
        { description: 'What each number counts, and of which states.' },
      ),
    },
    { description: 'How many states stand how on the day; filters do not change it.' },
  ),
)

export const MemberList = list('MemberList', Member, { counts: Counts })

export const StateTreatyList = list('StateTreatyList', Member)

export const MembershipAnswer = one('MembershipAnswer', Membership)

export const EvidenceAnswer = one('EvidenceAnswer', EvidenceBundle)
