import type { Category } from '../card.ts'
import { type Line, say } from '../localised.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { fact, type Resolvers } from './resolver.ts'

/** Feature, advantage, benefit in one breath (F5); what the card leaves out is left out. A feature alone is no pitch. */
function pitch({ card, locale }: Knowledge): Fact | undefined {
  if (!card) return undefined
  const [feature, advantage, benefit] = [
    say(card.attributes.feature, locale),
    say(card.attributes.advantage, locale),
    say(card.attributes.benefit, locale),
  ]
  const gains = [advantage, benefit].filter((gain) => gain !== undefined)
  if (feature === undefined || gains.length === 0) return undefined
  const text = {
    zh: `${feature}，${gains.join('，')}`,
    en: `${feature}: ${gains.join('; ')}`,
    ko: `${feature}. ${gains.join('. ')}`,
  }[locale]
  return fact('product', text, undefined, undefined, card.asOf)
}

/** Fewer pieces or a lower rating than this are no proof that others like it. */
const SOLD = 100
const RATING = 4.5

/** What others bought and thought, in figures of the card or the platform, or nothing (R58). */
function proof({ card, locale, input }: Knowledge): Fact | undefined {
  const { sold, rating } = card ?? {}
  const said: string[] = []
  if (sold !== undefined && sold >= SOLD)
    said.push({ zh: `已售${sold}件`, en: `${sold} sold so far`, ko: `누적 판매 ${sold}개` }[locale])
  if (rating !== undefined && rating >= RATING)
    said.push({ zh: `评分${rating}`, en: `rated ${rating} out of 5`, ko: `평점 ${rating}점` }[locale])
  const text = said.join({ zh: '，', en: ', ', ko: ', ' }[locale])
  return fact('product', text, sold ?? rating, undefined, input.live?.asOf ?? card?.asOf)
}

/** Ends an introduction with a question that the shopper can answer from their own life. */
const CHECKS: Readonly<Record<Category, Line>> = {
  clothing: {
    zh: '您平时上班穿还是居家穿多呢',
    en: 'Would you wear it to work or at home?',
    ko: '주로 출근할 때 입으세요, 집에서 입으세요?',
  },
  kids: {
    zh: '宝贝平时在家穿还是上学穿呢',
    en: 'Is it for home or for school?',
    ko: '아이가 집에서 입을 건가요, 등원할 때 입을 건가요?',
  },
  snacks: { zh: '您是自己吃还是送人呢', en: 'Is it for yourself or a gift?', ko: '직접 드실 건가요, 선물하실 건가요?' },
  tea: { zh: '您是自己喝还是送人呢', en: 'Is it for yourself or a gift?', ko: '직접 쓰실 건가요, 선물하실 건가요?' },
  wipes: { zh: '您家里主要是谁用呢', en: 'Who at home would use it most?', ko: '댁에서 주로 누가 쓰실까요?' },
  other: { zh: '您打算用在哪里呢', en: 'Where would you use it?', ko: '어디에 쓰실 예정이세요?' },
}

export const PITCH: Resolvers = {
  'product.pitch': pitch,
  'product.proof': proof,
  'product.check': ({ card, locale }) => fact('product', card && CHECKS[card.category][locale]),
}
