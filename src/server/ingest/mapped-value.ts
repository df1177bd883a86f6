import { z } from 'zod'
import { badField } from './incoming.ts'
import { type JsonPath, parsePath, readPath, type Scope } from './json-path.ts'

export const Path = z
  .string()
  .max(300)
  .transform((text, ctx): JsonPath => {
    const path = parsePath(text)
    if (path) return path
    ctx.addIssue({ code: 'custom', message: `"${text}" is no path: names with dots, [0] for places in a list` })
    return z.NEVER
  })

export const Scalar = z.union([z.string().max(500), z.number(), z.boolean()])

/** An offset such as +08:00, for times that are written without one. */
const Offset = z.string().regex(/^[+-]\d\d:\d\d$/, 'an offset looks like +08:00')

const Said = <T extends z.ZodType>(word: T) =>
  z.union(
    [
      Path.transform((path) => ({ path })),
      z.strictObject({ const: word }),
      z
        .strictObject({
          path: Path,
          /** Their word -> ours. A word that is not among them is absent, or `default`. */
          values: z.record(z.string(), word).optional(),
          default: word.optional(),
          /** In what a time is told: seconds or milliseconds since 1970, or ISO 8601. */
          time: z.enum(['s', 'ms', 'iso']).optional(),
          offset: Offset.optional(),
        })
        .refine(({ values, time }) => !values || !time, 'either a table of words or a form of time')
        .refine(({ time, offset }) => offset === undefined || time === 'iso', 'an offset belongs to `time: iso`'),
    ],
    { error: 'a path, {const: …} or {path: …, values, default, time, offset}' },
  )

/** How a value of ours is found in a webhook: a path, a constant, a path with a table of words or a form of time. */
export type MappedValue = z.infer<ReturnType<typeof Said<typeof Scalar>>>
/** The same, but only for these words of ours. */
export const ValueOf = <T extends z.ZodType>(word: T) => Said(word)
export const Value = Said(Scalar)

/** An id: a value, or several joined by `-`, where the platform gives none of its own. */
export const IdValue = z.union([Value, z.strictObject({ join: z.array(Value).min(1).max(8) })], {
  error: 'a path, {const: …}, {path: …} or {join: […]}',
})
export type MappedId = z.infer<typeof IdValue>

/** @throws HuashuError `bad_request` when a time is none */
export function readValue(value: MappedValue, scope: Scope): unknown {
  if ('const' in value) return value.const
  const found = readPath(value.path, scope)
  if (!('values' in value || 'time' in value || 'default' in value)) return found
  const { values, time, offset } = value as Extract<MappedValue, { values?: unknown }>
  if (found === undefined) return value.default
  if (values)
    return (
      (isScalar(found) && Object.hasOwn(values, String(found)) ? values[String(found)] : undefined) ?? value.default
    )
  return time ? timeOf(found, time, offset, value.path.text) : found
}

/** An id as text; undefined unless every part is there. */
export function readId(value: MappedId, scope: Scope): string | undefined {
  const parts = ('join' in value ? value.join : [value]).map((part) => readValue(part, scope))
  return parts.every(isScalar) ? parts.join('-') : undefined
}

/** A text; numbers are written out, anything else stays as it is and will be refused by name. */
export function readText(value: MappedValue | undefined, scope: Scope): unknown {
  const found = value && readValue(value, scope)
  return isScalar(found) ? String(found) : found
}

/** Where in the body a value comes from, to name it when it is at fault. */
export function placeOf(value: MappedId | undefined, prefix: string): string {
  if (value === undefined) return prefix
  if ('join' in value) return value.join.map((part) => placeOf(part, prefix)).join(' + ')
  if ('const' in value) return `const ${String(value.const)}`
  const { text, isFromRoot } = value.path
  return isFromRoot ? text.replace(/^\$/, 'body') : `${prefix}.${text}`
}

export const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** The year 10000: beyond it a time has no four-digit year, and is told in another unit than the mapping says. */
const LATEST = 253_402_300_800_000

function timeOf(found: unknown, time: 's' | 'ms' | 'iso', offset: string | undefined, path: string): string {
  const ms =
    time === 'iso'
      ? Date.parse(withOffset(String(found), offset))
      : Math.round(Number(isScalar(found) && found !== '' ? found : Number.NaN) * (time === 's' ? 1000 : 1))
  if (!(ms >= 0 && ms < LATEST)) throw badField(`body.${path.replace(/^\$\.?/, '')}`, `no time (${time})`)
  return new Date(ms).toISOString()
}

function withOffset(text: string, offset: string | undefined): string {
  const written = text.trim().replace(' ', 'T')
  if (/(?:Z|[+-]\d\d:?\d\d)$/i.test(written)) return written
  // a time without an offset would be read in the zone of this machine
  return offset && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(written) ? `${written}${offset}` : 'none'
}
