import type { Treaty } from '../../storage/treaties.ts'

/** A treaty as it is published. */
export const showTreaty = ({ untc, chapter, unts, registration, dates, ...treaty }: Treaty) => {
  const on = (event: Treaty['dates'][number]['event']) => dates.find((date) => date.event === event)?.date ?? null
  return {
    ...treaty,
    references: { untc, chapter, unts, registration },
    dates: {
      adopted: on('adopted'),
      openedForSignature: on('openedForSignature'),
      thresholdReached: on('thresholdReached'),
      entryIntoForce: on('entryIntoForce'),
    },
    links: {
      self: `/v1/treaties/${treaty.id}`,
      clauses: `/v1/treaties/${treaty.id}/clauses`,
      members: `/v1/treaties/${treaty.id}/members`,
      history: `/v1/treaties/${treaty.id}/history`,
      overview: `/v1/treaties/${treaty.id}/overview`,
      membersSvg: `/v1/treaties/${treaty.id}/members.svg`,
      historySvg: `/v1/treaties/${treaty.id}/history.svg`,
      calendar: `/v1/calendar.ics?treaty=${treaty.id}`,
      acts: `/v1/acts?treaty=${treaty.id}`,
      statements: `/v1/statements?treaty=${treaty.id}`,
      conflicts: `/v1/conflicts?treaty=${treaty.id}`,
    },
  }
}
