import type { z } from 'zod'
import type { GoodsFaultKind } from '../protocol/index.ts'

/** What is wrong with a card, at a path within it; `message` says it in English, `kind` and `value` let others say it in their language. */
export interface GoodsFault {
  readonly path: string
  readonly kind: GoodsFaultKind
  readonly value?: string | undefined
  readonly message: string
}

const MESSAGE: Readonly<Record<GoodsFaultKind, (value: string) => string>> = {
  nameless: () => 'which product or chart it is',
  missing: (value) => (value === '' ? 'it is missing' : `${value} has none`),
  no_number: (value) => `"${value}" is no number`,
  no_flag: (value) => `"${value}" is no yes or no`,
  wrong_kind: (value) => `"${value}" is of another kind`,
  unreadable: (value) => `"${value}" cannot be read`,
  out_of_range: (value) => `"${value}" is too small or too large`,
  unsorted: () => 'rows must run from the smallest size up',
  unknown_field: (value) => `"${value}" is no field of it`,
  twice: (value) => `"${value}" stands here twice`,
  taken: (value) => `it stands for "${value}" already`,
  no_product: (value) => `no product "${value}"`,
  no_chart: (value) => `there is no size chart "${value}"`,
  idle_chart: (value) => `no product has "${value}"`,
  wrong_letters: (value) => `some letters cannot be read as ${value}`,
}

export function goodsFault(path: string, kind: GoodsFaultKind, value = ''): GoodsFault {
  return { path, kind, ...(value === '' ? {} : { value }), message: MESSAGE[kind](value) }
}

/** What a schema finds at fault in `raw`. */
export function faultOfIssue(issue: z.core.$ZodIssue, raw: unknown): GoodsFault {
  const path = issue.path.join('.')
  const at = issue.path.reduce<unknown>((whole, key) => (whole as Record<PropertyKey, unknown> | undefined)?.[key], raw)
  const value = typeof at === 'string' || typeof at === 'number' ? String(at) : ''
  const { kind, what } = kindOf(issue, at, value)
  // what the schema says is more than we could
  return { ...goodsFault(path, kind, what), message: issue.message }
}

function kindOf(
  issue: z.core.$ZodIssue,
  at: unknown,
  value: string,
): { readonly kind: GoodsFaultKind; readonly what: string } {
  if (issue.code === 'custom' && issue.params?.kind !== undefined)
    return { kind: issue.params.kind as GoodsFaultKind, what: String(issue.params.value ?? '') }
  if (issue.code === 'unrecognized_keys') return { kind: 'unknown_field', what: issue.keys.join(', ') }
  if (at === undefined) return { kind: 'missing', what: '' }
  if (issue.code === 'too_small' || issue.code === 'too_big') return { kind: 'out_of_range', what: value }
  return { kind: issue.code === 'invalid_type' ? 'wrong_kind' : 'unreadable', what: value }
}
