import type { Script } from '../record.ts'

/**
 * What a store has made of one script: what it says instead of the pack's, or besides (`script`), what waits for a lead's word (`draft`), and whether it is
 * out of use (`retired`). `base` is the pack's script that `script` was written over. Without any of them the pack's stands.
 */
export interface ScriptEdit {
  readonly script?: Script | undefined
  readonly draft?: Script | undefined
  readonly base?: Script | undefined
  readonly retired?: boolean | undefined
  /** The day on which somebody should look at it again, `2026-12-01`. */
  readonly reviewOn?: string | undefined
}

/** As every script of a pack begins. */
export const UNEDITED: ScriptEdit = {}

export type ScriptStatus = 'approved' | 'draft' | 'retired'

/** What is in use: the store's own words, else the pack's; undefined when there is nothing, or nothing any more. */
export function effectiveScript({ script, retired }: ScriptEdit, base: Script | undefined): Script | undefined {
  return retired ? undefined : (script ?? base)
}

/** `draft` = something of it waits for approval, whatever is in use meanwhile. */
export function statusOf(edit: ScriptEdit, base: Script | undefined): ScriptStatus {
  if (edit.draft) return 'draft'
  return effectiveScript(edit, base) ? 'approved' : 'retired'
}

/** Whether the pack's script is another one by now than the one that the store wrote over. */
export function isOutrun({ script, base: written }: ScriptEdit, base: Script | undefined): boolean {
  return script !== undefined && written !== undefined && !isSame(written, base)
}

/** Puts new words into use. */
export function withScript(edit: ScriptEdit, script: Script, base: Script | undefined): ScriptEdit {
  return { reviewOn: edit.reviewOn, script, base }
}

/** Keeps new words until they are approved; what is in use stays. */
export function withDraft(edit: ScriptEdit, draft: Script): ScriptEdit {
  return { ...edit, draft }
}

/** The draft comes into use, or what was retired does again. */
export function approved(edit: ScriptEdit, base: Script | undefined): ScriptEdit {
  if (edit.draft) return withScript(edit, edit.draft, base)
  return { ...edit, retired: undefined }
}

export function retired(edit: ScriptEdit): ScriptEdit {
  return { ...edit, draft: undefined, retired: true }
}

/** The draft is dropped. */
export function discarded(edit: ScriptEdit): ScriptEdit {
  return { ...edit, draft: undefined }
}

/** Whether two scripts say the same under the same conditions. */
export function isSame(a: Script | undefined, b: Script | undefined): boolean {
  return isSameJson(a, b)
}

/** Whether two values say the same as JSON. */
export function isSameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

/** The order in which fields were written, and fields without a value, make no difference. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]))
}
