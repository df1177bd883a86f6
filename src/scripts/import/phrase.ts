/** A quick phrase as other programs keep it. What a format does not hold is empty. */
export interface Phrase {
  /** Where it stood in the file, counted from 1 with its heading, or from 1 in a list. */
  readonly row: number
  /** What agents type to get it; in a table of keywords what shoppers write for it. */
  readonly code: string
  readonly title: string
  readonly group: string
  readonly text: string
  /** A language tag, as the file has it. */
  readonly language: string
  /** Switched off where it came from. */
  readonly isOff: boolean
  /** Everything else that stood beside it, by the name of its column or field. */
  readonly extra: Readonly<Record<string, string>>
}

/** What could not be read: `row` as of a phrase, `column` = the name of the column or field at fault. */
export interface PhraseFault {
  readonly row: number
  readonly kind: 'empty' | 'too_long' | 'no_text_column' | 'too_many' | 'unreadable'
  readonly column?: string
  readonly message: string
}

export interface PhraseFile {
  readonly phrases: readonly Phrase[]
  readonly faults: readonly PhraseFault[]
}

export const EMPTY: Omit<Phrase, 'row' | 'text'> = {
  code: '',
  title: '',
  group: '',
  language: '',
  isOff: false,
  extra: {},
}

/** A cell of a CSV that a spreadsheet would take for a formula gets an apostrophe before it, which `unguarded` takes away again. */
export function formulaSafe(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

/** The same for a workbook, whose cells say of themselves that they are text: only what `unguarded` would take away gets its apostrophe. */
export function typedSafe(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

export function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}
