import { z } from 'zod'

const oneOrMany = z.union([
  z.array(z.string().min(1)).min(1),
  z
    .string()
    .min(1)
    .transform((one) => [one]),
])

/** Where and when a value holds: any of the channels, any of the regions or zones, whole days in the store's timezone. */
export const Only = z.strictObject({
  channel: oneOrMany.optional(),
  region: oneOrMany.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})
export type Only = z.infer<typeof Only>

/** One field of the store's policy: values with their limits, the first that holds wins. */
export type Limited<T> = readonly { readonly value: T; readonly only?: Only | undefined }[]

/** What limits are held against. `day` is the store's local calendar day, `2026-11-22`. */
export interface Situation {
  readonly channel: string
  readonly region: string | undefined
  readonly zone: string | undefined
  readonly day: string
}

/** A field that is written as its bare value, or as a list of `{value, only}` when it differs by channel, region or dates. */
export function limited<T extends z.ZodType>(value: T): z.ZodType<Limited<z.output<T>>> {
  return z.union([
    z.array(z.strictObject({ value, only: Only.optional() })).min(1),
    value.transform((bare) => [{ value: bare }]),
  ]) as unknown as z.ZodType<Limited<z.output<T>>>
}

/** The value that holds here and now, or undefined when the store says nothing for this situation. */
export function settle<T>(field: Limited<T> | undefined, at: Situation): T | undefined {
  for (const { value, only } of field ?? []) if (only === undefined || holds(only, at)) return value
  return undefined
}

/** True when the limits admit the situation; also used for promotions and gifts, which carry their own dates. */
export function holds(only: Only, at: Situation): boolean {
  if (only.channel && !only.channel.includes(at.channel)) return false
  if (only.region && !only.region.some((name) => name === at.region || name === at.zone)) return false
  if (only.from && at.day < only.from) return false
  return !(only.to && at.day > only.to)
}
