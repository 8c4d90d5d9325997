import { expect, test } from 'vitest'
import { foldName, nearestName, nearestTreatyName, stateNamesMeant } from '../../src/domain/names.ts'

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

const treaties = [
  'Torture Convention',
  'torture-prevention',
  'ENMOD Convention',
  'Chemical Weapons Convention',
  'Paris Convention on Chemical Weapons',
  'Convention on Certain Conventional Weapons',
  'Ottawa',
  'Ottawa Convention',
  'Landmine Ban Treaty',
  'CWC',
]

test.each([
  ['Genocide Convention', undefined],
  ['Geneva Conventions', undefined],
  ['Refugee Convention', undefined],
  ['Biological Weapons Convention', undefined],
  ['Paris Agreement', undefined],
  ['Convention', undefined],
  ['BWC', undefined],
  ['otawa-convention', 'Ottawa Convention'],
  ['Otawa', 'Ottawa'],
  ['Torture Conventon', 'Torture Convention'],
  ['Chemical Weapon Treaty', 'Chemical Weapons Convention'],
  ['Convention on Certain Conventional Weapon', 'Convention on Certain Conventional Weapons'],
  ['landmine', 'Landmine Ban Treaty'],
  ['landmine treaty', 'Landmine Ban Treaty'],
  ['landmine convention', undefined],
])('of treaties "%s" is meant for %s: that it is a convention does not count', (name, meant) => {
  expect(nearestTreatyName(name, treaties)).toBe(meant)
})

test.each([
  ['XK', []],
  ['SU', []],
  ['UKX', []],
  ['ger', ['Germany']],
  ['Ukrane', ['Ukraine']],
  ['Guine', ['Guinea']],
  ['Guin', ['Guinea', 'Guinea-Bissau']],
  ['Bissau', ['Guinea-Bissau']],
])('of states "%s" is meant for %j: a code is no misspelling of another, but may begin a name', (name, meant) => {
  expect(stateNamesMeant(name, ['UK', 'EU', 'Ukraine', 'Germany', 'Guinea', 'Guinea-Bissau'])).toEqual(meant)
})

test('a name is compared by its first hundred letters', () => {
  const name = 'Ukraine '.repeat(12).trim()
  expect(nearestName(`${name} or somewhere else entirely `.repeat(2), [name])).toBe(name)
})
