import { describe, expect, test } from 'vitest'
import { get, idsOf, send } from './exchange.ts'

describe('a state is found by any of its names', () => {
  test.each([
    ['UKR', 'UKR'],
    ['ukr', 'UKR'],
    ['UA', 'UKR'],
    ['ua', 'UKR'],
    ['804', 'UKR'],
    ['Ukraine', 'UKR'],
    ['ukraine', 'UKR'],
    ['UKRAINE', 'UKR'],
    ['004', 'AFG'],
    ['4', 'AFG'],
    ['36', 'AUS'],
    ['Turkey', 'TUR'],
    ['turkiye', 'TUR'],
    ['Türkiye', 'TUR'],
    ["Cote d'Ivoire", 'CIV'],
    ['cote-d-ivoire', 'CIV'],
    ['Ivory Coast', 'CIV'],
    ['uk', 'GBR'],
    ['U.K.', 'GBR'],
    ['Holy See', 'VAT'],
    ['Cook Islands', 'COK'],
  ])('%s is %s', async (name, id) => {
    expect((await get(`/v1/states/${encodeURIComponent(name)}`)).data.id).toBe(id)
  })
})

test('a state has its codes, its status and its links', async () => {
  const { data } = await get('/v1/states/ukraine')
  expect(data).toMatchObject({
    id: 'UKR',
    name: 'Ukraine',
    alpha2: 'UA',
    alpha3: 'UKR',
    m49: '804',
    unStatus: 'member',
    unMemberSince: '1945-10-24',
    links: { self: '/v1/states/UKR', acts: '/v1/acts?state=UKR', statements: '/v1/statements?state=UKR' },
  })
})

test('the European Union has no ISO code, and its label does not pass for one', async () => {
  const { data } = await get('/v1/states/EUE')
  expect(data).toMatchObject({ alpha2: null, alpha3: null, unStatus: 'organisation', unMemberSince: null })
})

test('all 193 members and what else can be a party are there', async () => {
  const { page } = await get('/v1/states?limit=1')
  expect(page.total).toBe(198)
  expect((await get('/v1/states?unStatus=member&limit=1')).page.total).toBe(193)
})

test('the observers are the Holy See and Palestine', async () => {
  expect((await idsOf('/v1/states?unStatus=observer')).sort()).toEqual(['PSE', 'VAT'])
})

test.each(['self', 'treaties', 'acts', 'statements', 'conflicts'])(
  'the link to %s of a state leads somewhere',
  async (relation) => {
    const { data } = await get('/v1/states/UKR')
    expect((await send(data.links[relation])).statusCode).toBe(200)
  },
)

test.each(['804%20', '%20UKR', 'ua%20', '%20Ukraine%20'])('spaces around %s do not count', async (state) => {
  expect((await get(`/v1/states/${state}`)).data.id).toBe('UKR')
})

test('every name that a state is said to have finds it', async () => {
  const { data } = await get('/v1/states?limit=200')
  for (const { id, names } of data)
    for (const { name } of names) {
      const found = (await get(`/v1/states/${encodeURIComponent(name)}`)).data.id
      expect({ name, id: found }).toEqual({ name, id })
    }
})
