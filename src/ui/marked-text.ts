import type { Warning } from '../protocol/index.ts'

/** A piece of a text; with `warning`, an index into the warnings, it is to be underlined. */
export interface Piece {
  readonly text: string
  readonly warning?: number
}

/** Cuts a text at the spans of its warnings. Of overlapping spans the one that starts first is shown; spans that lie outside are not. */
export function markedText(text: string, warnings: readonly Warning[]): Piece[] {
  const spans = warnings
    .map(({ start, end }, warning) => ({ start, end, warning }))
    .filter(({ start, end }) => start >= 0 && start < end && end <= text.length)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, warning } of spans) {
    if (start < at) continue
    if (start > at) pieces.push({ text: text.slice(at, start) })
    pieces.push({ text: text.slice(start, end), warning })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}

/** The text with one warning's fix in place; the other warnings move along, those that it touches are gone. */
export function applyFix(
  text: string,
  warnings: readonly Warning[],
  index: number,
): { text: string; warnings: Warning[] } {
  const fixed = warnings[index]
  if (fixed?.fix === undefined) return { text, warnings: [...warnings] }
  const grown = fixed.fix.length - (fixed.end - fixed.start)
  const left = warnings.flatMap((other) => {
    if (other === fixed) return []
    if (other.end <= fixed.start) return [other]
    if (other.start >= fixed.end) return [{ ...other, start: other.start + grown, end: other.end + grown }]
    return []
  })
  return { text: text.slice(0, fixed.start) + fixed.fix + text.slice(fixed.end), warnings: left }
}
