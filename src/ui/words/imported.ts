import type { FetchLanguage } from './language.ts'

/** Where the panel is part of a larger program, which keeps its languages as it keeps all its files. */
export const fetchLanguage: FetchLanguage = async (locale) =>
  (await (locale === 'en' ? import('./en.ts') : import('./ko.ts'))).LANGUAGE
