import { expect, test } from 'vitest'
import { once, onceLately } from '../../src/domain/once.ts'

const things = Array.from({ length: 10 }, (_, index) => ({ index }))
const [first, second, third] = things as [object, object, object]

/** How often each thing was worked out while all of `asked` were asked about one after the other. */
function timesWorkedOut(remember: (workOut: (thing: object) => number) => (thing: object) => number, asked: object[]) {
  const times = new Map<object, number>()
  const ask = remember((thing) => {
    times.set(thing, (times.get(thing) ?? 0) + 1)
    return things.indexOf(thing as never)
  })
  for (const thing of asked) expect(ask(thing)).toBe(things.indexOf(thing as never))
  return times
}

test('what follows from a thing is worked out once', () => {
  expect([...timesWorkedOut(once, [...things, ...things]).values()]).toEqual(things.map(() => 1))
})

test('kept of the last two alone, it is worked out anew when as many others have come twice over', () => {
  const lately = (workOut: (thing: object) => number) => onceLately(2, workOut)
  expect(timesWorkedOut(lately, [first, second, third, first, second, third]).get(first)).toBe(1)
  expect(timesWorkedOut(lately, [first, ...things.slice(1, 5), first]).get(first)).toBe(2)
})

test('what is asked about again and again is kept, however many others come', () => {
  const lately = (workOut: (thing: object) => number) => onceLately(2, workOut)
  const asked = things.slice(1).flatMap((other) => [first, other])
  expect(timesWorkedOut(lately, asked).get(first)).toBe(1)
})
