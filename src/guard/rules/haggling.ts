import { momentRule } from '../moment-rule.ts'
import { isHaggle } from '../moments.ts'
import { has, replyRule, whole } from '../reply-rule.ts'
import { wordRule } from './word-rule.ts'

const NO = /不(?!好意思|错|过|仅|用担心|客气|限|少|断|同)/g

/** R34: few 不 while the shopper bargains. */
export const fewNos = momentRule({
  id: 'R34',
  level: 'hint',
  says: {
    zh: '议价时少用"不"，换成正面说法',
    en: 'fewer "no" while bargaining: say what is possible',
    ko: '흥정 중에는 "안 된다"를 줄이고 가능한 것을 말해 주세요',
  },
  moment: isHaggle,
  find: (text) => {
    const [, second] = text.text.matchAll(NO)
    return second ? [text.at(second.index, second.index + 1)] : []
  },
})

/** R70: a discount is refused because all are treated alike. */
export const fairness = replyRule({
  id: 'R70',
  level: 'warn',
  says: {
    zh: '拒绝还价要给理由：对每位顾客都公平',
    en: 'no discount: give the reason, the same price for everybody',
    ko: '할인을 거절할 때는 모두에게 같은 가격이라는 이유를 말해 주세요',
  },
  moment: isHaggle,
  fault: (text) => {
    if (!has(text, 'price_refusal') || has(text, 'reason')) return undefined
    return has(text, 'option', 'thanks', 'empathy') || /值|质|放心|喜欢|懂|乱|满意/.test(text.text) ? 'slight' : 'plain'
  },
})

/** R121: to bargain is no insult. */
export const haggleInsult = wordRule('R121', 'warn', 'haggle_insult', {
  zh: '顾客还价不是冒犯，请耐心按议价话术回复',
  en: 'bargaining is no insult: answer kindly',
  ko: '흥정은 무례가 아닙니다. 친절히 답해 주세요',
})

/** R121 in the words of R35, R42 and R51, said to who bargains. */
export const haggleAnger = momentRule({
  id: 'R121',
  level: 'warn',
  says: haggleInsult.says,
  moment: isHaggle,
  find: (text) => (has(text, 'hurt', 'impatience', 'anger') && !has(text, 'haggle_insult') ? [whole(text)] : []),
})
