/** Columns of a terminal: Han, kana, Hangul, full-width forms and emoji take two. */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of text) width += WIDE.test(char) ? 2 : ZERO.test(char) ? 0 : 1
  return width
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u

/** A table in aligned columns, two blanks apart; numbers stand right, words left. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, c) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[c] ?? '')), displayWidth(title)),
  )
  const right = head.map(
    (_, c) => rows.length > 0 && rows.every((row) => /^[-+]?[\d.,]*( ?(%|µs|ms|MB))?$/.test(row[c] ?? '')),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, c) => {
        const gap = ' '.repeat(Math.max(0, widths[c]! - displayWidth(cell)))
        return right[c] ? gap + cell : cell + gap
      })
      .join('  ')
      .trimEnd()
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}
