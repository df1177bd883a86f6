import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { CallerResult, Locale } from '../protocol/index.ts'

/** A store as `GET /v1/stores` lists it. */
export interface Store {
  readonly id: string
  readonly name: string | Readonly<Partial<Record<Locale, string>>>
  readonly locales: readonly Locale[]
  readonly timezone: string
  readonly currency: string
}

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** What every page needs to know. */
export interface Session {
  readonly language: Locale
  readonly setLanguage: (language: Locale) => void
  readonly theme: Theme
  readonly setTheme: (theme: Theme) => void
  readonly me: CallerResult
  readonly stores: readonly Store[]
  /** The store that the pages are about. */
  readonly store: Store | undefined
  readonly setStore: (id: string) => void
  readonly slotName: (slot: string) => string
  readonly signOut: () => void
}

export const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('a page was drawn outside the session')
  return session
}

/** The words of the reader's language. */
export function useWords<T>(tables: Readonly<Record<Locale, T>>): T {
  return tables[useSession().language]
}

export const isLead = ({ roles }: CallerResult): boolean => roles.includes('lead') || roles.includes('admin')

/** A text that is written once, or once per language. */
export function inLanguage(text: Store['name'] | undefined, language: Locale): string {
  if (text === undefined || typeof text === 'string') return text ?? ''
  return text[language] ?? text.zh ?? Object.values(text)[0] ?? ''
}
