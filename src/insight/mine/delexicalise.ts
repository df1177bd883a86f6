import type { SlotName } from '../../intents/index.ts'
import type { Entity } from '../../protocol/index.ts'
import { slotFacts } from './slot-facts.ts'

/** What a value becomes that the shopper did not say: a fact of the store. Other values ("当天", "红包") are part of the wording. */
const STORE_FACT: Readonly<Partial<Record<SlotName, SlotName>>> = {
  courier: 'shipping.courier',
  price: 'product.price',
  product_ref: 'product.name',
}
/** Values that a reply may echo. A date is none: a reply that says yes to one day would say yes to every day. */
const ECHOED: ReadonlySet<string> = new Set([
  'price',
  'percent',
  'size',
  'region',
  'courier',
  'colour',
  'flavour',
  'height',
  'weight',
  'foot_length',
  'budget',
  'age',
])
/** What is a fact only as the answer to such a question: a place may be the shopper's. */
const FACT_OF_TOPIC: Readonly<Record<string, Readonly<Partial<Record<SlotName, SlotName>>>>> = {
  'shipping_time.origin': { region: 'shipping.origin' },
  'product_info.origin': { region: 'product.origin' },
  'product_info.taste': { flavour: 'product.flavours' },
}
const ADDRESS = /^(?:[您你]好(?!评)|亲爱[哒的]|亲亲?|客官)+(?=[^切自])/u
/** Sums of a rule belong together: the rule is a fact as a whole. */
const SUM_RULE = /满.*(?:减|送|包邮|优惠)|\d\s*-\s*\d|优惠券/u
/** Reads as "every day" elsewhere. */
const DAILY_EXPRESS =
  /天天(?=(?:[、,，\s/和]|或者?)*\{\{shipping\.courier\}\}|快递)|(?<=\{\{shipping\.courier\}\}[、和]?)天天/gu
const REPEATED = /(\{\{[^}]*\}\})(?:(?:[、,，\s/和]|或者?)*\1)+/gu

/**
 * A reply with the values that belong to one talk as slots: `{{region}}` for what the shopper named, the store's slot for what is a fact of the store. `entities`
 * were found in exactly this text, `asked` in the words it answers, which are about `topic`.
 */
export function delexicalise(
  text: string,
  topic: string,
  entities: readonly Entity[],
  asked: readonly Entity[],
): string {
  const isRule = SUM_RULE.test(text)
  const prices = entities.filter(({ slot }) => slot === 'price').length
  let out = ''
  let at = 0
  for (const { slot, value, start, end } of entities) {
    const isEcho = ECHOED.has(slot) && asked.some((one) => one.slot === slot && one.value === value)
    const isOfSeveral = slot === 'price' && (isRule || prices > 1)
    const storeFact = isOfSeveral ? undefined : STORE_FACT[slot as SlotName]
    const name = FACT_OF_TOPIC[topic]?.[slot as SlotName] ?? (isEcho ? slot : storeFact)
    if (name === undefined || start < at) continue
    out += `${text.slice(at, start)}{{${name}}}`
    at = end
  }
  const slotted = slotFacts(out + text.slice(at), topic)
    .replace(ADDRESS, '{{you}}')
    .replace(DAILY_EXPRESS, '{{shipping.courier}}')
  return slotted.replace(REPEATED, (_, slot: string) =>
    slot === '{{shipping.courier}}' ? '{{shipping.couriers}}' : slot,
  )
}
