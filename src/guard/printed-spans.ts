import type { GuardContext } from './context.ts'

const SLOT_TOKEN = /\{\{\s*([\w.]+)[^{}]*\}\}/g

/** A stretch of the original text that a slot printed. */
export interface PrintedSpan {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Where the printed slot values stand; in a stored script, where its slots stand. */
export function printedSpans(original: string, context: GuardContext): PrintedSpan[] {
  const spans: PrintedSpan[] = []
  for (const { name, text } of context.printed ?? []) {
    if (text === '') continue
    for (let start = original.indexOf(text); start >= 0; start = original.indexOf(text, start + text.length)) {
      spans.push({ name, start, end: start + text.length })
    }
  }
  if (context.kind === 'script') {
    for (const token of original.matchAll(SLOT_TOKEN)) {
      spans.push({ name: token[1]!, start: token.index, end: token.index + token[0].length })
    }
  }
  return spans
}
