import type { CheckedText } from '../checked-text.ts'
import type { GuardContext, Rule } from '../context.ts'
import { prints } from '../prints.ts'
import { asks, grade, holds, wordsOf } from '../reply-rule.ts'
import { judge, knownValue } from '../support.ts'
import { calendarSupport } from './scarcity-deadline.ts'
import { learnedRule, wordRule } from './word-rule.ts'

/** R17: what nobody knows is looked up, not guessed. A guess about the way of a parcel is only careful. */
export const guess: Rule = {
  id: 'R17',
  level: 'warn',
  says: {
    zh: '不确定的事不要猜，先说"帮您核实一下"',
    en: 'a guess: say that you will find out',
    ko: '추측하지 말고 확인해 드리겠다고 해 주세요',
  },
  find: (text, context) => {
    const hits = text.hits('guess')
    if (hits.length === 0 || holds(text) || asks(text)) return []
    const level = grade(context, 'warn', isAboutGoods(context) ? 'plain' : 'slight')
    return hits.map((hit) => ({ ...hit, level }))
  },
}

/** A guess weighs where a fact was asked for; where nothing is known of the talk, it may have been. */
function isAboutGoods(context: GuardContext): boolean {
  return (
    context.waiting === undefined ||
    /[?？吗么嘛]|能|可以|是不是|多少|什么|哪|几|还是|can|is it|does|나요|까/.test(context.waiting)
  )
}

/** R18: other sellers are not run down. */
export const slur = learnedRule('R18', 'warn', 'slur', {
  zh: '不贬低同行，只说自家商品的事实',
  en: 'runs down another seller: speak of our own goods only',
  ko: '다른 판매자를 깎아내리지 말고 우리 상품만 말해 주세요',
})

/** R20: who ends a chat says why honestly. */
export const falseLeave = learnedRule('R20', 'warn', 'false_leave', {
  zh: '结束聊天不要找借口，如实说还有顾客在等',
  en: 'an excuse to leave: say honestly that others are waiting',
  ko: '핑계 대신 다른 고객이 기다린다고 솔직히 말해 주세요',
})

/** R58: "everybody buys it" needs the figures. */
export const socialProof: Rule = {
  id: 'R58',
  level: 'hint',
  says: {
    zh: '"很多人买"要有销量数据，没有就不说',
    en: 'popularity needs sales figures',
    ko: '판매 자료가 없는 인기 표현입니다',
  },
  find: (text, context) => {
    const hits = text.hits('social_proof')
    if (hits.length === 0 || knownValue(context, 'product.proof') !== undefined) return []
    return hits.filter((hit) => !prints(text, context, text.clause(hit.from, hit.to), 'product.', 'hot.'))
  },
}

/** R73: what the shop earns and where it buys is neither told nor refused rudely. */
export const tradeSecret = wordRule('R73', 'warn', 'trade_secret', {
  zh: '进货、成本不透露，也不生硬拒绝，转回商品',
  en: 'trade secret, or a rude no to it: lead back to the goods',
  ko: '원가·공급처는 말하지도, 퉁명스럽게 거절하지도 마세요',
})

const ALONE = 16

/** R90: who asks gets the fact, not the page it stands on. */
export const pagePointing: Rule = {
  id: 'R90',
  level: 'warn',
  says: {
    zh: '不要让顾客自己看详情，直接把内容告诉顾客',
    en: 'do not point to the page: give the fact',
    ko: '상세페이지를 보라고 하지 말고 직접 알려 주세요',
  },
  suspects: (text) => text.hits('page_pointing').length > 0,
  find: (text, context) => {
    const [hit] = text.hits('page_pointing')
    if (!hit || context.kind === 'fill' || GIVES_FACT.test(text.text)) return []
    const left = wordsOf(text).length - (hit.to - hit.from)
    return [
      {
        ...hit,
        level: grade(context, 'warn', left <= ALONE && !HELPS.test(text.text) ? 'plain' : 'slight'),
      },
    ]
  },
}
const HELPS = /帮您|跟您说|告诉您|给我|(?:找|喊|叫)我|截图/
const GIVES_FACT = /\d|[一二三四五六七八九十]+(?:cm|厘米|斤|克|码|天)/

/** R123: "never on offer otherwise" needs the promotion record. */
export const onlyNow: Rule = {
  id: 'R123',
  level: 'warn',
  says: {
    zh: '"平时没有、仅此一次"没有活动记录支持',
    en: '"never otherwise, only now" without a promotion record',
    ko: '"평소엔 없다, 이번뿐"을 뒷받침할 행사 기록이 없습니다',
  },
  find: (text: CheckedText, context: GuardContext) =>
    text.hits('only_now').flatMap((hit) => {
      const outcome = judge(calendarSupport(hit, text, context), context)
      return outcome ? [{ ...hit, ...outcome }] : []
    }),
}
