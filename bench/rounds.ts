import { readFileSync } from 'node:fs'
import { countInstructions } from './instructions.ts'
import { load } from './load.ts'
import { loadCores, serverCore } from './machine.ts'
import type { Running } from './servers/running.ts'

/** A server and what it is asked: one path, or for each round others. */
export type Contender = {
  server: Running
  name?: string
  paths: string[] | (() => string[])
  headers?: Record<string, string>
  /** The processors that its load may use, where they are not the same for all. */
  load?: number[]
}

/** What one server did, round by round. */
export type Measured = {
  name: string
  rates: number[]
  /** Milliseconds of its processor time per request; empty where the system does not tell. */
  cpu: number[]
  /** Thousands of instructions outside the system that a request took; empty where they are not counted. */
  instructions: number[]
  /** The share of the time that it was at work, of one processor; and that its processor was at rest. */
  busy: number[]
  rest: number[]
  /** Milliseconds until the slowest of a hundred answers. */
  p99: number[]
  /** Bytes of a whole answer, its headers included. */
  bytes: number
  failed: number
  /** Whether something was asked twice that should have been new. */
  again: boolean
}

/** How it is measured. */
export type Rounds = {
  rounds: number
  seconds: number
  /** Until the engine has made machine code of what is asked; a slow answer takes longer to earn that. */
  warmUp?: number
  connections: number
  load?: number[]
  core?: number
}

/**
 * Loads the servers in turn, in short rounds and each round in another order, so that what disturbs the machine disturbs
 * all of them; each is warmed up first, which is not counted.
 */
export async function alternate(
  contenders: Contender[],
  { rounds, seconds, warmUp = 2 * seconds, connections, load: cores = loadCores, core = serverCore }: Rounds,
  progress: (line: string) => void,
): Promise<Measured[]> {
  const all = contenders.map((contender) => {
    const { server, name = server.name } = contender
    const measured: Measured = {
      name,
      rates: [],
      cpu: [],
      instructions: [],
      busy: [],
      rest: [],
      p99: [],
      bytes: 0,
      failed: 0,
      again: false,
    }
    return { contender, measured }
  })
  const asked = ({ headers, load: own = cores }: Contender) => ({ headers, cores: own, connections, seconds })
  const pathsOf = ({ paths }: Contender) => (Array.isArray(paths) ? paths : paths())
  for (const { contender, measured } of all) {
    progress(`warming up ${measured.name}`)
    const { server } = contender
    await load({ ...asked(contender), address: server.address, paths: pathsOf(contender), seconds: warmUp })
    await settled(server)
  }
  for (let round = 1; round <= rounds; round++)
    for (const { contender, measured } of shuffled(all)) {
      progress(`round ${round} of ${rounds}: ${measured.name}`)
      const { server } = contender
      const paths = pathsOf(contender)
      const instructions = await countInstructions(server.processes())
      const [restBefore, cpuBefore, began] = [restOf(core), server.cpu(), performance.now()]
      const answered = await load({ ...asked(contender), address: server.address, paths })
      const [restAfter, cpuAfter, wall] = [restOf(core), server.cpu(), (performance.now() - began) / 1000]
      await settled(server)
      const counted = await instructions()
      if (counted !== undefined) measured.instructions.push(counted / 1000 / answered.requests)
      server.forget()
      measured.rates.push(answered.requests / answered.seconds)
      measured.p99.push(answered.p99)
      if (answered.requests > 0) measured.bytes = answered.bytes / answered.requests
      measured.failed += answered.refused + answered.broken
      measured.again ||= answered.again
      if (cpuBefore !== undefined && cpuAfter !== undefined) {
        measured.cpu.push(((cpuAfter - cpuBefore) * 1000) / answered.requests)
        // The generator takes a moment to begin and to end; only what it was given counts.
        measured.busy.push((cpuAfter - cpuBefore) / answered.seconds)
        const around = wall - answered.seconds
        if (restBefore !== undefined && restAfter !== undefined)
          measured.rest.push(Math.max(0, restAfter - restBefore - around) / answered.seconds)
      }
    }
  return all.map(({ measured }) => measured)
}

/** Waits until a server has done with what it was last asked, so that it takes nothing from the next one's time. */
export async function settled(server: Running): Promise<void> {
  const until = performance.now() + 20_000
  for (let before = server.cpu(); before !== undefined && performance.now() < until; ) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    const after = server.cpu() ?? before
    if (after - before < 0.005) return
    before = after
  }
}

/** Seconds that a processor has been at rest since the machine started. */
function restOf(core: number): number | undefined {
  try {
    const fields = readFileSync('/proc/stat', 'utf8')
      .match(new RegExp(`^cpu${core} (.*)$`, 'm'))?.[1]
      ?.split(' ')
    return (Number(fields?.[3]) + Number(fields?.[4])) / 100
  } catch {
    return undefined
  }
}

const shuffled = <T>(list: T[]): T[] =>
  list
    .map((one) => ({ one, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
