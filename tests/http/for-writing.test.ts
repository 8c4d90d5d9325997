import fastJson, { type Schema } from 'fast-json-stringify'
import { expect, test } from 'vitest'
import { componentNamed, components } from '../../src/http/components/component.ts'
import { forWriting } from '../../src/http/for-writing.ts'
import { get } from './exchange.ts'

const named = Object.fromEntries(
  components.map((component) => [(component as { $id?: string }).$id ?? '', component as Schema]),
)

test.each([
  ['MemberList', '/v1/treaties/mine-ban/members?limit=200'],
  ['StateTreatyList', '/v1/states/UKR/treaties?limit=200'],
  ['ComparisonAnswer', '/v1/compare?states=UKR,FIN,MNE'],
  ['ActList', '/v1/acts?treaty=mine-ban&limit=200'],
  ['EvidenceAnswer', '/v1/treaties/mine-ban/members/UKR/evidence'],
  ['SourceList', '/v1/sources?limit=200'],
])('a %s is written as its unions with null would write it', async (name, url) => {
  const answer = await get(url)
  const schema = componentNamed(`${name}#`) as Schema
  const written = fastJson(forWriting(schema), {
    schema: Object.fromEntries(Object.entries(named).map(([id, one]) => [id, forWriting(one)])),
  })
  expect(JSON.stringify(forWriting(schema))).not.toContain('"type":"null"')
  expect(written(answer)).toBe(fastJson(schema, { schema: named })(answer))
})

test('schemas of the same answers that are told in other words are written by the same code', () => {
  const told = (words: string) => ({
    title: words,
    type: 'object',
    properties: { title: { type: 'string', description: words }, description: { type: ['string', 'null'] } },
  })
  expect(forWriting(told('one'))).toEqual(forWriting(told('other')))
  const answer = { title: 'The title', description: null }
  expect(JSON.parse(fastJson(forWriting(told('one')))(answer))).toEqual(answer)
})

test('a component that no schema names is a fault', () => {
  expect(() => componentNamed('Nothing#')).toThrow('no component is named Nothing#')
})
