import { normalise, remember } from '../../intents/index.ts'
import { printOfText } from '../text-print.ts'

/** Figures differ from message to message, and address words and particles say nothing of what is meant. */
const FIGURES = /\p{N}+/gu
const VOICE = /[亲哦呢呀啊哈嗯噢]/gu

/** A message is looked up when it is answered, and learned from soon after. */
const REMEMBERED = 1_024

/** What shoppers' messages are compared by: sorted hashes of their pairs of letters, each once; no word can be read out of them. */
export function messageGrams(text: string): readonly number[] {
  return gramsOfWords(normalise(text).text)
}

/** The same of words that are in matching form already. */
export const gramsOfWords: (words: string) => readonly number[] = remember((words) => {
  const bare = words.replace(FIGURES, '0').replace(VOICE, '')
  return [...new Set(printOfText(bare).grams)]
}, REMEMBERED)
