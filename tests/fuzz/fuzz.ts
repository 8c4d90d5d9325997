import fc from 'fast-check'
import { type FuzzAnswer, faultsOf, operationOf } from './checks.ts'
import { type Contract, readContract } from './contract.ts'
import { anyRequest, type FuzzRequest, type Known, learn, sweep } from './requests.ts'
import { sender } from './send.ts'

/** What was wrong with an answer, and the request that it came to, made as small as it goes. */
export type Fault = { what: string; operation: string; request: FuzzRequest; times: number }

/** What a run has sent, how it was answered, and what was wrong. */
export type FuzzResult = {
  requests: number
  seconds: number
  seed: number
  byKind: Record<string, number>
  byOperation: Record<string, number>
  /** The time until the answers of an operation had come, added up, in ms. */
  msByOperation: Record<string, number>
  byStatus: Record<string, number>
  faults: Fault[]
  /** The requests that took longest, each of another operation, size and set of parameters, longest first. */
  slowest: { request: FuzzRequest; ms: number; bytes: number }[]
}

export type FuzzOptions = {
  /** Where the server listens. */
  origin: string
  requests: number
  seed: number
  /** How many requests are under way at once. */
  concurrency?: number
  onProgress?: (sent: number) => void
}

/**
 * Asks a server `requests` requests made from its own OpenAPI document and holds every answer against that document. One
 * seed makes the same requests for the same document and record: the greater part the sweep, or as much of it as fits, spread
 * evenly; the rest combinations.
 */
export async function fuzz({ origin, requests, seed, concurrency = 8, onProgress }: FuzzOptions): Promise<FuzzResult> {
  const { send, close } = sender(origin, concurrency)
  try {
    const document = await send({
      kind: 'plain',
      about: undefined,
      method: 'GET',
      target: '/openapi.json',
      headers: {},
    })
    const contract = readContract(document.body.toString('utf8'))
    const known = await knownOf(contract, send)
    const result: FuzzResult = {
      requests: 0,
      seconds: 0,
      seed,
      byKind: {},
      byOperation: {},
      msByOperation: {},
      byStatus: {},
      faults: [],
      slowest: [],
    }
    const slowest = new Map<string, FuzzResult['slowest'][number]>()
    const checked = checker(contract, send)
    const next = plan(contract, known, requests, seed)
    const begun = performance.now()
    const work = async () => {
      for (let step = next.next(); !step.done; step = next.next()) {
        const request = step.value
        const operation = operationOf(contract, request)?.id ?? 'no operation'
        const { status, ms, bytes, faults } = await checked(request)
        result.requests++
        count(result.byKind, request.kind)
        count(result.byOperation, operation)
        count(result.msByOperation, operation, ms)
        count(result.byStatus, status)
        const place = [operation, bytes, ...new URLSearchParams(request.target.split('?')[1]).keys()].join(' ')
        if (ms > (slowest.get(place)?.ms ?? 0)) slowest.set(place, { request, ms, bytes })
        for (const what of faults) {
          const same = result.faults.find(
            (fault) => likeness(fault.what) === likeness(what) && fault.operation === operation,
          )
          if (same) same.times++
          else result.faults.push({ what, operation, request, times: 1 })
        }
        if (result.requests % 1000 === 0) onProgress?.(result.requests)
      }
    }
    await Promise.all(Array.from({ length: concurrency }, work))
    result.seconds = (performance.now() - begun) / 1000
    result.slowest = [...slowest.values()].sort((a, b) => b.ms - a.ms)
    for (const fault of result.faults) fault.request = await smallest(fault, checked)
    return result
  } finally {
    close()
  }
}

function count(counts: Record<string, number>, name: string, by = 1): void {
  counts[name] = (counts[name] ?? 0) + by
}

/** Faults that differ in a value only are one fault. */
const likeness = (what: string) => what.replace(/\d+/g, '#')

/** The requests of a run, in their order. */
function* plan(contract: Contract, known: Known, requests: number, seed: number): Generator<FuzzRequest> {
  const swept = sweep(contract)
  const ofSweep = Math.min(swept.length, Math.ceil(requests * 0.6))
  for (let i = 0; i < ofSweep; i++) {
    const request = swept[(Math.floor((i * swept.length) / ofSweep) + seed) % swept.length]
    if (request) yield request
  }
  const atATime = 1000
  for (let made = ofSweep; made < requests; made += atATime)
    yield* fc.sample(anyRequest(contract, known), { seed: seed + made, numRuns: Math.min(atATime, requests - made) })
}

type Checked = { status: string; ms: number; bytes: number; faults: string[] }

function checker(contract: Contract, send: (request: FuzzRequest) => Promise<FuzzAnswer>) {
  return async (request: FuzzRequest): Promise<Checked> => {
    try {
      const answer = await send(request)
      const { status, ms, body } = answer
      return { status: String(status), ms, bytes: body.length, faults: faultsOf(contract, request, answer) }
    } catch (error) {
      return { status: 'none', ms: 0, bytes: 0, faults: [`no answer: ${(error as Error).message}`] }
    }
  }
}

/** Values for the parameters, from the answers to every list and to the plainest request of everything else. */
async function knownOf(contract: Contract, send: (request: FuzzRequest) => Promise<FuzzAnswer>): Promise<Known> {
  const known: Known = new Map()
  for (const request of sweep(contract).filter(({ kind }) => kind === 'plain')) {
    const operation = operationOf(contract, request)
    const types = Object.keys(operation?.responses[200]?.content ?? {})
    if (!types.includes('application/json') || request.target.startsWith('/openapi')) continue
    const paged = operation?.parameters.some(({ name }) => name === 'limit')
    for (const limit of paged ? [200, 2] : [undefined]) {
      const joint = request.target.includes('?') ? '&' : '?'
      const target = limit === undefined ? request.target : `${request.target}${joint}limit=${limit}`
      const { status, body } = await send({ ...request, target })
      if (status === 200) learn(contract, known, JSON.parse(body.toString('utf8')))
    }
  }
  return known
}

/** A request with the same fault from which nothing more can be left out. */
async function smallest({ what, request }: Fault, checked: (request: FuzzRequest) => Promise<Checked>) {
  let best = request
  for (let smaller = true; smaller; ) {
    smaller = false
    for (const candidate of smallerThan(best)) {
      const { faults } = await checked(candidate)
      if (!faults.some((fault) => likeness(fault) === likeness(what))) continue
      best = candidate
      smaller = true
      break
    }
  }
  return best
}

function* smallerThan(request: FuzzRequest): Generator<FuzzRequest> {
  const { target, headers, body } = request
  for (const name of Object.keys(headers)) {
    const { [name]: _, ...others } = headers
    yield { ...request, headers: others }
  }
  if (body !== undefined) yield { ...request, body: undefined as never }
  const [path = '', ...rest] = target.split('?')
  const pairs = rest.length > 0 ? rest.join('?').split('&') : []
  for (const [i] of pairs.entries()) {
    const others = pairs.filter((_, j) => j !== i)
    yield { ...request, target: others.length > 0 ? `${path}?${others.join('&')}` : path }
  }
  for (const [i, pair] of pairs.entries()) {
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    if (value.length < 4) continue
    for (const half of [value.slice(0, value.length / 2), value.slice(value.length / 2)])
      yield { ...request, target: `${path}?${pairs.with(i, `${name}=${half}`).join('&')}` }
  }
}
