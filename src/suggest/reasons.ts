import { CUSTOMER_TYPES, type CustomerType, SLOTS } from '../intents/index.ts'
import type { Locale, Reason } from '../protocol/index.ts'
import type { Offer } from './features.ts'
import type { Weights } from './weights.ts'

type Says = Readonly<Record<Locale, (offer: Offer, topic: string) => string>>

/** What a feature says of a suggestion, in the agent's language. */
const FEATURE: Readonly<Record<keyof Weights, Says>> = {
  intent: {
    zh: (offer, topic) => `顾客在问「${topic}」（把握 ${percentOf(offer)}%）`,
    en: (offer, topic) => `Shopper asks: ${topic} (${percentOf(offer)}% sure)`,
    ko: (offer, topic) => `고객 문의: ${topic} (확신 ${percentOf(offer)}%)`,
  },
  topic: {
    zh: (_, topic) => `正是「${topic}」的话术`,
    en: (_, topic) => `Written for "${topic}"`,
    ko: (_, topic) => `“${topic}” 전용 스크립트`,
  },
  words: { zh: () => '与顾客用词相近', en: () => "Shares the shopper's words", ko: () => '고객 표현과 유사' },
  facts: {
    zh: (offer) => `已填入店铺资料：${factsOf(offer, 'zh').join('；')}`,
    en: (offer) => `Store facts filled in: ${factsOf(offer, 'en').join('; ')}`,
    ko: (offer) => `상점 정보 반영: ${factsOf(offer, 'ko').join('; ')}`,
  },
  asks: {
    zh: (offer) => `只差${asksOf(offer, 'zh').join('、')}，先问清`,
    en: (offer) => `Only ${asksOf(offer, 'en').join(', ')} is missing, so it asks`,
    ko: (offer) => `${asksOf(offer, 'ko').join(', ')}만 확인하면 됩니다`,
  },
  tier: { zh: () => '先稳住顾客', en: () => 'Keeps the shopper company', ko: () => '우선 응대' },
  situation: { zh: () => '适合当前阶段', en: () => 'Fits this moment', ko: () => '지금 단계에 적합' },
  cue: { zh: () => '正对顾客说的情况', en: () => 'For the very case described', ko: () => '고객이 말한 상황에 맞춤' },
  flow: { zh: () => '流程的下一步', en: () => 'The next step of this talk', ko: () => '다음 단계' },
  type: {
    zh: (offer) => `顾客像${typeOf(offer, 'zh')}（“${offer.type?.evidence}”）`,
    en: (offer) => `The shopper seems to be ${typeOf(offer, 'en')} ("${offer.type?.evidence}")`,
    ko: (offer) => `고객 유형: ${typeOf(offer, 'ko')} (“${offer.type?.evidence}”)`,
  },
  mirror: {
    zh: () => '顾客说话正式，这句偏随意',
    en: () => 'Casual for a formal shopper',
    ko: () => '격식 있는 고객에게는 편한 말투',
  },
  both: {
    zh: () => '一次答全两个问题',
    en: () => 'Answers both questions at once',
    ko: () => '두 질문에 한 번에 답변',
  },
  typed: { zh: () => '接着您已输入的内容', en: () => 'Continues what you typed', ko: () => '입력한 내용에 이어짐' },
  own: { zh: () => '本店自己的话术', en: () => "The store's own words", ko: () => '상점 자체 답변' },
  duty: { zh: () => '这一步必须告知', en: () => 'Must be told at this step', ko: () => '이 단계 필수 안내' },
  won: {
    zh: ({ features }) => (features.won > 0 ? '本店客服常选用' : '本店客服很少选用'),
    en: ({ features }) => (features.won > 0 ? 'Often chosen in this store' : 'Seldom chosen in this store'),
    ko: ({ features }) => (features.won > 0 ? '이 상점에서 자주 선택' : '이 상점에서 드물게 선택'),
  },
  near: {
    zh: () => '类似问题常这样回复',
    en: () => 'Sent before to messages like this',
    ko: () => '비슷한 문의에 보낸 답변',
  },
  repeat: { zh: () => '本次对话已用过', en: () => 'Already used in this chat', ko: () => '이 대화에서 이미 사용' },
}
const NAMES = Object.keys(FEATURE) as (keyof Weights)[]
/** Terms smaller than this decided nothing. */
const SLIGHT = 0.05

/** Why an offer stands where it does: its strongest features first, each with its weighted value and a sentence. */
export function reasonsOf(
  offer: Offer,
  weights: Weights,
  topicName: (topic: string, locale: Locale) => string,
  locale: Locale,
): Reason[] {
  if (offer.parts) return reasonsOfBoth(offer.parts, weights, topicName, locale)
  const topic = topicName(offer.candidate.topic, locale)
  const reasons: Reason[] = []
  for (const feature of NAMES) {
    const value = Math.round(weights[feature] * offer.features[feature] * 1000) / 1000
    if (Math.abs(value) < SLIGHT || !worthSaying(feature, offer)) continue
    reasons.push({ feature, value, says: FEATURE[feature][locale](offer, topic) })
  }
  return reasons.sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
}

/** Why a reply to two questions: what speaks for each of its parts, each reason once. */
function reasonsOfBoth(
  parts: readonly Offer[],
  weights: Weights,
  topicName: (topic: string, locale: Locale) => string,
  locale: Locale,
): Reason[] {
  const of = parts.flatMap((part) => reasonsOf(part, weights, topicName, locale))
  const once = of.filter(({ says }, i) => of.findIndex((other) => other.says === says) === i)
  const both: Reason = { feature: 'both', value: weights.both, says: FEATURE.both[locale](parts[0]!, '') }
  return [both, ...once.sort((a, b) => Math.abs(b.value) - Math.abs(a.value))]
}

function typeOf({ type }: Offer, locale: Locale): string {
  return type ? CUSTOMER_TYPES[type.id as CustomerType][locale] : ''
}

function percentOf({ features }: Offer): number {
  return Math.round(features.intent * 100)
}

function factsOf({ filled }: Offer, locale: Locale): string[] {
  return [...new Set(filled.printed.map(({ name, text, why }) => why ?? `${SLOTS[name].says[locale]} ${text}`))]
}

function asksOf({ candidate }: Offer, locale: Locale): string[] {
  return candidate.entry.script.asks.map((slot) => SLOTS[slot].says[locale])
}

function worthSaying(feature: keyof Weights, { candidate, features, filled }: Offer): boolean {
  if (feature === 'topic') return features.topic >= 0.3
  if (feature === 'facts') return filled.printed.length > 0
  if (feature === 'tier') return candidate.entry.script.tier === 'hold'
  return true
}
