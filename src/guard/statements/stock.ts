import type { Locale } from '../../protocol/index.ts'
import { clauseOf, isAsked, isConditional } from './clause.ts'
import type { Statement } from './statement.ts'

const WORDS: Readonly<Record<Locale, { readonly has: RegExp; readonly lacks: RegExp }>> = {
  zh: {
    has: /(?<![没未无不才后会]|是否|等|有没)有(?:现货|货|库存)(?!了|就|且|通知|告|再|后|时|之后|联系|会|要)/g,
    lacks: /断码|缺码|没有?(?:了)?(?:现货|货|库存)(?!号)|[无缺断]货(?!登记)|(?<![不没])卖[完光]|售罄|售完|抢[完光]了/g,
  },
  en: {
    has: /\b(?<!not |back |longer |isn't |aren't )in stock\b/g,
    lacks: /断码|缺码|\b(?:out of stock|sold out|not in stock|no longer in stock)\b/g,
  },
  ko: { has: /재고(?:가|는)? ?(?:있|남)/g, lacks: /품절|재고(?:가|는)? ?(?:없|소진)/g },
}
/** News of a change: it was so when it was said. */
const NEWS = /一般|可能|显示|能下单|看到|刚|才[卖有]|要?等|又|补[到了货上]|到货|just|방금|입고/

/** Whether something is in stock, as a line states it. */
export function stockIn(text: string, locale: Locale): Statement[] {
  const { has, lacks } = WORDS[locale]
  const read = (words: RegExp, says: boolean) =>
    [...text.matchAll(words)].flatMap((match) => {
      const span = { from: match.index, to: match.index + match[0].length }
      const clause = clauseOf(text, span)
      return isAsked(clause) || isConditional(clause) || NEWS.test(clause)
        ? []
        : [{ topic: 'stock' as const, says, ...span }]
    })
  return [...read(has, true), ...read(lacks, false)]
}
