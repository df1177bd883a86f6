/** A stretch of a text, in UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A text whose facts are hidden behind marks like `[[1]]`, and what each mark stands for. */
export interface Protected {
  readonly text: string
  readonly values: readonly string[]
}

const MARK = /\[\[(\d{1,3})\]\]/g

/** Puts a mark in place of each stretch; stretches that touch or overlap become one. */
export function protect(text: string, spans: readonly Span[]): Protected {
  const values: string[] = []
  let out = ''
  let at = 0
  for (const { start, end } of merged(spans)) {
    values.push(text.slice(start, end))
    out += `${text.slice(at, start)}[[${values.length}]]`
    at = end
  }
  return { text: out + text.slice(at), values }
}

/** Puts the values back; undefined when a mark is unknown or broken. */
export function restore(text: string, values: readonly string[]): string | undefined {
  let unknown = false
  const out = text.replace(MARK, (mark, number: string) => {
    const value = values[Number(number) - 1]
    unknown ||= value === undefined
    return value ?? mark
  })
  return unknown || /\[\[|\]\]/.test(out) ? undefined : out
}

function merged(spans: readonly Span[]): Span[] {
  const out: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else out.push({ start, end })
  }
  return out
}
