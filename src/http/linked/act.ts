import type { Setting } from '../answers.ts'
import type { Linked } from '../formats/jsonld.ts'
import type { showAct } from '../shown/act.ts'
import { accountOf, dateLiteral, linkTo } from './terms.ts'

/** An act as a schema.org Action and a PROV activity; what is said of it here is derived from its evidence. */
export function linkedAct(act: ReturnType<typeof showAct>, setting: Setting): Linked {
  const claims = act.evidence.map(({ statement, relation, source }) => ({
    ...linkTo(statement),
    '@type': ['Claim', 'prov:Entity'],
    'pacta:relation': relation,
    'prov:wasDerivedFrom': { '@id': source.href },
  }))
  const agent = linkTo(act.actor ?? act.state)
  return {
    '@id': act.links.self,
    '@type': ['Action', 'prov:Activity'],
    name: act.summary,
    'pacta:kind': act.kind,
    'pacta:plane': act.plane,
    agent,
    'prov:wasAssociatedWith': agent,
    'pacta:state': linkTo(act.state),
    object: linkTo(act.treaty),
    'dcterms:date': dateLiteral(act.date?.value ?? null),
    ...(act.date?.precision === 'day' && { startTime: dateLiteral(act.date.value) }),
    'pacta:answers': act.targets.map(linkTo),
    'pacta:answeredBy': act.targetedBy.map(linkTo),
    subjectOf: claims,
    mainEntityOfPage: accountOf(
      setting,
      claims.map((claim) => ({ '@id': claim['@id'] })),
    ),
  }
}
