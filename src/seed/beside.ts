import { MessageChannel, receiveMessageOnPort, Worker, workerData } from 'node:worker_threads'
import { inProject } from '../project.ts'

/** Longer than this no part of a build takes; a thread that is silent for so long has ended without a word. */
const longestMs = 3_600_000

/**
 * Begins a work in a thread of its own: that of `module` of this room, which calls {@link answerWith}. Returns how to wait for
 * what it makes; whoever waits does nothing else meanwhile, and is thrown what the work has thrown.
 */
export function beside<T>(module: string, of: unknown): () => T {
  const { port1: ours, port2: theirs } = new MessageChannel()
  const done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const thread = new Worker(inProject(`src/seed/${module}`), {
    workerData: { of, port: theirs, done },
    transferList: [theirs],
  })
  // A thread that cannot begin says so only to those who have time to listen.
  thread.once('error', () => {})
  thread.unref()
  return () => {
    Atomics.wait(done, 0, 0, longestMs)
    const answer = receiveMessageOnPort(ours)?.message as { made: T } | { error: Error; code: unknown } | undefined
    ours.close()
    thread.terminate()
    if (answer === undefined) throw new Error(`${module} has ended without a word`)
    if ('error' in answer) throw Object.assign(answer.error, answer.code !== undefined && { code: answer.code })
    return answer.made
  }
}

/** In a thread that was begun by {@link beside}: does the work and hands over what it makes. */
export function answerWith<Of, T>(work: (of: Of) => T): void {
  const { of, port, done } = workerData
  try {
    port.postMessage({ made: work(of) })
  } catch (error) {
    // The code of an error is left behind on the way.
    port.postMessage({ error, code: (error as { code?: unknown }).code })
  }
  Atomics.store(done, 0, 1)
  Atomics.notify(done, 0)
}
