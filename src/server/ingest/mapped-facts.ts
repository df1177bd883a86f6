import type { Scope } from './json-path.ts'
import { readValue } from './mapped-value.ts'
import type { FactsMapping } from './mapping-record.ts'

/** The facts that are there, beside those already `known`; undefined when there are none. What is absent stays as it was. */
export function factsOf(
  mapping: FactsMapping,
  scope: Scope,
  known: Record<string, unknown> = {},
): Record<string, unknown> | undefined {
  for (const [name, value] of Object.entries(mapping)) {
    const found = readValue(value, scope)
    if (found !== undefined) put(known, name.split('.'), found)
  }
  return Object.keys(known).length === 0 ? undefined : known
}

function put(facts: Record<string, unknown>, [first, ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    facts[first!] = value
    return
  }
  const part = Object.hasOwn(facts, first!) ? facts[first!] : undefined
  const inner = typeof part === 'object' && part !== null ? (part as Record<string, unknown>) : {}
  facts[first!] = inner
  put(inner, rest, value)
}
