import type { Locale } from '../../protocol/index.ts'

/** Words in the reader's language: each table says all of what the Chinese one says. */
export type Tables<T> = Readonly<Record<Locale, Readonly<Record<keyof T, string>>>>

/** Puts values in the place of `{names}`. */
export const filled = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark))
