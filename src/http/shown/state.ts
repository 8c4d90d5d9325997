import type { State } from '../../storage/states.ts'

/** A state as it is published. */
export const showState = ({ id, alpha2, m49, name, unStatus, unMemberSince, names }: State) => ({
  id,
  name,
  alpha2,
  alpha3: alpha2 === null ? null : id,
  m49,
  unStatus,
  unMemberSince,
  names,
  links: {
    self: `/v1/states/${id}`,
    treaties: `/v1/states/${id}/treaties`,
    acts: `/v1/acts?state=${id}`,
    statements: `/v1/statements?state=${id}`,
    conflicts: `/v1/conflicts?state=${id}`,
  },
})
