import { add, matches, RANK, type Reading } from './reading.ts'

const NOON = /(?<![a-z])(?:noon|midnight)(?![a-z])|정오|자정/g
const HAS_NOON = /noon|midnight|[정자][오정]/

/** The two times of a day that have names. */
export function readNoon(reading: Reading): void {
  if (!HAS_NOON.test(reading.text)) return
  for (const found of matches(NOON, reading.text)) {
    const value = found[0] === 'noon' || found[0] === '정오' ? '12:00' : '00:00'
    add(reading, 'time', found.index, found.index + found[0].length, value, RANK.unit)
  }
}
