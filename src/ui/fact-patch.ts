/** Measures of the shopper, which the service takes as numbers: cm, kg, years. */
const MEASURES = new Set(['height', 'weight', 'age', 'foot_length', 'chest', 'waist', 'hip'])
const ORDER_FIELDS: Readonly<Record<string, string>> = {
  'order.no': 'id',
  'order.tracking': 'trackingNo',
  'order.courier': 'courier',
  'order.region': 'region',
  'order.total': 'total',
  order_no: 'id',
  tracking_no: 'trackingNo',
}

/** What an agent fills in for a slot, as a merge patch of the conversation's facts. */
export function factPatch(slot: string, said: string): Record<string, unknown> {
  const value = said.trim()
  if (slot === 'product_ref') return { product: { id: value } }
  if (slot.startsWith('product.')) return { product: { [slot.slice('product.'.length)]: value } }
  const field = ORDER_FIELDS[slot]
  if (field !== undefined) return { order: { [field]: value } }
  if (slot === 'shopper.name') return { shopper: { name: value } }
  if (slot.includes('.')) return { [slot]: value }
  const number = Number(value)
  return { shopper: { [slot]: MEASURES.has(slot) && Number.isFinite(number) ? number : value } }
}
