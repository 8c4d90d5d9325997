import { expect, test } from 'vitest'
import { expectProblem, get, send } from './exchange.ts'

const member = '/v1/treaties/mine-ban/members/ukraine'
const pins = 'asOf=2025-07-01&knownOn=2025-07-01'
type Named = { id: string }
const idsOf = (things: Named[]) => things.map(({ id }) => id)

const { data } = await get(`${member}/evidence?${pins}`)
const { data: standing } = await get(`${member}?${pins}`)

test('the bundle holds the standing as it is answered', () => {
  expect(data.standing).toEqual(standing)
})

test('every act and statement that the derivation names is in it, each once', () => {
  const steps = [
    ...standing.because,
    ...standing.withdrawal.steps.flatMap((step: { because: unknown[] }) => step.because),
  ]
  const acts = steps.flatMap(({ act }: { act: Named | null }) => act?.id ?? [])
  const statements = steps.flatMap(({ statements }: { statements: Named[] }) => idsOf(statements))
  expect(acts.length).toBeGreaterThan(1)
  expect(statements.length).toBeGreaterThan(3)
  expect(idsOf(data.acts)).toEqual(expect.arrayContaining(acts))
  expect(idsOf(data.statements)).toEqual(expect.arrayContaining(statements))
  for (const things of [data.acts, data.statements, data.sources])
    expect(new Set(idsOf(things)).size).toBe(things.length)
})

test('nothing in it refers to evidence that is not in it, and each thing is as it is answered by itself', async () => {
  const evidence = data.acts.flatMap((act: { evidence: { statement: Named }[] }) =>
    act.evidence.map(({ statement }) => statement.id),
  )
  expect(idsOf(data.statements)).toEqual(expect.arrayContaining(evidence))
  expect(idsOf(data.sources)).toEqual(
    expect.arrayContaining(data.statements.map(({ source }: { source: Named }) => source.id)),
  )
  for (const thing of [...data.acts, ...data.statements])
    expect((await get(`${thing.links.self}?knownOn=2025-07-01`)).data).toEqual(thing)
  for (const source of data.sources) expect((await get(source.links.self)).data).toEqual(source)
})

test('quotations come with their places and digests, lists with the day up to which they are complete', () => {
  for (const { locator, source, words } of data.statements) {
    expect(words).toMatch(/\S/)
    const { kind, digest } = data.sources.find(({ id }: Named) => id === source.id)
    // Of a report no text is held, so that its words have no place.
    if (kind !== 'report') expect(locator.start ?? locator.place).not.toBeNull()
    expect(locator.sha256).toBe(digest?.sha256 ?? null)
  }
  for (const { source } of data.completeLists) expect(idsOf(data.sources)).toContain(source)
})

test('the pins hold in it', async () => {
  const { data: earlier } = await get(`${member}/evidence?asOf=2025-07-01&knownOn=2025-06-01`)
  expect(idsOf(earlier.acts)).not.toContain('ukr-withdrawal-decree')
  const { data: articles } = await get(`${member}/evidence?${pins}&accordingTo=article`)
  expect(articles.sources.map(({ kind }: { kind: string }) => kind)).not.toContain('depositary')
  expectProblem(await send(`/v1/treaties/mine-ban/members/Ukrane/evidence`), 404, {
    parameter: 'state',
    nearest: 'Ukraine',
  })
})
