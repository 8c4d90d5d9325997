import { spawn, spawnSync } from 'node:child_process'

const counting = ['stat', '-x', ',', '-e', 'instructions:u']

/** Whether this machine counts instructions, and lets us ask: many virtual ones do not. */
export const countsInstructions = (() => {
  const { status, stderr } = spawnSync('perf', [...counting, 'true'], { encoding: 'utf8' })
  return status === 0 && counted(stderr) !== undefined
})()

/** Counts the instructions that processes run outside the system, from now until what it resolves with is called. */
export async function countInstructions(processes: number[]): Promise<() => Promise<number | undefined>> {
  if (!countsInstructions || processes.length === 0) return async () => undefined
  const perf = spawn('perf', [...counting, '-p', processes.join(',')], { stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  perf.stderr.setEncoding('utf8').on('data', (text) => {
    told += text
  })
  const ended = new Promise((resolve) => perf.once('close', resolve))
  // It says nothing when it has begun.
  await new Promise((resolve) => setTimeout(resolve, 150))
  return async () => {
    perf.kill('SIGINT')
    await ended
    return counted(told)
  }
}

function counted(told: string): number | undefined {
  const count = /^(\d+),[^,]*,instructions/m.exec(told)?.[1]
  return count === undefined ? undefined : Number(count)
}
