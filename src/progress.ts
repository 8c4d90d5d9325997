import type { Tell } from './storage/write.ts'

/** For how long a work goes on before it says how far it is: what is done in a moment is not worth a line. */
const quietForMs = 5000

/** Says how far a long work is, by a clock in milliseconds: a line for each of its parts and for each tenth of a part. */
export function sayHowFar(log: (line: string) => void, clock: () => number): Tell {
  const began = clock()
  let last = ''
  return (work, done, of) => {
    const line = of > 1 ? `${work}: ${Math.floor((10 * done) / of) * 10}% of ${of.toLocaleString('en')}` : work
    if (line === last || clock() - began < quietForMs) return
    last = line
    log(line)
  }
}
