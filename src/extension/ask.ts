import type { FromPage, PageAnswer } from './wire.ts'
import { type Language, languageOf, type Words, wordsOf } from './words.ts'

/** What a page of the extension asks of the background, with the answer. */
export const ask = (said: FromPage): Promise<PageAnswer> => chrome.runtime.sendMessage(said)

/** Writes the words of a language wherever `data-word` names one. */
export function speak(choice: Language | 'auto'): Words {
  const language = languageOf(choice)
  const words = wordsOf(language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : language
  document.title = words.name
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]'))
    element.textContent = words[element.dataset.word as keyof Words]
  return words
}
