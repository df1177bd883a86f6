import type { z } from 'zod'
import type { ScriptVersion } from '../../protocol/index.ts'
import { changedFields, effectiveScript, type Script, statusOf, UNEDITED } from '../../scripts/index.ts'
import type { PlacedVersion } from '../ports.ts'
import { editOf } from './stored-edit.ts'

/** The versions of a script, newest first, each with what it changed; `base` = the pack's script. */
export function versionsOf(
  versions: readonly PlacedVersion[],
  base: Script | undefined,
): z.infer<typeof ScriptVersion>[] {
  const edits = versions.map(editOf)
  return edits.map(({ edit, version, at, author }, i) => {
    const before = edits[i + 1]?.edit ?? UNEDITED
    const script = effectiveScript(edit, base)
    const shown = (one: typeof edit) => one.draft ?? effectiveScript(one, base) ?? {}
    return {
      version,
      at,
      author,
      status: statusOf(edit, base),
      ...(script ? { script } : {}),
      ...(edit.draft ? { draft: edit.draft } : {}),
      diff: changedFields(shown(before), shown(edit)),
    }
  })
}
