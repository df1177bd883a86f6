import type { Locale } from '../../protocol/index.ts'
import type { Claim } from './claim.ts'
import { readDenials } from './denial.ts'
import { OFFER_CLAIMS } from './offer-claims.ts'
import { PROMISE_CLAIMS } from './promise-claims.ts'
import { QUALITY_CLAIMS } from './quality-claims.ts'

/** A claim found in a text, affirmed or denied. */
export interface FoundClaim {
  readonly id: string
  readonly lock: Claim['lock']
  readonly denied: boolean
  readonly isCounted: boolean
  readonly from: number
  readonly to: number
}

interface Pattern {
  readonly claim: Claim
  readonly words: RegExp
}

const CLAIMS = [...OFFER_CLAIMS, ...PROMISE_CLAIMS, ...QUALITY_CLAIMS]
const PATTERNS: Readonly<Record<Locale, readonly Pattern[]>> = { zh: of('zh'), en: of('en'), ko: of('ko') }

function of(locale: Locale): Pattern[] {
  return CLAIMS.flatMap((claim) => {
    const words = claim[locale]
    return words === undefined ? [] : [{ claim, words: new RegExp(words, 'g') }]
  })
}

/** A compliment or a good wish promises nothing: 祝您…, have a nice day. */
const WISHES: Readonly<Record<Locale, RegExp>> = {
  zh: /祝(?:您|福|愿)?[^,。!?]{0,12}?(?:愉快|开心|顺利|快乐|幸福|安康|如意|心情|美满)|(?:生活|购物|心情)愉快|(?:特别|十分|非常|真的|实在)?(?:感谢|谢谢|抱歉|对不起|不好意思|理解)/g,
  en: /(?:have|enjoy|wish)[^.!?,]{0,24}\b(?:day|evening|weekend|night)|best wishes|thank(?:s| you)[^.,!?]{0,8}/g,
  ko: /(?:좋은|즐거운|행복한|편안한|따뜻한) (?:하루|저녁|시간|주말|쇼핑)(?: (?:보내|되)\S*)?|감사(?:합니다|드립니다|해요)/g,
}

/** Every claim of a text in its matching form, from left to right. */
export function readClaims(text: string, locale: Locale): FoundClaim[] {
  const plain = text.replace(WISHES[locale], (wish) => '\u0001'.repeat(wish.length))
  const { denies } = readDenials(plain, locale)
  const found: FoundClaim[] = []
  for (const { claim, words } of PATTERNS[locale]) {
    for (const match of plain.matchAll(words)) {
      const from = match.index
      const to = from + match[0].length
      // 免邮费 speaks of free postage, not of postage as well
      if (claim.lock === 'keep' && found.some((other) => swallows(other, from, to))) continue
      const isDenied = claim.lock !== 'lose' && denies(from, to)
      const isGone = claim.id === 'out of stock'
      const id = isGone ? 'in stock' : claim.isList ? `${claim.id} ${match[0]}` : claim.id
      const isCounted = claim.isCounted === true
      found.push({ id, lock: claim.lock, denied: isDenied !== isGone, isCounted, from, to })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

function swallows(other: FoundClaim, from: number, to: number): boolean {
  return other.lock === 'keep' && other.from <= from && to <= other.to && other.to - other.from > to - from
}
