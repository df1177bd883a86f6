import { SLOTS, type SlotName } from '../../intents/index.ts'
import { dayText } from '../day-text.ts'
import { say } from '../localised.ts'
import { toFen } from '../money.ts'
import { sizeText } from '../size-words.ts'
import { askedCourier } from './courier.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { printable, type Resolver, type Resolvers } from './resolver.ts'

type Said = NonNullable<ReturnType<Knowledge['said']>>
type Printer = (said: Said, know: Knowledge) => string | undefined

const asSaid: Printer = (said) => printable(said.text)
const cm: Printer = (said) => `${said.value}cm`
const money: Printer = (said, know) =>
  typeof said.value === 'number' ? know.money(toFen(Math.abs(said.value))) : printable(said.text)

/** A place as it is written in English, however hurriedly it was typed: hong kong is Hong Kong. */
function asName(place: string, locale: Knowledge['locale']): string {
  return locale === 'en' && place === place.toLowerCase()
    ? place.replace(/(?<![a-z'’])(?!(?:of|and|the) )[a-z]/g, (first) => first.toUpperCase())
    : place
}

/** How each slot of a message is said back; those not named here as the shopper wrote them. */
const PRINTERS: { readonly [S in SlotName]?: Printer } = {
  height: cm,
  foot_length: cm,
  chest: cm,
  waist: cm,
  hip: cm,
  weight: (said, know) =>
    know.locale === 'zh' && said.text.includes('斤') && !said.text.includes('公斤')
      ? `${Number(said.value) * 2}斤`
      : `${said.value}kg`,
  age: (said, { locale }) => {
    const [zh, en, ko] = said.unit === 'month' ? ['个月', 'months', '개월'] : ['岁', 'years', '살']
    return locale === 'zh' ? `${said.value}${zh}` : locale === 'ko' ? `${said.value}${ko}` : `${said.value} ${en}`
  },
  // 大号 stays 大号: said of a tool or a pack it is no L
  size: (said, know) =>
    /[A-Za-z\d]/.test(said.text) ? sizeText(String(said.value), know.locale) : printable(said.text),
  // what shall come off is no price: 便宜二十 is not said back as 20元
  price: (said, know) => (Number(said.value) < 0 ? undefined : money(said, know)),
  budget: money,
  date: (said, know) =>
    /^\d{4}-\d{2}-\d{2}$/.test(String(said.value))
      ? dayText(String(said.value), know.locale, know.now.day)
      : printable(said.text),
  courier: (said, know) => {
    const asked = askedCourier(know)
    return (asked !== 'other' && say(asked?.name, know.locale)) || printable(said.text)
  },
  region: (said, { locale }) => asName(printable(said.text) ?? String(said.value), locale),
  product_ref: (_, know) => say(know.card?.shortName, know.locale),
}

/** Personal data is known but never said back; of numbers that tell one order from another the last four digits (R101). */
const TAILS: readonly SlotName[] = ['order_no', 'tracking_no', 'phone']

/** `尾号8826`: how an order, parcel or phone number may be named. */
export function tail(value: string, locale: Knowledge['locale']): string {
  const digits = value.replace(/\W/g, '').slice(-4)
  return { zh: `尾号${digits}`, en: `ending in ${digits}`, ko: `끝자리 ${digits}` }[locale]
}

function fromMessage(name: SlotName): Resolver {
  const personal = 'personal' in SLOTS[name]
  return (know): Fact | undefined => {
    const said = know.said(name) ?? fromShopper(know, name)
    if (!said) return undefined
    if (personal)
      return { text: TAILS.includes(name) ? tail(String(said.value), know.locale) : '', value: true, source: 'message' }
    const text = (PRINTERS[name] ?? asSaid)(said, know)
    return text === undefined ? undefined : { text, value: said.value, source: 'message' }
  }
}

/** Body measures the platform or an earlier talk already told. */
function fromShopper(know: Knowledge, name: SlotName): Said | undefined {
  const value = know.shopper?.[name]
  return typeof value === 'number' ? { value, text: String(value) } : undefined
}

export const MESSAGE: Resolvers = Object.fromEntries(
  (Object.keys(SLOTS) as SlotName[])
    .filter((name) => SLOTS[name].from === 'message')
    .map((name) => [name, fromMessage(name)]),
)
