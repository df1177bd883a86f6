import type { Locale } from '../../protocol/index.ts'

/** A stretch of a line in the matching form. */
export interface Span {
  readonly from: number
  readonly to: number
}

const ENDS: ReadonlySet<string> = new Set(',。!?;\n…~')

/** The clause around a span. A comma or a full stop between digits ends nothing. */
export function clauseOf(text: string, { from, to }: Span): string {
  let first = from
  let last = to
  while (first > 0 && !endsAt(text, first - 1)) first -= 1
  while (last < text.length && !endsAt(text, last)) last += 1
  return text.slice(first, last + 1)
}

function endsAt(text: string, index: number): boolean {
  const letter = text[index]!
  if (letter !== '.' && !ENDS.has(letter)) return false
  return !((letter === '.' || letter === ',') && /\d/.test(text[index + 1] ?? '') && /\d/.test(text[index - 1] ?? ''))
}

const ASKS = /[吗么?]|能否|是否|([好会要能可是行包放送补退])不\1|有没有|까요|나요/

/** True for a clause that asks: what it names is not stated. */
export function isAsked(clause: string): boolean {
  return ASKS.test(clause)
}

const CONDITION =
  /如果|要是|假如|万一|若|的话|除非|满\d|以上|[点:]\d{0,2}分?之?[前后]|前(?:付|拍|下)|付款早|预售|定制|节假?日|周末|\bif\b|unless|orders? over|before \d|이상|경우|만약|으면/

/** True for a clause that states something for a case only. */
export function isConditional(clause: string): boolean {
  return CONDITION.test(clause)
}

const HAN = /[\u3400-\u9fff]/
const HANGUL = /[\uac00-\ud7af]/
const LATIN = /[a-z]{3}/

/** The languages whose script a line is written in. */
export function languagesOf(text: string): Locale[] {
  if (HAN.test(text)) return ['zh']
  if (HANGUL.test(text)) return ['ko']
  return LATIN.test(text) ? ['en'] : []
}
