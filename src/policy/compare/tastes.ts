import { type Dimension, named, type Trait } from './dimension.ts'
import type { Field } from './field.ts'

const FIELDS: readonly Field[] = ['taste', 'advantage', 'benefit', 'feature']
const taste = (matter: string, trait: Trait): Dimension => ({ matter, fields: FIELDS, traits: [trait] })

/** How it tastes and feels in the mouth. */
export const TASTES: readonly Dimension[] = [
  taste('sweet', {
    says: named('甜', 'sweet', '단맛'),
    asked: /(?<!酸|香|齁)甜(?!味)|\bsweet\b|(?<![가-힣])달(?:아|콤|달|죠|나)|단가|단 ?맛/,
    yes: /(?<!齁)甜|\bsweet\b|달콤|단맛|단짠/,
  }),
  taste('sour', {
    says: named('酸', 'sour', '신맛'),
    asked: /酸(?!奶)|\bsour\b|(?<![가-힣])시(?:나요|어요|죠)|신 ?맛/,
    yes: /酸|sour|새콤/,
  }),
  taste('salty', {
    says: named('咸', 'salty', '짠맛'),
    asked: /咸(?!蛋)|\bsalty\b|(?<![가-힣])짜(?:나요|요|죠)|짠가|짠맛/,
    yes: /咸|salted|salty|짭짤/,
  }),
  taste('bitter', {
    says: named('苦', 'bitter', '쓴맛'),
    asked: /(?<!辛)苦|\bbitter\b|쓴(?:가|맛)/,
    yes: /苦|bitter|쓰지|쓴/,
  }),
  taste('crisp', { says: named('脆', 'crisp', '바삭함'), asked: /脆|\bcrisp|\bcrunch|바삭/, yes: /脆|crisp|바삭/ }),
  taste('soft', {
    says: named('软', 'soft', '부드러움'),
    asked: /软(?!底)|\bsoft\b|부드러/,
    yes: /软|\bsoft\b|부드럽/,
  }),
  taste('sticky', {
    says: named('粘牙', 'sticky', '끈적임'),
    asked: /[黏粘]牙|[黏粘](?=吗|不)|sticky|끈적|달라붙/,
    yes: /[黏粘]牙|sticky|끈적/,
  }),
  taste('chewy', { says: named('有嚼劲', 'chewy', '쫄깃함'), asked: /嚼劲|chewy|쫄깃/ }),
  taste('greasy', {
    says: named('油腻', 'greasy', '기름짐'),
    asked: /油(?=吗|不|腻)|腻|greasy|oily|느끼|기름지/,
    yes: /(?<!解)腻|(?<!解|酱|黄|去)油(?!烟|点|污)|greasy|기름지/,
  }),
]
