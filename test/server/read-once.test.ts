import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlacedRecord } from '../../src/server/ports.ts'
import { readOnce } from '../../src/server/read-once.ts'

/** A log whose records have these places; `asked` = how many records were read from it. */
function logOf(places: readonly number[], kind: (n: number) => PlacedRecord['kind'] = () => 'message') {
  const records = places.map((n) => ({ n, kind: kind(n), body: { n } }) as unknown as PlacedRecord)
  const log = {
    records,
    asked: 0,
    async read(after: number, limit: number) {
      const found = records.filter(({ n }) => n > after).slice(0, limit)
      log.asked += found.length
      return found
    },
  }
  return log
}

const placesUpTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)

test('whoever follows gets what the log has, whatever others read and while it grows', async () => {
  const Step = fc.record({ follower: fc.nat(2), limit: fc.integer({ min: 1, max: 7 }), grows: fc.nat(5) })
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { maxLength: 60 }), fc.nat(9), async (steps, gap) => {
      const log = logOf([])
      const read = readOnce(log.read)
      const at = [0, 0, 0]
      for (const { follower, limit, grows } of steps) {
        for (let i = 0; i < grows; i += 1) {
          // places grow without being dense
          const n = (log.records.at(-1)?.n ?? 0) + 1 + (i % (gap + 1))
          log.records.push(logOf([n]).records[0]!)
        }
        const expected = log.records.filter(({ n }) => n > at[follower]!).slice(0, limit)
        const page = await read(at[follower]!, limit)
        expect(page).toEqual(expected)
        at[follower] = page.at(-1)?.n ?? at[follower]!
      }
    }),
  )
})

test('the second reader costs the database nothing but the question whether there is more', async () => {
  const log = logOf(placesUpTo(500))
  const read = readOnce(log.read)
  const follow = async () => {
    const seen: number[] = []
    for (;;) {
      const page = await read(seen.at(-1) ?? 0, 200)
      seen.push(...page.map(({ n }) => n))
      if (page.length < 200) return seen
    }
  }
  expect(await follow()).toEqual(placesUpTo(500))
  expect(await follow()).toEqual(placesUpTo(500))
  expect(log.asked).toBe(500)
})

test('who is far behind, and who reads beside another, gets it from the log', async () => {
  const log = logOf(placesUpTo(3_000))
  const read = readOnce(log.read)
  await read(0, 2_500)
  expect((await read(100, 3)).map(({ n }) => n)).toEqual([101, 102, 103])
  const both = await Promise.all([read(2_500, 200), read(2_500, 300)])
  expect(both.map((page) => page.at(-1)!.n)).toEqual([2_700, 2_800])
  expect((await read(2_600, 150)).map(({ n }) => n)).toEqual(placesUpTo(2_750).slice(2_600))
})

test('nothing from before an erasure is kept', async () => {
  const log = logOf(placesUpTo(100), (n) => (n === 90 ? 'erasure' : 'message'))
  const read = readOnce(log.read)
  await read(0, 100)
  log.asked = 0
  await read(50, 10)
  expect(log.asked).toBe(10)
  await read(89, 11)
  expect(log.asked).toBe(10)
})
