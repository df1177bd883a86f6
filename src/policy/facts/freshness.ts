import { SLOTS, type SlotName } from '../../intents/index.ts'
import type { Locale } from '../../protocol/index.ts'
import { basketAt } from './basket-at.ts'
import type { Fact } from './fact.ts'
import { cardToldAt, isOld } from './is-old.ts'
import type { Knowledge } from './knowledge.ts'
import { counted } from './resolver.ts'

/** When the prices of the goods that a basket is worked out from were told: the oldest of them. */
export function basketPricedAt(know: Knowledge): string | undefined {
  const ids = basketAt(know)?.goods.map(({ id }) => id) ?? []
  const told = ids.flatMap((id) => (id === know.card?.id ? know.pricedAt : pricedAt(know, id)) ?? [])
  return told.sort((a, b) => Date.parse(a) - Date.parse(b))[0]
}

const ofBasket = (know: Knowledge) => basketPricedAt(know)
const ofProduct = (know: Knowledge) => know.pricedAt
const ofOther = (know: Knowledge, { value }: Fact) => pricedAt(know, String(value))
const pricedAt = (know: Knowledge, id: string) => cardToldAt(know, 'price', know.input.catalogue.get(id))

/** The slots that print a price of the goods, and when that was told. What is worked out from an old price without printing it is not said at all. */
export const PRICED: { readonly [S in SlotName]?: (know: Knowledge, fact: Fact) => string | undefined } = {
  'product.price': ofProduct,
  'member.price': ofProduct,
  'basket.total': ofBasket,
  'basket.steps': ofBasket,
  'basket.cart': ofBasket,
  'basket.better': ofBasket,
  cheaper: ofOther,
  'free.item': ofOther,
}

const BY: Readonly<Record<Locale, string>> = {
  zh: '以下单页面为准',
  en: 'the order page has the final price',
  ko: '정확한 금액은 주문 페이지 기준',
}

/** The fact as it may be said: with a hint where its price is too old to be sure of, and its age for the agent. */
export function hedged(name: SlotName, fact: Fact, know: Knowledge): Fact {
  const asOf = fact.text === '' ? undefined : PRICED[name]?.(know, fact)
  if (asOf === undefined || !isOld(know, 'price', asOf)) return fact
  const { locale } = know
  const by = BY[locale]
  const text = locale === 'zh' ? `${fact.text}（${by}）` : `${fact.text} (${by})`
  const why = `${fact.why ?? `${SLOTS[name].says[locale]} ${fact.text}`}${ageText(know.input.now - Date.parse(asOf), locale)}`
  return { ...fact, text, why, asOf, hedged: { bare: fact.text, by } }
}

const MINUTE_MS = 60_000

/** `（3天前的价格）`: days from two days on, hours from two hours on. */
function ageText(ms: number, locale: Locale): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  const hours = Math.floor(minutes / 60)
  const age =
    hours >= 48
      ? counted(Math.floor(hours / 24), 'day', locale)
      : hours >= 2
        ? counted(hours, 'hour', locale)
        : counted(minutes, 'minute', locale)
  return { zh: `（${age}前的价格）`, en: ` (as of ${age} ago)`, ko: ` (${age} 전 가격)` }[locale]
}
