import type { BearsOn, StatementFound } from '../../storage/statements.ts'
import { actRef, dateKnown, sourceRef, speakerRef, statementRef, stateRef, treatyRef } from '../references.ts'

/** A statement as it is published. */
export const showStatement = (statement: StatementFound) => ({
  id: statement.id,
  summary: statement.summary,
  words: statement.words,
  speaker: speakerRef(statement.speaker),
  as: { name: statement.nameAsPrinted, role: statement.roleAsPrinted },
  voice: statement.voice,
  modality: statement.modality,
  medium: statement.medium,
  topic: statement.topic,
  source: sourceRef(statement.source),
  locator: {
    start: statement.startAt,
    end: statement.endAt,
    place: statement.place,
    unit: 'unicode_code_points' as const,
    normalisation: 'white_space_to_single_spaces' as const,
    sha256: statement.source.sha256,
  },
  treaty: treatyRef(statement.treaty),
  states: statement.states.map(stateRef),
  bearsOn: statement.bearsOn.map(showBearing),
  utterance: statement.utterance,
  renderings: statement.renderings.map(({ id, source, publisher, words }) => ({
    id,
    source: sourceRef({ id: source, publisher }),
    words,
    href: statementRef({ id, name: words }).href,
  })),
  note: statement.note,
  links: {
    self: `/v1/statements/${statement.id}`,
    source: `/v1/sources/${statement.source.id}`,
    speaker: `/v1/speakers/${statement.speaker.id}`,
  },
})

function showBearing(bearing: BearsOn) {
  switch (bearing.on) {
    case 'act': {
      const { on, relation, act, date, basis, reading } = bearing
      return { on, relation, act: actRef(act), date: date === null ? null : dateKnown(date, basis, [reading]) }
    }
    case 'standing':
    case 'step':
      return { ...bearing, state: stateRef(bearing.state) }
    case 'circumstance':
      return bearing
  }
}
