import type { Locale } from '../../protocol/index.ts'
import { fetchLanguage } from './imported.ts'
import type { Language } from './language.ts'
import { LANGUAGE as ZH } from './zh.ts'

/** Tells what is said in a language: at once for the one that is built in, which also stands in while another cannot be had. */
export async function speak(locale: Locale, told: (language: Language) => void): Promise<void> {
  told(locale === 'zh' ? ZH : await fetchLanguage(locale, () => told(ZH)).catch(() => ZH))
}
