import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meant, type Painted, paint, REACTION_MS, shown } from '../../src/ui/painted.ts'

/** Changes after so many milliseconds each, and how long after the last one a key is pressed. */
const runs = fc.record({ gaps: fc.array(fc.nat(900), { maxLength: 40 }), later: fc.nat(900) })

test('a press means what stood there before the changes of the last 400 ms, however many there were', () => {
  fc.assert(
    fc.property(runs, ({ gaps, later }) => {
      const all: { list: number; since: number }[] = []
      let painted: Painted<number> = []
      let now = 0
      gaps.forEach((gap, list) => {
        now += gap
        painted = paint(painted, list, now)
        all.push({ list, since: now })
      })
      const pressedAt = now + later
      expect(meant(painted, pressedAt)).toBe(all.findLast(({ since }) => since <= pressedAt - REACTION_MS)?.list)
      expect(shown(painted)).toBe(all.at(-1)?.list)
    }),
  )
})

test('what nobody can mean any more is forgotten', () => {
  let painted: Painted<number> = []
  for (let at = 0; at < 10_000; at += 500) painted = paint(painted, at, at)
  expect(painted.length).toBeLessThanOrEqual(2)
})

test('before anything stood there nothing is meant', () => {
  expect(meant(paint<number>([], 1, 1_000), 1_399)).toBeUndefined()
  expect(meant(paint<number>([], 1, 1_000), 1_400)).toBe(1)
})
