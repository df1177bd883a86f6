import type { Locale } from '../protocol/index.ts'

type Names = Readonly<Record<Locale, string>>

/** The customer types that can be told from a talk (playbook 5), as an agent reads them in "the shopper seems to be …". */
export const CUSTOMER_TYPES = {
  T01: { zh: '新手', en: 'new to such goods', ko: '처음 사는 고객' },
  T03: { zh: '行家', en: 'an expert', ko: '전문가' },
  T04: { zh: '爽快的顾客', en: 'a generous buyer', ko: '시원시원한 고객' },
  T05: { zh: '试探价格的顾客', en: 'testing the price', ko: '가격을 떠보는 고객' },
  T06: { zh: '爱讲价的顾客', en: 'a persistent bargainer', ko: '계속 깎는 고객' },
  T08: { zh: '将信将疑的顾客', en: 'a doubter', ko: '의심하는 고객' },
  T09: { zh: '追求完美的顾客', en: 'a perfectionist', ko: '꼼꼼한 고객' },
  T10: { zh: '问到底的顾客', en: 'asking to the bottom', ko: '끝까지 묻는 고객' },
  T11: { zh: '随便看看的顾客', en: 'just looking', ko: '구경하는 고객' },
  T12: { zh: '犹豫的顾客', en: 'hesitant', ko: '망설이는 고객' },
  T13: { zh: '家长', en: 'a parent', ko: '부모' },
  T15: { zh: '送礼的顾客', en: 'buying a gift', ko: '선물하려는 고객' },
  T16: { zh: '赶时间的顾客', en: 'in a hurry', ko: '급한 고객' },
  T17: { zh: '爱聊天的顾客', en: 'talkative', ko: '이야기를 좋아하는 고객' },
  T19: { zh: '说话正式的顾客', en: 'a formal speaker', ko: '격식 있는 고객' },
  T20: { zh: '正在气头上的顾客', en: 'angry', ko: '화난 고객' },
  T21: { zh: '出言不逊的顾客', en: 'ill-mannered', ko: '무례한 고객' },
  T22: { zh: '老顾客', en: 'a regular customer', ko: '단골' },
} as const satisfies Record<string, Names>
export type CustomerType = keyof typeof CUSTOMER_TYPES
export const CUSTOMER_TYPE_IDS = Object.keys(CUSTOMER_TYPES) as CustomerType[]
