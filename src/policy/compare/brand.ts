import { normalise } from '../../intents/index.ts'
import { formsOf } from '../localised.ts'
import type { Finding, Matter, Reading } from './asked.ts'
import { lineOf } from './field.ts'

const CUE =
  /([\u3400-\u9fffa-z0-9]{2,8})(?:牌|家的|这个牌子|的牌子|品牌)|(?:made by|brand(?: is)?) ([a-z]{3,12})|([가-힣a-z]{2,8}) ?브랜드/
const FAMOUS =
  /耐克|阿迪|优衣库|安踏|李宁|三只松鼠|良品铺子|百草味|好奇|帮宝适|花王|维达|清风|心相印|全棉时代|\b(?:nike|adidas|uniqlo|zara|pampers|huggies|kleenex)\b|나이키|유니클로|하기스|팸퍼스/

/** The brand it is, or that of another maker. */
export const brand: Matter = ({ text }, reading) => {
  // 38 in Nike is a size
  if (/\d/.test(text)) return []
  const own = formsOf(reading.card.attributes.brand ?? {}).map((form) => normalise(form).text)
  const named = own.find((form) => text.includes(form))
  const other = named ? undefined : (FAMOUS.exec(text)?.[0] ?? wordOf(CUE.exec(text)))
  const name = named ?? other
  if (name === undefined) return []
  const says = { zh: name, en: name, ko: name }
  return [{ matter: 'brand', at: text.indexOf(name) + name.length, says, judge: (one) => isOf(one, name) }]
}

function wordOf(hit: RegExpExecArray | null): string | undefined {
  const word = hit?.[1] ?? hit?.[2] ?? hit?.[3]
  return word?.replace(/^.*[是有的]/, '') || undefined
}

function isOf({ card, locale }: Reading, name: string): Finding {
  const line = lineOf(card, 'brand', locale)
  if (!line) return { state: 'unknown' }
  return { state: line.forms.some((form) => form.includes(name)) ? 'yes' : 'no', field: 'brand', shown: line.shown }
}
