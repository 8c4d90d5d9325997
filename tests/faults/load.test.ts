import { inject, test } from 'vitest'
import { expectHeld } from './expect-held.ts'
import { limitHolds, limitOff, limitShared } from './limits.ts'
import { longAnswers, overloaded } from './overload.ts'
import {
  behindLongAnswer,
  connectionsBounded,
  idleConnections,
  longHeaders,
  pipelined,
  slowClients,
  stubbornClients,
  unread,
} from './slow.ts'

// Where a minute is about to end, a test of a limit waits for the next.
const patience = 120_000

test('past its capacity a server turns away, and answers probes and what is kept', { timeout: patience }, async () => {
  expectHeld(await overloaded(2, 100, 20))
})

const record = inject('record')

test.skipIf(record === null)('many long answers at once keep nobody else waiting', { timeout: patience }, async () => {
  expectHeld(await longAnswers(2, 30, String(record)))
})

test.each([0, 1, 2] as const)(
  'the limit of a client is exact behind %i proxies',
  { timeout: patience },
  async (hops) => {
    expectHeld(await limitHolds(hops))
  },
)

test('two workers share the limit of a client', { timeout: patience }, async () => {
  expectHeld(await limitShared())
})

test('without a limit no answer speaks of one', { timeout: patience }, async () => {
  expectHeld(await limitOff())
})

test('clients that send or read slowly are cut, those that go on are not', { timeout: patience }, async () => {
  expectHeld(await slowClients())
})

test('slow clients that hold on to their connections do not fill the server', { timeout: patience }, async () => {
  expectHeld(await stubbornClients(20))
})

test('headers that are too long are refused', { timeout: patience }, async () => {
  expectHeld(await longHeaders())
})

test('no more connections are held than configured by 2 workers', { timeout: patience }, async () => {
  expectHeld(await connectionsBounded(2))
})

test('idle connections stand beside one that asks', { timeout: patience }, async () => {
  expectHeld(await idleConnections(200))
})

test('requests in one write are answered in order', { timeout: patience }, async () => {
  expectHeld(await pipelined(1000))
})

test('requests behind a long answer do not fill the memory', { timeout: patience }, async () => {
  expectHeld(await behindLongAnswer(100_000))
})

test('answers that nobody reads do not fill the memory', { timeout: patience }, async () => {
  expectHeld(await unread(4, 800))
})
