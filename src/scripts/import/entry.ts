import type { Phrase } from './phrase.ts'

/** One phrase in the list of a program's interface. */
export type Entry = Readonly<Record<string, unknown>>

export const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
export const isObject = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const objects = (value: unknown): Entry[] => (Array.isArray(value) ? value.filter(isObject) : [])

/** The fields that nothing else holds, as JSON; texts in plain quotes. */
export function others(entry: Entry, used: readonly string[]): Record<string, string> {
  const rest = Object.entries(entry).filter(([name, value]) => !used.includes(name) && value !== undefined)
  return Object.fromEntries(
    rest.map(([name, value]) => [name, typeof value === 'string' ? asExtra(value) : JSON.stringify(value)]),
  )
}

/** A text as a list of JSON keeps it among what is beside a phrase. */
export const asExtra = (value: string): string => `"${value}"`

export function restored(extra: Phrase['extra']): Entry {
  return Object.fromEntries(
    Object.entries(extra).map(([name, value]) => {
      if (/^".*"$/s.test(value)) return [name, value.slice(1, -1)]
      try {
        return [name, JSON.parse(value) as unknown]
      } catch {
        return [name, value]
      }
    }),
  )
}
