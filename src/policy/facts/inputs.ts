import type { SlotName } from '../../intents/index.ts'
import { sizeAdvice } from './choice.ts'
import type { Knowledge } from './knowledge.ts'

/** The slots a shopper can tell that would let a calculator answer (F3, R59, R60); empty when nothing they say would help. */
export function missingInputs(name: SlotName, know: Knowledge): readonly SlotName[] {
  return INPUTS[name]?.(know) ?? []
}

type Inputs = (know: Knowledge) => readonly SlotName[]

const product: Inputs = (know) => (know.card ? [] : ['product_ref'])
const region: Inputs = (know) => (know.place.region === undefined ? ['region'] : [])
const size: Inputs = (know) => {
  if (!know.card) return ['product_ref']
  const advice = sizeAdvice(know)
  return advice?.state === 'missing' ? advice.slots : []
}
const usual: Inputs = (know) => (know.card ? (know.said('size') ? [] : ['size']) : ['product_ref'])
const both: Inputs = (know) => [...region(know), ...product(know)]
const courier: Inputs = (know) => (know.said('courier') ? [] : ['courier'])

const INPUTS: { readonly [S in SlotName]?: Inputs } = {
  'size.pick': size,
  'size.other': size,
  'size.why': size,
  'size.state': size,
  'size.usual': usual,
  'size.asked': usual,
  'stock.state': product,
  'stock.left': product,
  alternatives: product,
  cheaper: product,
  'member.price': product,
  'basket.total': product,
  'basket.steps': product,
  'basket.cart': product,
  'basket.state': product,
  'bargain.price': product,
  'bargain.room': product,
  'shipping.fee': region,
  'shipping.transit': region,
  'shipping.eta_date': region,
  'shipping.free_gap': both,
  'free.item': both,
  'free.state': both,
  'reach.state': both,
  'courier.state': courier,
}
