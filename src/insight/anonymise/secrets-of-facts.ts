import { namesOf } from './names-of.ts'

/** A text that must not be read anywhere, and the mask that stands for it. */
export interface Secret {
  readonly text: string
  readonly mask: 'name' | 'phone' | 'email' | 'address' | 'order_no' | 'tracking_no' | 'id_card'
}

/** Fields of facts that tell who somebody is, by the ends of their names; the first that fits. */
const FIELDS: readonly (readonly [RegExp, Secret['mask']])[] = [
  [/(?:phone|mobile|tel|wechat|weixin|wx|qq|kakao|contact)$/i, 'phone'],
  [/e?mail$/i, 'email'],
  [/(?:address|street|addr)$/i, 'address'],
  [/(?:tracking|waybill|express|parcel)(?:no|number|id)?$/i, 'tracking_no'],
  [/(?:idcard|identity|ssn|passport)(?:no|number)?$/i, 'id_card'],
  [/(?:name|nick|recipient|receiver|consignee|buyer|shopper|account)(?:id)?$/i, 'name'],
]

/** What live facts (or a change of them) tell of who the shopper is and which order it is about. */
export function secretsOfFacts(facts: unknown): Secret[] {
  if (!isRecord(facts)) return []
  return [...secretsIn(facts.shopper, 'name'), ...secretsIn(facts.order, 'order_no')]
}

/** `own` = what an `id` is that says no more. Lines of an order are goods. */
function secretsIn(value: unknown, own: Secret['mask']): Secret[] {
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([field, held]): Secret[] => {
    if (field === 'lines') return []
    if (isRecord(held)) return secretsIn(held, own)
    const mask = /^(?:id|no|number)$/i.test(field) ? own : FIELDS.find(([name]) => name.test(field))?.[1]
    if (mask === undefined || (typeof held !== 'string' && typeof held !== 'number')) return []
    const text = String(held)
    return mask === 'name'
      ? namesOf(text).map((name) => ({ text: name, mask }))
      : text.length > 3
        ? [{ text, mask }]
        : []
  })
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
