import type { Locale } from '../../protocol/index.ts'
import { inLanguage, type Store } from '../session.ts'

/** By which of its fields a row is known, the first that it has. */
const TELLING = ['name', 'phrase', 'why', 'text']
const PLAIN = 3

/** What a folded row is called: by a field that tells, with its id, else by the first plain ones it has. */
export function titleOf(row: unknown, language: Locale): string {
  const fields = (typeof row === 'object' && row !== null ? row : {}) as Readonly<Record<string, unknown>>
  const told = TELLING.map((name) => inLanguage(fields[name] as Store['name'] | undefined, language)).find(Boolean)
  if (told !== undefined) return [told, fields.id].filter(Boolean).join(' · ')
  return Object.values(fields)
    .flatMap((value) => (Array.isArray(value) ? [value.join(', ')] : value))
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .slice(0, PLAIN)
    .join(' · ')
}
