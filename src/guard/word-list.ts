import { z } from 'zod'
import { type Grams, requiredGrams } from './required-grams.ts'

/** A number as a reply may write it: digits, Chinese numerals, or a script slot that will print one. */
const NUMBER = String.raw`(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半]+|\{\{(?!you|smile|self|shop|agent)[^{}]*\}\})`

/**
 * One entry of a word list: plain words, or a regular expression over the matching form (lower case, simplified, half width, no spaces between
 * Han characters). `<n>` stands for a number. Groups must be non-capturing.
 */
const Pattern = z
  .string()
  .min(1)
  .transform((source) => source.replaceAll('<n>', NUMBER))
  .refine(isPlainExpression, 'must be a regular expression without capturing groups')

function isPlainExpression(source: string): boolean {
  try {
    return new RegExp(`${source}|`).exec('')?.length === 1
  } catch {
    return false
  }
}

/**
 * Words a rule looks for. `except` names harmless phrases that contain such words: they are read first and swallow the text they cover. `fix`
 * replaces the found span (`$&` is the span itself); `act` names the act a phrase claims (R124).
 */
export const WordList = z.strictObject({
  except: z.array(Pattern).default([]),
  find: z.array(
    z.union([
      Pattern.transform((word): Entry => ({ words: [word] })),
      z.strictObject({ words: z.array(Pattern).min(1), fix: z.string().optional(), act: z.string().optional() }),
    ]),
  ),
})
export type WordList = z.infer<typeof WordList>

interface Entry {
  words: string[]
  fix?: string | undefined
  act?: string | undefined
}

/** A place where a word list matched, with offsets into the scanned text. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly fix?: string | undefined
  readonly act?: string | undefined
}

/** A compiled word list. A text with none of `grams` cannot match. */
export interface Scanner {
  readonly grams: Grams
  readonly scan: (text: string) => Match[]
}

const NONE: Match[] = []

/** Compiles a word list into one expression: exceptions first, then one group per entry, so that the leftmost reading wins. */
export function compileWords(list: WordList): Scanner {
  const exceptions = list.except.length > 0 ? [`(?:${list.except.join('|')})`] : []
  const entries = list.find.map((entry) => `(${entry.words.join('|')})`)
  const expression = new RegExp([...exceptions, ...entries].join('|'), 'g')
  const scan = (text: string): Match[] => {
    expression.lastIndex = 0
    let found = expression.exec(text)
    if (!found) return NONE
    const matches: Match[] = []
    while (found) {
      const group = found.findIndex((part, index) => index > 0 && part !== undefined)
      if (found[0] === '') expression.lastIndex += 1
      else if (group > 0) {
        const { fix, act } = list.find[group - 1]!
        matches.push({ from: found.index, to: expression.lastIndex, fix, act })
      }
      found = expression.exec(text)
    }
    return matches
  }
  return { grams: requiredGrams(list.find.flatMap((entry) => entry.words).join('|')), scan }
}
