import type { z } from 'zod'
import type { Locale, ScriptStatus, ScriptView } from '../../protocol/index.ts'
import { isOutrun, type Script, statusOf } from '../../scripts/index.ts'
import type { ScriptDesk } from './script-desk.ts'
import { originOf } from './script-view.ts'

export interface Wanted {
  readonly locale: Locale
  readonly status?: z.infer<typeof ScriptStatus> | undefined
  /** Words that stand in one of the wordings. */
  readonly q?: string | undefined
  /** Only those whose pack's script has changed since. */
  readonly isOutrun: boolean
}

/** Scripts that a store has edited, the last edited first: the draft, else what is in use, else what was. */
export function editedScripts(
  desk: ScriptDesk,
  store: string,
  { locale, status, q, isOutrun: outrun }: Wanted,
): Script[] {
  const found: Script[] = []
  for (const [id, { edit }] of desk.edits(store)) {
    const base = desk.base(store, id)
    const script = edit.draft ?? edit.script ?? base
    if (script?.locale !== locale || (outrun && !isOutrun(edit, base))) continue
    if (status !== undefined && statusOf(edit, base) !== status) continue
    if (q !== undefined && !script.wordings.some(({ open, short }) => open.includes(q) || short.includes(q))) continue
    found.push(script)
  }
  return found.reverse()
}

export function originIn(desk: ScriptDesk, store: string, id: string): ScriptView['origin'] {
  return originOf(desk.edits(store).get(id)?.edit ?? {}, desk.base(store, id))
}
