import { expect, test } from 'vitest'
import { foldName, nearestName } from '../../src/domain/names.ts'

test.each([
  ["Côte d'Ivoire", 'cote d ivoire'],
  ['cote d ivoire', 'cote d ivoire'],
  ['  ÅLAND — Islands!', 'aland islands'],
  ['Türkiye', 'turkiye'],
  ['São Tomé & Príncipe', 'sao tome principe'],
  ['Optional Protocol 2', 'optional protocol 2'],
  ['日本', '日本'],
])('"%s" folds to "%s"', (name, folded) => {
  expect(foldName(name)).toBe(folded)
})

const kinds = ['government_proposal', 'ahead_of_state', 'head_of_state_decree', 'parliamentary_approval']

test.each([
  ['Ukrain', ['Ukraine', 'Russia'], 'Ukraine'],
  ['UKRAINE!', ['Russia', 'Ukraine'], 'Ukraine'],
  ['abcd', ['abcx'], 'abcx'],
  ['abcd', ['abxy'], undefined],
  ['abcdef', ['abcdxy'], 'abcdxy'],
  ['abcdef', ['abcxyz'], undefined],
  ['ab', ['ax'], 'ax'],
  ['decree', kinds, 'head_of_state_decree'],
  ['head', kinds, 'head_of_state_decree'],
  ['parl', kinds, 'parliamentary_approval'],
  ['gov', kinds, 'government_proposal'],
  ['go', kinds, undefined],
  ['all', ['Marshall Islands'], undefined],
  ['Atlantis', ['Ukraine', 'Russia'], undefined],
  ['anything', [], undefined],
  ['', ['Ukraine'], undefined],
])('"%s" is meant for one of %j: %s', (name, allowed, meant) => {
  expect(nearestName(name, allowed)).toBe(meant)
})

test('a name is compared by its first hundred letters', () => {
  const name = 'Ukraine '.repeat(12).trim()
  expect(nearestName(`${name} or somewhere else entirely `.repeat(2), [name])).toBe(name)
})
