import { promisesIn } from '../../guard/index.ts'
import type { Locale } from '../../protocol/index.ts'

/** An answer that an agent's line promises for later; `minutes` = within which time, when it names one. */
export interface ReplyPromise {
  readonly minutes?: number | undefined
}

/** Later than this nobody is reminded: it is no promise to answer but a date. */
const LONGEST_MINUTES = 14 * 24 * 60

/** The first answer that a line promises. */
export function replyPromise(text: string, locale: Locale): ReplyPromise | undefined {
  const promised = promisesIn(text, locale).find(({ what }) => what === 'reply')
  if (!promised) return undefined
  const minutes = promised.when?.withinMinutes
  return minutes !== undefined && minutes > LONGEST_MINUTES ? undefined : { minutes }
}
