import { standings } from '../../domain/evidence.ts'
import { Type } from '../../json-schema.ts'
import { list } from './answers.ts'
import { component, Text } from './component.ts'
import { confirmationFields, counted, standingOrUnknown } from './members.ts'
import { Ref } from './references.ts'

export const PanelRow = component(
  'PanelRow',
  Type.Object(
    {
      day: Type.String({ format: 'date' }),
      state: Ref,
      treaty: Ref,
      standing: standingOrUnknown,
      possible: Type.Array(Type.Enum([...standings]), { description: 'The standings that the evidence leaves open.' }),
      certain: Type.Boolean({ description: 'Whether it leaves one only.' }),
      ...confirmationFields,
    },
    { description: 'The standing of one state on one day.' },
  ),
)

export const HistoryDay = component(
  'HistoryDay',
  Type.Object(
    {
      day: Type.String({ format: 'date' }),
      ...counted,
      joined: Type.Array(Ref, { description: 'The states for which it came into force that day.' }),
      left: Type.Array(Ref, { description: 'The states for which it ceased to be in force that day.' }),
    },
    { description: 'A day on which the numbers change; they hold until the next.' },
  ),
)

export const HistoryList = list('HistoryList', HistoryDay, {
  basis: Type.Object(
    { inForce: Text, byDeposit: Text, states: Text },
    { description: 'What each number counts, and of which states.' },
  ),
})

export const PanelList = list('PanelList', PanelRow)
