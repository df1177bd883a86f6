import { BETWEEN, readKeywordReply, readKeywords } from './keyword-replies.ts'
import type { Phrase } from './phrase.ts'
import { formats } from './table-formats.ts'

/** What a phrase comes to as a script. */
export interface Meaning {
  /** Ways to say it, the first that its program would say first; none = it has no words. */
  readonly texts: readonly string[]
  /** What shoppers write that it answers, where its program knows. */
  readonly asked: readonly string[]
  /** What of it no script holds. */
  readonly leftOut: readonly string[]
}

const hasKeywords = (formatId: string) => formats().find(({ id }) => id === formatId)?.keywords === true

/** Reads a phrase as the program of its format means it. */
export function meaningOf(formatId: string, { code, text }: Pick<Phrase, 'code' | 'text'>): Meaning {
  if (!hasKeywords(formatId)) return { texts: [text], asked: [], leftOut: [] }
  const { texts, files } = readKeywordReply(text)
  return { texts, asked: readKeywords(code), leftOut: files }
}

/** Ways to say something as one text of a format: all of them where it holds alternatives, else the first. */
export function textIn(formatId: string, texts: readonly string[]): string {
  return hasKeywords(formatId) ? texts.join(BETWEEN) : texts[0]!
}
