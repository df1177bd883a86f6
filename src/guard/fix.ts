import type { Warning } from '../protocol/index.ts'

/** Applies the fixes of non-overlapping warnings, the earlier one first; what it overlaps stays for another round. */
export function applyFixes(text: string, warnings: readonly Warning[]): string {
  let out = ''
  let done = 0
  for (const { start, end, fix } of warnings) {
    if (fix === undefined || start < done) continue
    out += text.slice(done, start) + fix
    done = end
  }
  return out + text.slice(done)
}
