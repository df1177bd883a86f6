import { z } from 'zod'
import { limited } from '../limited.ts'

/** `90m`, `24h`, `7d`, or `never` for what does not grow old. */
const Age = z.string().regex(/^(?:[1-9]\d{0,4}[mhd]|never)$/, 'a time like 90m, 24h or 7d, or never')

/**
 * How old what was told of the goods may be (`asOf` of a card, of prices and stock, of live facts) before it is no longer said for sure. An older price is said with the
 * hint that the order page decides; of an older stock nothing is said, so that the reply is the one that looks it up. A limit that the store sets holds against goods that
 * were only handed in, too, from that time on; without one (`USUAL_AGE`) these are a price list, which holds until it is handed in anew.
 */
export const FreshnessPolicy = z.strictObject({
  price: limited(Age).optional(),
  stock: limited(Age).optional(),
})
export type FreshnessPolicy = z.infer<typeof FreshnessPolicy>

/** What is told as of some time, and never told again, is no longer sure after this. */
export const USUAL_AGE = { price: '3d', stock: '1d' } as const

const MINUTES = { m: 1, h: 60, d: 1_440 } as const

/** An age of the policy in milliseconds; `never` = infinite. */
export function ageMs(age: string): number {
  return age === 'never'
    ? Number.POSITIVE_INFINITY
    : Number(age.slice(0, -1)) * MINUTES[age.at(-1) as keyof typeof MINUTES] * 60_000
}
