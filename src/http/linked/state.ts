import type { Setting } from '../answers.ts'
import type { Linked } from '../formats/jsonld.ts'
import type { showState } from '../shown/state.ts'
import { accountOf } from './terms.ts'

/** A state as a schema.org Country, an organisation as an Organization, with its codes. */
export function linkedState(state: ReturnType<typeof showState>, setting: Setting): Linked {
  const codes = { 'ISO 3166-1 alpha-2': state.alpha2, 'ISO 3166-1 alpha-3': state.alpha3, 'UN M49': state.m49 }
  return {
    '@id': state.links.self,
    '@type': state.unStatus === 'organisation' ? 'Organization' : 'Country',
    name: state.name,
    alternateName: [...new Set(state.names.map(({ name }) => name))].filter((name) => name !== state.name),
    identifier: Object.entries(codes)
      .filter(([, value]) => value !== null)
      .map(([propertyID, value]) => ({ '@type': 'PropertyValue', propertyID, value })),
    'pacta:unStatus': state.unStatus,
    mainEntityOfPage: accountOf(setting, []),
  }
}
