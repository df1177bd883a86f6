import { fetchModule } from '../fetch-module.ts'
import type { FetchLanguage, Language } from './language.ts'

/** Where a plain script came from; a module knows that by itself. */
const HERE = (document.currentScript as HTMLScriptElement | null)?.src

/** In place of `imported.ts` in the panel that a gateway serves (build/panel.ts): languages lie beside its script. */
export const fetchLanguage: FetchLanguage = async (locale, failed) => {
  const file = `./panel.${locale}.js`
  const { LANGUAGE } = await fetchModule<{ LANGUAGE: Language }>(HERE ? new URL(file, HERE).href : file, failed)
  return LANGUAGE
}
