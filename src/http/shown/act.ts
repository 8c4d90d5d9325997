import { effectsIn, saysItWasDone } from '../../domain/evidence.ts'
import { independentSources } from '../../domain/record.ts'
import type { ActFound } from '../../storage/acts.ts'
import {
  actRef,
  conflictOver,
  dateKnown,
  dateOfAct,
  sourceRef,
  speakerRef,
  statementRef,
  stateRef,
  treatyRef,
} from '../references.ts'

/** An act as it is published. */
export const showAct = (act: ActFound) => ({
  id: act.id,
  kind: act.kind,
  plane: act.plane,
  aim: act.aim,
  treaty: treatyRef(act.treaty),
  state: stateRef(act.state),
  actor: speakerRef(act.actor),
  summary: act.summary,
  date: dateOfAct(act.date),
  effective: act.effective,
  targets: act.targets.map(actRef),
  targetedBy: act.targetedBy.map(actRef),
  evidence: act.evidence.map(
    ({
      statement,
      summary,
      relation,
      modality,
      source,
      publisher,
      speaker,
      speakerName,
      date,
      basis,
      reading,
      effective,
      knownSince,
    }) => ({
      statement: statementRef({ id: statement, name: summary }),
      relation,
      modality,
      source: sourceRef({ id: source, publisher }),
      speaker: speakerRef({ id: speaker, name: speakerName }),
      date: date === null ? null : dateKnown(date, basis, [reading]),
      effective:
        effective === null
          ? null
          : saysItWasDone({ date, effective, reading })
            ? dateKnown(effective, 'stated', [])
            : dateKnown(effective, 'inferred', [reading]),
      knownSince: { ...knownSince.span, basis: knownSince.basis },
    }),
  ),
  independentSources: independentSources(
    {
      actEvidence: act.evidence,
      statements: act.evidence.map(({ statement, source, utterance }) => ({ id: statement, source, utterance })),
    },
    act.id,
  ).length,
  conflicts: [
    ...(act.date.conflict ? [conflictOver({ id: act.id, name: act.summary }, 'date')] : []),
    ...(effectsIn(act.evidence).conflict ? [conflictOver({ id: act.id, name: act.summary }, 'effective')] : []),
  ],
  links: { self: `/v1/acts/${act.id}`, statements: `/v1/statements?act=${act.id}` },
})
