import type { Script } from '../record.ts'
import { effectiveScript, type ScriptEdit } from './script-edit.ts'

/**
 * A store's scripts: its own first, which so win ties and are looked at first, then the packs' in their order, with the store's words in the place of those
 * it has changed and without those it has retired.
 */
export function overlaid(base: readonly Script[], edits: ReadonlyMap<string, ScriptEdit>): Script[] {
  const shipped = new Set(base.map(({ id }) => id))
  const own = [...edits].flatMap(([id, edit]) => (shipped.has(id) ? [] : (effectiveScript(edit, undefined) ?? [])))
  const rest = base.flatMap((script) => {
    const edit = edits.get(script.id)
    return edit ? (effectiveScript(edit, script) ?? []) : [script]
  })
  return [...own.sort((a, b) => (a.id < b.id ? -1 : 1)), ...rest]
}
