import { describe, expect, test } from 'vitest'
import { expectProblem, get, idsOf, send, theTwoArticles } from './exchange.ts'

/** The traps in the two articles, and what is right: each a question that the API must not get wrong. */
const articles = theTwoArticles
const statement = async (id: string) => (await get(`/v1/statements/${id}?${articles}`)).data
const neighbours = ['EST', 'FIN', 'LTU', 'LVA', 'POL']

describe('two headers, 2025-06-09 and 2025-06-29, and one Sunday', () => {
  test('nothing of the story is known on 10 June: no decree, no statement, no conflict', async () => {
    for (const list of ['acts', 'statements', 'conflicts'])
      expect(await idsOf(`/v1/${list}?knownOn=2025-06-10&${articles}`)).toEqual([])
  })

  test('all of it is known on 29 June', async () => {
    expect(await idsOf(`/v1/acts?knownOn=2025-06-29&${articles}`)).toContain('ukr-withdrawal-decree')
  })

  test('according to Reuters alone, the decree is of the Sunday before the date it gives itself', async () => {
    const { date } = (await get('/v1/acts/ukr-withdrawal-decree?accordingTo=reuters-ukraine-decree')).data
    expect(date).toMatchObject({ value: '2025-06-08', precision: 'day', basis: 'inferred' })
    expect(date.readings[0]).toContain('"on Sunday", read against the article\'s date as given')
  })

  test('according to the other alone, it is of the day of that article', async () => {
    const { date, conflicts } = (await get('/v1/acts/ukr-withdrawal-decree?accordingTo=unnamed-ukraine-decree')).data
    expect(date.value).toBe('2025-06-29')
    expect(conflicts).toEqual([])
  })

  test('according to both, both dates stand, and the later is preferred with arguments', async () => {
    const { values, preferred, because } = (await get(`/v1/conflicts/ukr-withdrawal-decree-date?${articles}`)).data
    expect(values.map(({ date }: { date: { value: string } }) => date.value)).toEqual(['2025-06-08', '2025-06-29'])
    expect(preferred).toBe('2025-06-29')
    expect(because.length).toBeGreaterThan(2)
  })
})

describe('five neighbours "have either withdrawn from the convention or indicated that they would do so"', () => {
  test('is one disjunctive statement about five states', async () => {
    const found = await get(`/v1/statements?modality=disjunctive&${articles}`)
    expect(found.data).toHaveLength(1)
    const [one] = found.data
    expect(one.states.map(({ id }: { id: string }) => id)).toEqual(neighbours)
    for (const bearing of one.bearsOn)
      expect(bearing).toMatchObject({ on: 'standing', standings: ['former_party', 'party'] })
  })

  test.each(neighbours)('gives %s no withdrawal', async (state) => {
    const { data } = await get(`/v1/acts?state=${state}&${articles}&limit=200`)
    const own = data.filter((act: { state: { id: string } | null }) => act.state?.id === state)
    expect(own.map(({ kind, plane }: { kind: string; plane: string }) => [kind, plane])).toEqual([
      ['announcement', 'political'],
    ])
  })

  test('there is no notification of withdrawal in the articles at all', async () => {
    expect(await idsOf(`/v1/acts?kind=withdrawal_notification&${articles}`)).toEqual([])
  })
})

describe('Russia and the United States are outside, by three voices', () => {
  test('the newsroom, the President, the secretary of the committee', async () => {
    const { data } = await get(`/v1/statements?state=RUS&topic=membership&${articles}`)
    const speakers = data.map(({ speaker }: { speaker: { id: string } }) => speaker.id).sort()
    expect(speakers).toEqual(['roman-kostenko', 'unnamed-newsroom', 'volodymyr-zelenskyy'])
    for (const { bearsOn } of data)
      expect(bearsOn).toContainEqual(
        expect.objectContaining({ on: 'standing', standings: ['not_party'], relation: 'supports' }),
      )
  })

  test('"never had been" reaches back without a beginning, "is not" is of its day', async () => {
    const never = await statement('reuters-zelenskiy-russia-never-party')
    const is = await statement('reuters-kostenko-russia-not-party')
    expect(never.bearsOn[0].during).toBe('../2025-06-29')
    expect(is.bearsOn.find(({ on }: { on: string }) => on === 'standing').during).toBe('2025-06-29')
  })
})

describe('words that mean something else than they say', () => {
  test('"signatories" of more than 160 is stored as printed, with a note that parties are meant', async () => {
    const { words, note, bearsOn } = await statement('unnamed-newsroom-signatories')
    expect(words).toContain('More than 160 countries and territories are signatories')
    expect(note).toContain('parties are meant')
    expect(bearsOn).toEqual([])
  })

  test('"ratified by the Ukrainian parliament and notified" is two steps, one at home and one abroad', async () => {
    const { modality, bearsOn } = await statement('unnamed-newsroom-ratified-and-notified')
    expect(modality).toBe('required')
    expect(bearsOn.map(({ relation, step }: { relation: string; step: string }) => [relation, step])).toEqual([
      ['requires', 'parliamentary_approval'],
      ['requires', 'withdrawal_notification'],
    ])
  })

  test('"ratified the convention in 2005" is the act under the treaty, and only Reuters tells of it', async () => {
    const { data } = await get(`/v1/acts/mine-ban-ukr-ratification?${articles}`)
    expect(data.date).toMatchObject({ value: '2005', precision: 'year' })
    expect(data.evidence).toHaveLength(1)
    expectProblem(await send('/v1/acts/mine-ban-ukr-ratification?accordingTo=unnamed-ukraine-decree'), 404)
  })

  test('"of September 18, 1997" is noted as the adoption, and dates no act', async () => {
    const { words, note } = await statement('reuters-decree-withdraw-ukraine')
    expect(words).toContain('of September 18, 1997')
    expect(note).toContain('adopted at Oslo')
    expect(await idsOf(`/v1/acts?from=1997-01-01&to=1997-12-31&dateMatch=certain&${articles}`)).toEqual([])
  })

  test('"not before the end of the armed conflict" is a condition of the convention, not a date', async () => {
    const { voice, modality, speaker, bearsOn } = await statement('unnamed-convention-armed-conflict')
    expect({ voice, modality, speaker: speaker.id }).toEqual({
      voice: 'document',
      modality: 'conditional',
      speaker: 'mine-ban-convention',
    })
    expect(bearsOn).toEqual([])
  })

  test('the note on the "signatories" judges by the article\'s own day, by what the list says of it', async () => {
    const { note } = await statement('unnamed-newsroom-signatories')
    const { counts } = await get('/v1/treaties/mine-ban/members?asOf=2025-06-29&knownOn=2025-06-29&limit=1')
    expect(note).toContain(`${counts.signed} states had signed`)
    expect(note).toContain(`${counts.byDeposit} had consented to be bound, for ${counts.inForce} of which`)
    expect(note).not.toContain('2026')
  })

  test('the condemnation in March bounds no announcement: only "follows similar decisions" does', async () => {
    for (const state of ['fin', 'pol', 'est', 'lva', 'ltu']) {
      const { data } = await get(`/v1/acts/${state}-withdrawal-announcement`)
      expect(data.date).toMatchObject({ earliest: null, latest: '2025-06-29', basis: 'inferred' })
    }
  })

  test('"In March, human rights groups condemned their intention" is of the five, not of Ukraine', async () => {
    const act = (await get(`/v1/acts/human-rights-groups-condemnation?${articles}`)).data
    expect(act.date.value).toBe('2025-03')
    expect(act.targets.map(({ id }: { id: string }) => id.slice(0, 3).toUpperCase())).toEqual(neighbours)
    expect(await idsOf(`/v1/acts?state=UKR&kind=condemnation&${articles}`)).toEqual([])
  })

  test('"June 4, 2025" is the caption of a photograph and dates no act', async () => {
    expect(await idsOf(`/v1/acts?from=2025-06-04&to=2025-06-04&dateMatch=certain&${articles}`)).toEqual([])
    expect((await get('/v1/sources/unnamed-ukraine-decree')).data.note).toContain('4 June 2025')
  })
})

describe('the decree is a step at home', () => {
  test('on the domestic plane, towards withdrawal, without a day of effect', async () => {
    const { data } = await get(`/v1/acts/ukr-withdrawal-decree?${articles}`)
    expect(data).toMatchObject({ plane: 'domestic', aim: 'withdrawal', effective: null })
  })

  test('the ministry made a proposal, at home and with that aim, and said why', async () => {
    const { data } = await get(`/v1/acts/ukr-withdrawal-proposal?${articles}`)
    expect(data).toMatchObject({
      kind: 'government_proposal',
      plane: 'domestic',
      actor: { id: 'ukraine-foreign-ministry' },
    })
    const said = await idsOf(`/v1/statements?speaker=ukraine-foreign-ministry&${articles}`)
    expect(said).toContain('unnamed-ministry-difficult-necessary')
  })

  test('parliament has not approved it: the articles tell of no approval', async () => {
    expect(await idsOf(`/v1/acts?kind=parliamentary_approval&${articles}`)).toEqual([])
    expect((await statement('reuters-kostenko-approval-needed')).bearsOn).toMatchObject([
      { relation: 'requires', step: 'parliamentary_approval' },
    ])
  })
})

describe('what is printed stays as printed', () => {
  test('curly quotation marks and odd dashes', async () => {
    expect((await statement('unnamed-zelenskyy-russian-killers')).words).toContain('killers -– to destroy')
    expect((await statement('reuters-decree-calls-for-support')).words).toContain('president’s')
  })

  test('a sentence that the print breaks by blank lines is one', async () => {
    expect((await statement('reuters-decree-withdraw-ukraine')).words).toContain('Use, Stockpiling, Production and')
  })
})
