import { normalise } from '../../intents/index.ts'
import type { Locale } from '../../protocol/index.ts'
import type { Card } from '../card.ts'
import { formsOf, type Line, type Localised, say } from '../localised.ts'

/** A line of the card that a question may be held against, with its name as it stands before a colon. */
export const FIELDS = {
  material: { zh: '材质', en: 'material', ko: '소재' },
  ingredients: { zh: '配料', en: 'ingredients', ko: '원재료' },
  season: { zh: '适合的季节', en: 'season', ko: '계절' },
  thickness: { zh: '厚度', en: 'thickness', ko: '두께' },
  spec: { zh: '规格', en: 'pack size', ko: '규격' },
  shelfLife: { zh: '保质期', en: 'shelf life', ko: '유통기한' },
  storage: { zh: '保存方法', en: 'storage', ko: '보관 방법' },
  origin: { zh: '产地', en: 'origin', ko: '원산지' },
  brand: { zh: '品牌', en: 'brand', ko: '브랜드' },
  taste: { zh: '口感', en: 'taste', ko: '맛' },
  usage: { zh: '用法', en: 'how to use', ko: '사용법' },
  suits: { zh: '适用人群', en: 'who it suits', ko: '추천 대상' },
  safety: { zh: '安全说明', en: 'safety', ko: '안전 정보' },
  package: { zh: '包装', en: 'packaging', ko: '포장' },
  feature: { zh: '特点', en: 'features', ko: '특징' },
  advantage: { zh: '优点', en: 'advantages', ko: '장점' },
  benefit: { zh: '使用感受', en: 'in use', ko: '쓰임새' },
  care: { zh: '洗护方法', en: 'care', ko: '세탁' },
  title: { zh: '款式', en: 'type', ko: '종류' },
  colours: { zh: '颜色', en: 'colours', ko: '색상' },
  flavours: { zh: '口味', en: 'flavours', ko: '맛 종류' },
  packs: { zh: '规格', en: 'pack size', ko: '규격' },
  colourFast: { zh: '掉色情况', en: 'colour', ko: '물빠짐' },
} as const satisfies Record<string, Line>
export type Field = keyof typeof FIELDS

/** A line of the card in matching form, the locale's own form first. */
export interface CardLine {
  readonly field: Field
  /** What is printed: the locale's own form; undefined when the card does not say it in this language. */
  readonly shown: string | undefined
  readonly forms: readonly string[]
}

const KEPT = new WeakMap<Card, Map<string, CardLine | undefined>>()

/** One line of the card, or undefined when the card has none. Kept per card: cards are read much more often than they change. */
export function lineOf(card: Card, field: Field, locale: Locale): CardLine | undefined {
  const kept = KEPT.get(card) ?? new Map<string, CardLine | undefined>()
  KEPT.set(card, kept)
  const key = `${field} ${locale}`
  if (!kept.has(key)) kept.set(key, read(card, field, locale))
  return kept.get(key)
}

function read(card: Card, field: Field, locale: Locale): CardLine | undefined {
  const words = wordsOf(card, field)
  if (words === undefined) return undefined
  const shown = say(words, locale)
  const forms = [...new Set([...(shown === undefined ? [] : [shown]), ...formsOf(words)])]
  return { field, shown, forms: forms.map((form) => normalise(form).text) }
}

function wordsOf(card: Card, field: Field): Localised | undefined {
  if (field === 'care' || field === 'title') return card[field]
  return field in card.attributes ? card.attributes[field as keyof Card['attributes']] : undefined
}
