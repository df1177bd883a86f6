import { type Happening, LIMITS } from '../protocol/index.ts'

/** A pause up to which a shopper is still at the same thought, ms: at least, at most, and against the longest pause so far. */
const PAUSE = { least: 300, most: 1_500, rhythm: 3 } as const

/**
 * Whether a shopper's message goes on with the burst before it: within its limits and, as far as both say when they were sent, within the shopper's own
 * rhythm. Who types in quick pieces is waited for less long than who types slowly, and nobody is waited for: the burst so far has its answer already.
 */
export function goesOn(burst: readonly Happening[], message: Happening): boolean {
  const last = burst.at(-1)
  if (message.role !== 'shopper' || last?.role !== 'shopper') return false
  if (burst.length >= LIMITS.burstMessages) return false
  if (burst.reduce((sum, { text }) => sum + (text?.length ?? 0), message.text?.length ?? 0) > LIMITS.burstChars)
    return false
  const pause = pauseBetween(last, message)
  return pause === undefined || pause <= patienceWith(burst)
}

/** Whether two messages of a shopper are known to be said in one breath, so that they are read as one text. */
export function inOneBreath(burst: readonly Happening[], message: Happening): boolean {
  return goesOn(burst, message) && pauseBetween(burst.at(-1)!, message) !== undefined
}

function pauseBetween(before: Happening, after: Happening): number | undefined {
  if (before.at === undefined || after.at === undefined) return undefined
  return Date.parse(after.at) - Date.parse(before.at)
}

function patienceWith(burst: readonly Happening[]): number {
  let longest = 0
  for (let i = 1; i < burst.length; i += 1) longest = Math.max(longest, pauseBetween(burst[i - 1]!, burst[i]!) ?? 0)
  return longest === 0 ? PAUSE.most : Math.min(PAUSE.most, Math.max(PAUSE.least, PAUSE.rhythm * longest))
}
