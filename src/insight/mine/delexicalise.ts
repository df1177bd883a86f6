import type { SlotName } from '../../intents/index.ts'
import type { Entity } from '../../protocol/index.ts'

/** What a value of a message becomes in a reply when the shopper did not say it: a fact of the store. The others would be filled with the shopper's own. */
const STORE_FACT: Readonly<Partial<Record<SlotName, SlotName>>> = {
  courier: 'shipping.courier',
  size: 'size.pick',
  product_ref: 'product.name',
}
/** Values that make a reply true for one talk only. Others ("一下", "一个") are part of the wording. */
const HELD: ReadonlySet<string> = new Set([
  'price',
  'percent',
  'size',
  'region',
  'courier',
  'colour',
  'flavour',
  'height',
  'weight',
  'date',
  'foot_length',
  'product_ref',
  'budget',
  'age',
])
const ADDRESS = /^(?:亲亲?|客官|亲爱的)(?=[,，~～ ]|[^切])/u

/**
 * A reply with the values that belong to one talk as slots: `{{region}}` for what the shopper named, the store's slot for what is a fact of the store. `entities`
 * were found in exactly this text, `asked` in the words it answers.
 */
export function delexicalise(text: string, entities: readonly Entity[], asked: readonly Entity[]): string {
  let out = ''
  let at = 0
  for (const { slot, value, start, end } of entities) {
    if (!HELD.has(slot) || start < at) continue
    const isEcho = asked.some((one) => one.slot === slot && one.value === value)
    const name = isEcho ? slot : (STORE_FACT[slot as SlotName] ?? slot)
    out += `${text.slice(at, start)}{{${name}}}`
    at = end
  }
  return (out + text.slice(at)).replace(ADDRESS, '{{you}}')
}
