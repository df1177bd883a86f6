import type { SlotName } from '../intents/index.ts'
import type { Entry, Library } from './library.ts'
import type { Template } from './template.ts'

const KNOWN = new WeakMap<Library, ReadonlyMap<string, readonly string[]>>()

/** Which scripts of a library use a slot: print it, ask for it or are said only where it holds. Ids in the library's order; worked out once per library. */
export function slotUses(library: Library): ReadonlyMap<string, readonly string[]> {
  const known = KNOWN.get(library)
  if (known) return known
  const uses = new Map<string, string[]>()
  const entries = (['zh', 'en', 'ko'] as const).flatMap((locale) => library.shelf(locale).entries)
  for (const entry of entries) {
    for (const slot of slotsOf(entry)) {
      const ids = uses.get(slot)
      if (ids) ids.push(entry.script.id)
      else uses.set(slot, [entry.script.id])
    }
  }
  KNOWN.set(library, uses)
  return uses
}

function slotsOf({ script, forms }: Entry): ReadonlySet<string> {
  const printed = forms.flatMap(({ open, short }) => [...slotsIn(open), ...slotsIn(short)])
  return new Set([
    ...printed,
    ...script.asks,
    ...Object.keys(script.when.is ?? {}),
    ...Object.keys(script.when.not ?? {}),
  ])
}

const slotsIn = (template: Template): SlotName[] =>
  template.flatMap((part) => (typeof part === 'string' ? [] : [part.slot]))
