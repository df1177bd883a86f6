import { formsOf, type Localised, say } from '../localised.ts'
import type { Knowledge } from './knowledge.ts'
import { fact, type Resolvers, yesNo } from './resolver.ts'

/** A way to pay: its name, and what shoppers and stores call it. */
interface Way {
  readonly name: Localised
  readonly called: RegExp
  /** Cards of one kind: a store that takes those of another may mean these, too. */
  readonly isCard?: true
}

const WAYS: readonly Way[] = [
  {
    name: { zh: '货到付款', en: 'cash on delivery', ko: '착불 결제' },
    called: /货到(?:再)?付款?|到货(?:再)?付款|收到货?再付(?:款|钱)|cash on delivery|\bcod\b|착불 ?결제|후불/,
  },
  {
    name: { zh: '微信支付', en: 'WeChat Pay', ko: '위챗페이' },
    // a chat account and a friend there are no money
    called: /(?<![加个])微信(?![号群好联聊发])|we ?chat pay|(?<=\b(?:by|with|via|take|accept) )we ?chat|위챗/,
  },
  { name: { zh: '支付宝', en: 'Alipay', ko: '알리페이' }, called: /支付宝|alipay|알리 ?페이/ },
  { name: { zh: '花呗', en: 'Huabei', ko: '화베이' }, called: /花呗|huabei|화베이/ },
  { name: '白条', called: /白条/ },
  { name: { zh: '云闪付', en: 'UnionPay', ko: '유니온페이' }, called: /云闪付|银联|union ?pay|유니온 ?페이/ },
  {
    name: { zh: '信用卡', en: 'credit card', ko: '신용카드' },
    called: /信用卡|credit cards?|신용 ?카드/,
    isCard: true,
  },
  {
    name: { zh: '银行卡', en: 'debit card', ko: '체크카드' },
    called: /银行卡|储蓄卡|借记卡|(?:debit|bank) cards?|체크 ?카드/,
    isCard: true,
  },
  {
    name: { zh: '转账', en: 'bank transfer', ko: '계좌이체' },
    called: /转账|bank transfers?|계좌 ?이체|무통장/,
  },
  { name: { zh: 'PayPal', en: 'PayPal', ko: '페이팔' }, called: /pay ?pal|페이팔/ },
  { name: { zh: 'Apple Pay', en: 'Apple Pay', ko: '애플페이' }, called: /apple ?pay|애플 ?페이/ },
  { name: { zh: 'Google Pay', en: 'Google Pay', ko: '구글페이' }, called: /google ?pay|구글 ?페이/ },
  { name: { zh: 'Kakao Pay', en: 'Kakao Pay', ko: '카카오페이' }, called: /kakao ?pay|카카오 ?페이/ },
  { name: { zh: 'Naver Pay', en: 'Naver Pay', ko: '네이버페이' }, called: /naver ?pay|네이버 ?페이/ },
  { name: { zh: 'Toss', en: 'Toss', ko: '토스페이' }, called: /\btoss\b|토스/ },
]

/** The one way to pay that the waiting words name, and whether the store takes it here; undefined when they name none or several, or it stays open. */
function askedWay(know: Knowledge): { readonly name: Localised; readonly isTaken: boolean } | undefined {
  const { words = '' } = know.input
  const taken = know.settle(know.store.payment.methods)
  const [way, ...more] = words === '' || !taken ? [] : WAYS.filter(({ called }) => called.test(words))
  if (!way || more.length > 0) return undefined
  const isListed = ({ called }: Way) =>
    taken!.some((method) => formsOf(method).some((form) => called.test(form.toLowerCase())))
  const isTaken = isListed(way)
  if (!isTaken && way.isCard && WAYS.some((other) => other.isCard && isListed(other))) return undefined
  return { name: way.name, isTaken }
}

const asked = (know: Knowledge) => know.once('payment asked', () => askedWay(know))

export const PAYMENT: Resolvers = {
  'payment.asked': (know) => fact('policy', say(asked(know)?.name, know.locale)),
  'payment.state': (know) => yesNo('policy', asked(know)?.isTaken),
}
