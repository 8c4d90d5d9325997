import { expect, test } from 'vitest'
import { get, idsOf, send, theTwoArticles } from './exchange.ts'

const decree = `/v1/conflicts/ukr-withdrawal-decree-date?${theTwoArticles}`

test('the dates of the decree and of the announcement are conflicts', async () => {
  expect(await idsOf(`/v1/conflicts?${theTwoArticles}`)).toEqual([
    'ukr-withdrawal-announcement-date',
    'ukr-withdrawal-decree-date',
  ])
})

test('both dates of the decree stand side by side, one of them preferred', async () => {
  const { data } = await get(decree)
  expect(data).toMatchObject({ fact: 'date', act: { id: 'ukr-withdrawal-decree' }, preferred: '2025-06-29' })
  const values = data.values.map(({ date, preferred }: { date: { value: string }; preferred: boolean }) => [
    date.value,
    preferred,
  ])
  expect(values).toEqual([
    ['2025-06-08', false],
    ['2025-06-29', true],
  ])
})

test('each date names the statements that give it, with their source', async () => {
  const { data } = await get(decree)
  expect(data.values[0].statements).toMatchObject([
    { id: 'reuters-zelenskiy-signed-decree', source: { id: 'reuters-ukraine-decree' } },
  ])
  expect(data.values[1].statements).toMatchObject([
    { id: 'unnamed-newsroom-decree-signed', source: { id: 'unnamed-ukraine-decree' } },
  ])
})

test('each date says how it was read', async () => {
  const { data } = await get(decree)
  for (const { date } of data.values) {
    expect(date.basis).toBe('inferred')
    expect(date.readings.join()).toContain('on Sunday')
  }
})

test('the preferred date has its arguments', async () => {
  const because = (await get(decree)).data.because.join('\n')
  expect(because).toContain('40 months')
  expect(because).toContain('dated on a Sunday')
})

test('an argument that rests on what the pins leave out is left out, and said to be', async () => {
  const argued = async (query: string) => (await get(`/v1/conflicts/ukr-withdrawal-decree-date${query}`)).data.because
  const leftOut = 'One argument of the record rests on statements that are left out here.'
  const all: string[] = await argued('')
  expect(all.join('\n')).toContain('Espreso')
  expect(all).not.toContain(leftOut)
  const [espreso] = all.filter((argument) => argument.includes('Espreso'))
  expect(await argued('?accordingTo=article')).toEqual([...all.filter((one) => one !== espreso), leftOut])
  expect(await argued('?accordingTo=reuters-ukraine-decree,espreso-decree-441')).toEqual([
    expect.stringContaining('40 months'),
    espreso,
    '2 arguments of the record rest on statements that are left out here.',
  ])
})

test('the standing and the day of effect argue from what the pins let in, as the conflict does', async () => {
  const pins = 'asOf=2025-07-01&accordingTo=article'
  const { body } = await send(`/v1/treaties/mine-ban/members/UKR?${pins}`)
  expect(body).toContain('40 months')
  expect(body).toContain('left out here')
  expect(body).not.toContain('Espreso')
  const montenegro = '/v1/conflicts/mine-ban-mne-succession-effective'
  const all: string[] = (await get(montenegro)).data.because
  expect(all).toHaveLength(3)
  expect(all.join()).not.toContain('left out')
})

test('what an argument rests on counts from the day on which it was known', async () => {
  const { data } = await get('/v1/conflicts/chemical-weapons-pse-accession-date?knownOn=2026-02-20')
  expect(data.because.join('\n')).not.toContain('left out')
})

test('conflicts can be listed by act, treaty and state', async () => {
  const only = ['ukr-withdrawal-decree-date']
  expect(await idsOf(`/v1/conflicts?act=ukr-withdrawal-decree&${theTwoArticles}`)).toEqual(only)
  expect(await idsOf(`/v1/conflicts?treaty=XXVI-5&state=804&${theTwoArticles}`)).toEqual(expect.arrayContaining(only))
  expect(await idsOf(`/v1/conflicts?state=FIN&${theTwoArticles}`)).toEqual([])
})

test('a conflict leads to its act, and the act back to it', async () => {
  const { data } = await get(decree)
  const act = (await get(`${data.links.act}?${theTwoArticles}`)).data
  expect(act.conflicts).toMatchObject([{ id: data.id, href: data.links.self }])
  expect((await send(data.links.statements)).statusCode).toBe(200)
})

test('rival days of effect are a conflict too: Montenegro by the practice on successions, or as after an accession', async () => {
  const { data } = await get('/v1/conflicts?state=Montenegro&knownOn=2026-02-20')
  expect(data).toMatchObject([{ id: 'mine-ban-mne-succession-effective', fact: 'effective', preferred: '2006-06-03' }])
  expect(data[0].values.map(({ date }: { date: { value: string } }) => date.value)).toEqual([
    '2006-06-03',
    '2007-04-01',
  ])
  expect((await get(data[0].links.self)).data.because.length).toBeGreaterThan(0)
  const { conflicts } = (await get('/v1/treaties/mine-ban/members/MNE?knownOn=2026-02-20')).data
  expect(conflicts.map(({ id }: { id: string }) => id)).toEqual(['mine-ban-mne-succession-effective'])
})
