import type { CheckedText } from './checked-text.ts'
import type { GuardContext } from './context.ts'

const SLOT_TOKEN = /\{\{\s*([\w.]+)[^{}]*\}\}/g

/**
 * True when a slot whose name begins with one of the prefixes is printed in a span of the original: where one of its values stands or, in a stored script,
 * the slot itself.
 */
export function prints(
  { original }: CheckedText,
  { kind, printed }: GuardContext,
  span: { readonly start: number; readonly end: number },
  ...prefixes: readonly string[]
): boolean {
  const isMeant = (name: string) => prefixes.some((prefix) => name.startsWith(prefix))
  const overlaps = (start: number, length: number) => start < span.end && span.start < start + length
  for (const { name, text } of printed ?? []) {
    if (text === '' || !isMeant(name)) continue
    for (let start = original.indexOf(text); start >= 0; start = original.indexOf(text, start + text.length)) {
      if (overlaps(start, text.length)) return true
    }
  }
  if (kind !== 'script') return false
  return [...original.matchAll(SLOT_TOKEN)].some(
    (token) => isMeant(token[1]!) && overlaps(token.index, token[0].length),
  )
}
