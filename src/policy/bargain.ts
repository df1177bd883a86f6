import type { Role } from '../protocol/index.ts'
import type { Line } from './localised.ts'
import { formatFen } from './money.ts'

/** The store's rule as it holds here and now. `floor`: the lowest share of the page price, 0.95 = 5% off. */
export interface BargainRule {
  readonly mode: 'fixed' | 'bounded'
  readonly floor: number | undefined
  readonly authority: 'agent' | 'lead' | undefined
}

/** One piece of goods a shopper bargains for. `paidFen` is what it costs after the offers that run, `askedFen` what the shopper wants to pay. */
export interface BargainCase {
  readonly pageFen: number
  readonly paidFen: number
  readonly askedFen: number | undefined
  readonly special: boolean
}

/** `ask`: somebody with the authority may grant `fen`; `no`: the price stands. `givenFen` is the margin given away, to be recorded. */
export interface BargainAnswer {
  readonly state: 'grant' | 'ask' | 'no'
  readonly fen: number
  readonly givenFen: number
  readonly why: Line
}

const MAY: { readonly [A in 'agent' | 'lead']: readonly Role[] } = {
  agent: ['agent', 'aftersale', 'reviewer', 'lead', 'admin'],
  lead: ['lead', 'admin'],
}

/**
 * How far a price may move (X1, F8 rung 5): never below the floor, never below what was asked, never on top of offers that already reach the floor, and not at all for goods
 * at a special price. Nobody's rung, mood or insistence plays a part: the same goods have the same floor for everyone (P7).
 */
export function bargain(
  rule: BargainRule,
  { pageFen, paidFen, askedFen, special }: BargainCase,
  roles: readonly Role[],
  currency: string,
): BargainAnswer {
  const stands = (why: Line): BargainAnswer => ({ state: 'no', fen: paidFen, givenFen: 0, why })
  if (rule.mode === 'fixed' || rule.floor === undefined)
    return stands({ zh: '店铺不议价', en: 'the store has fixed prices', ko: '정찰제 상점' })
  if (special) return stands({ zh: '特价不再议价', en: 'special prices are final', ko: '특가는 흥정 불가' })
  // the floor is rounded up: not a fen below it
  const floorFen = Math.ceil((pageFen * Math.round(rule.floor * 1000)) / 1000)
  const fen = Math.min(paidFen, Math.max(floorFen, askedFen ?? floorFen))
  const givenFen = paidFen - fen
  const percent = Math.round(rule.floor * 1000) / 10
  const floor = (locale: 'zh' | 'en' | 'ko') => formatFen(floorFen, currency, locale)
  if (givenFen === 0)
    return stands({
      zh: `现价已到底线${floor('zh')}（${percent}%）`,
      en: `already at the floor of ${floor('en')} (${percent}%)`,
      ko: `이미 하한가 ${floor('ko')} (${percent}%)`,
    })
  const given = (locale: 'zh' | 'en' | 'ko') => formatFen(givenFen, currency, locale)
  const may = roles.some((role) => MAY[rule.authority ?? 'lead'].includes(role))
  return {
    state: may ? 'grant' : 'ask',
    fen,
    givenFen,
    why: {
      zh: `底线${floor('zh')}（${percent}%），让利${given('zh')}${may ? '' : '，要主管点头'}`,
      en: `floor ${floor('en')} (${percent}%), gives away ${given('en')}${may ? '' : ', a lead must agree'}`,
      ko: `하한 ${floor('ko')} (${percent}%), 할인 ${given('ko')}${may ? '' : ', 책임자 승인 필요'}`,
    },
  }
}
