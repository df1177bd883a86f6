import type { Warning } from '../protocol/index.ts'

/** Applies the fixes of non-overlapping warnings, the earlier one first; what it overlaps stays for another round. */
export function applyFixes(text: string, warnings: readonly Warning[]): string {
  let out = ''
  let done = 0
  for (const { start, end, fix } of warnings) {
    if (fix === undefined || start < done) continue
    out += text.slice(done, start) + likeFirst(fix, text, start, out)
    done = end
  }
  return out + text.slice(done)
}

/** A fix that takes the place of a capital begins with one. */
function likeFirst(fix: string, text: string, start: number, before: string): string {
  return /[A-Z]/.test(text[start] ?? '') && /(?:^|[.!?]\s*)$/.test(before + text.slice(0, start)) && /^[a-z]/.test(fix)
    ? fix[0]!.toUpperCase() + fix.slice(1)
    : fix
}

/** What a fix may leave behind that nobody would send: marks side by side, a mark or a particle without words, the same words twice. */
export function isAwkward(fixed: string, fixes: readonly string[]): boolean {
  if (/[,，、;；]\s*[,，、;；。.!！?？]|^[\s,，。、!！?？]|^[哦呢哈啊呀啦嘛吧的了](?:[,，。]|$)|[,，]\s*$/.test(fixed))
    return true
  return fixes.some((fix) => fix.length >= 3 && fixed.split(fix).length > 2)
}
