/**
 * The grammar in which ChatGPT-On-CS keeps its rules (its `keywordReplyController.ts` explains it to the people who fill in the sheet, `messageService.ts` and
 * `strings.ts` apply it). Keywords: `|` between alternatives, `*` for anything, `a[and]b` for both. Replies: `[or]` between ways to say it, `[~]` for a
 * letter or flower drawn by lot, so that no two replies are the same, `[@]path[/@]` for a file that is sent instead.
 */
export interface KeywordReply {
  /** Each is a way to say it. */
  readonly texts: readonly string[]
  /** The files, as they are written. */
  readonly files: readonly string[]
}

/** What stands between two ways to say it. */
export const BETWEEN = '[or]'
const FILE = /\[@\].*?\[\/@\]/gs

export function readKeywordReply(reply: string): KeywordReply {
  const texts = reply.split(BETWEEN).map((one) => one.replace(FILE, '').replaceAll('[~]', '').trim())
  return { texts: [...new Set(texts.filter((one) => one !== ''))], files: reply.match(FILE) ?? [] }
}

/** What a shopper writes that the keywords wait for, one text for each alternative; `*` alone waits for nothing of its own. */
export function readKeywords(keywords: string): string[] {
  return keywords.split('|').flatMap((one) => one.replace(/\*+|\[and\]/g, ' ').trim() || [])
}
