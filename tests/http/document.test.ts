import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { buildApp } from '../../src/http/app.ts'
import { asYaml } from '../../src/http/document.ts'
import { get, send, snapshot, today } from './exchange.ts'

test('others are answered while the document is made', async () => {
  let isMade = false
  const made = send('/openapi.json').then((answer) => {
    isMade = true
    return answer
  })
  for (let turn = 0; turn < 20; turn++) {
    await setImmediate()
    await get('/v1/states/ukraine')
    expect(isMade).toBe(false)
  }
  expect((await made).statusCode).toBe(200)
})

test('a document during whose making another record is served has examples of that one alone', async () => {
  const next = { ...snapshot, id: '0123456789abcdef' }
  let served = snapshot
  const app = await buildApp({ snapshot: () => served, today: () => today })
  let calls = 0
  app.addHook('onRequest', (_, __, done) => {
    calls += 1
    if (calls === 30) served = next
    done()
  })
  const { paths } = (await app.inject('/openapi.json')).json()
  const pins = JSON.stringify(paths).match(/"pin":\{[^}]*"record":"[0-9a-f]{16}"/g) ?? []
  expect(pins.length).toBeGreaterThan(20)
  expect(pins.filter((pin) => !pin.includes(next.id))).toEqual([])
  await app.close()
})

test('a document that is written in YAML part by part is the same as before', async () => {
  const document = {
    openapi: '3.1.0',
    security: [],
    nothing: null,
    empty: {},
    tags: [{ name: 'Record', description: 'a\nb' }],
    paths: { '/a: b': { get: { summary: '# no comment' } }, '/c': { get: { lines: 'x\n  y\n', list: [] } } },
    'a: name': { one: 1, 'two\nlines': [2] },
  }
  expect(parse(String(await asYaml(document)))).toEqual(document)
})

test("the explorer's document is the same in JSON and in YAML, without what answers the contract itself", async () => {
  const explored = await get('/docs/json')
  expect(Object.keys(explored.paths)).toContain('/v1/treaties/{treaty}')
  expect(Object.keys(explored.paths)).not.toContain('/openapi.json')
  expect(parse((await send('/docs/yaml')).body)).toEqual(explored)
})
