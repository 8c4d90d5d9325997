import { withdrawalStages } from '../../domain/withdrawal.ts'
import { Type } from '../../json-schema.ts'
import { Act } from './acts.ts'
import { one } from './answers.ts'
import { component, orNull, Text, words } from './component.ts'
import { Counts } from './members.ts'
import { Ref } from './references.ts'
import { Treaty } from './treaties.ts'
import { TakesEffect, WithdrawalStep } from './withdrawal.ts'

export const Overview = component(
  'Overview',
  Type.Object(
    {
      treaty: Treaty,
      counts: Counts,
      latestActs: Type.Array(Act, { description: 'The latest acts, newest first.' }),
      withdrawals: Type.Array(
        Type.Object({
          state: Ref,
          stage: words(withdrawalStages, 'How far it has come.'),
          next: orNull(WithdrawalStep),
          takesEffect: orNull(TakesEffect),
          href: Text,
        }),
        { description: 'Every withdrawal under way, with its next step and when it takes effect.' },
      ),
    },
    { description: 'A treaty at one glance.' },
  ),
)

export const OverviewAnswer = one('OverviewAnswer', Overview)
