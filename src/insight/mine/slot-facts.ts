import type { SlotName } from '../../intents/index.ts'

const NUMBER = '(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十半]+)'
const SPAN = `${NUMBER}(?:\\s*[-~—到至]\\s*${NUMBER})?\\s*(?:个?小时|个?工作日|天|周|个半?月|年(?!\\s*\\d))(?:左右|以?之?内)?`
const MONTH = '(?:20\\d\\d年|今年|去年)?\\d{1,2}月(?:份|\\d{1,2}[日号])?'
const MATERIAL =
  '(?:\\d+%)?(?:纯棉|全棉|精梳棉|无纺布|水刺布|真皮|牛皮|羊皮|羊毛|羊绒|涤纶|锦纶|雪纺|亚麻|棉麻|真丝|混纺|植物纤维|不锈钢|实木|檀木|竹子|陶瓷|紫砂|玻璃|硅胶|塑料)'
const RULE = '满\\d+元?(?:立?减|打)\\d+(?:\\.\\d+)?[元折]?'
const NOT = '(?<!不是|没有|非)'

/** Which words of a reply are a fact of the store or of a card, and to questions of which topics; without `topics` to any. */
const FACTS: readonly { readonly slot: SlotName; readonly topics?: RegExp; readonly value: RegExp }[] = [
  { slot: 'shipping.dispatch', value: pattern(`${SPAN}(?=(?:会|就|给[您亲]|都|可以|陆续|安排)*发)`) },
  {
    slot: 'shipping.dispatch',
    topics: /^shipping_time\.(?:dispatch|urge)$/,
    value: pattern(`^${SPAN}(?=[哦呢的亲]*$)`),
  },
  { slot: 'shipping.transit', topics: /^shipping_time\.eta$/, value: pattern(SPAN) },
  { slot: 'shipping.free_threshold', value: pattern('(?<=满)\\d+元?(?=.{0,4}(?:包邮|免邮|免运费))') },
  { slot: 'product.batch', topics: /^product_info\.(?:shelf_life|quality)$/, value: pattern(MONTH) },
  { slot: 'product.shelf_life', topics: /^product_info\.shelf_life$/, value: pattern(SPAN) },
  { slot: 'product.material', topics: /^product_info\.material$/, value: pattern(`${NOT}${MATERIAL}`) },
  {
    slot: 'product.spec',
    topics: /^product_info\.spec$/,
    value: pattern('(?<!\\d)\\d+(?:\\.\\d+)?(?:[gG克斤]|[kK][gG]|千克|公斤|ml|ML|毫升)(?:左右)?'),
  },
  {
    slot: 'product.price',
    topics: /^product_info\.price$/,
    value: pattern('(?<=^\\D*)(?<!第)\\d{2,}(?:\\.\\d+)?元?(?=一?[份件包袋个]?[哦呢的亲]*$)'),
  },
  {
    slot: 'coupon.text',
    topics: /^discount_promo\.(?:coupon|query)$/,
    value: pattern(`(?<=券.*)${RULE}(?:[,，、\\s]*${RULE})*`),
  },
  { slot: 'discount.rule', topics: /^discount_promo\./, value: pattern(`(?<!券.*)${RULE}(?:[,，、\\s]*${RULE})*`) },
]

/** A reply to a question of `topic` with the facts it tells as slots: what was true of one of the goods, or then, is said by the card and the policy. */
export function slotFacts(text: string, topic: string): string {
  let slotted = text
  for (const { slot, topics, value } of FACTS)
    if (!topics || topics.test(topic)) slotted = slotted.replace(value, `{{${slot}}}`)
  return slotted
}

function pattern(source: string): RegExp {
  return new RegExp(source, 'gu')
}
