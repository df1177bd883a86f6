import type { Locale } from '../../protocol/index.ts'
import type { LANGUAGE as ZH } from './zh.ts'

export type Words = Readonly<Record<keyof (typeof ZH)['words'], string>>
type Names = Readonly<Record<string, string>>

/** All that the panel says in one language. */
export interface Language {
  readonly locale: Locale
  readonly words: Words
  /** Intent families, acts of agents, and the slots that shoppers tell: the rest of the vocabulary is read from the service. */
  readonly families: Names
  readonly actions: Names
  readonly slots: Names
}

/** The language to speak for a tag such as `zh-CN`; English where we speak none of it. */
export function localeOf(tag: string): Locale {
  const language = tag.slice(0, 2).toLowerCase()
  return language === 'zh' || language === 'ko' ? language : 'en'
}

/** Brings a language that is not built in; `failed` is called after each try that came to nothing. */
export type FetchLanguage = (locale: Exclude<Locale, 'zh'>, failed: () => void) => Promise<Language>
