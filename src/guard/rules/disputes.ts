import type { CheckedText } from '../checked-text.ts'
import type { GuardContext } from '../context.ts'
import { momentRule } from '../moment-rule.ts'
import { isProblem, means, says } from '../moments.ts'
import { asks, has, holds, replyRule, wordsOf } from '../reply-rule.ts'

/** R38: our own part first, before anybody else's. */
export const selfCheck = momentRule({
  id: 'R38',
  level: 'warn',
  says: {
    zh: '先自查、先道歉，不要先怪快递或顾客',
    en: 'check ourselves and say sorry first, before naming the courier or the shopper',
    ko: '택배사나 고객을 탓하기 전에 먼저 사과하고 확인해 주세요',
  },
  moment: isProblem,
  find: (text) => {
    const [first] = text.hits('outside_cause')
    const regret = text.hits('apology')[0] ?? text.hits('empathy')[0]
    return !first || (regret && regret.from < first.from) ? [] : [first]
  },
})

const SHORT = 8

/** R79: sorry first, whoever is at fault. */
export const sorryFirst = replyRule({
  id: 'R79',
  level: 'warn',
  says: {
    zh: '顾客遇到问题，不管谁的责任先道个歉',
    en: 'something went wrong for the shopper: say sorry first',
    ko: '누구의 잘못이든 먼저 사과해 주세요',
  },
  moment: (context) => isProblem(context) && context.waiting !== '',
  fault: (text) => {
    if (has(text, 'apology', 'empathy') || holds(text)) return undefined
    return COLD.test(text.text) ? 'plain' : wordsOf(text).length > SHORT ? 'slight' : undefined
  },
})
const COLD =
  /没办法|没法|不(?:是|归|关|能|会|可能)我们|(?:快递|平台|厂家|他们)[^,。!?]{0,4}说了算|人为|得看|是不是您|先(?:拍|发)|正常(?:的|现象)|都(?:这样|一样)|有什么(?:办法|好)|管不了/

/** R80: what will be done, and by when. */
export const remedy = replyRule({
  id: 'R80',
  level: 'warn',
  says: {
    zh: '说清怎么处理、什么时候有结果',
    en: 'say what will be done and by when',
    ko: '무엇을 언제까지 처리할지 말해 주세요',
  },
  moment: (context) => isProblem(context) || says(context, /怎么(?:解决|处理|办)|how will you|어떻게 (?:처리|해결)/),
  fault: (text, context) => {
    if (!has(text, 'vague_remedy') || asks(text) || GIVES.test(text.text)) return undefined
    return (context.earlier?.length ?? 0) >= 2 || says(context, /怎么(?:解决|处理|办)/) ? 'plain' : 'slight'
  },
})
const GIVES =
  /\d|拍|照片|图|按.{0,6}(?:处理|换|退)|[一两三半]个?(?:小时|天|分钟|工作日)|今天|明天|今晚|退(?:款|货|您)|补发|重发|换(?:新|货|一)|补偿|赔|查|核实|refund|replace|환불|교환/

const OPENING = /[。!?！？…\n]/

/** R122: agree before explaining. */
export const agreeFirst = replyRule({
  id: 'R122',
  level: 'hint',
  says: {
    zh: '先表示认同："理解您的心情，我们一起看看"',
    en: 'begin by agreeing: "I understand, let us look at it together"',
    ko: '"이해합니다, 함께 확인해 보겠습니다"로 시작해 주세요',
  },
  moment: (context: GuardContext) =>
    means(context, 'complaint_dispute') || says(context, /骗|二手|假货|投诉|差评|什么态度/),
  fault: (text: CheckedText) => {
    const end = OPENING.exec(text.text)?.index ?? text.text.length
    const opens = (list: 'apology' | 'empathy' | 'together') => text.hits(list).some((hit) => hit.from <= end)
    return opens('empathy') ||
      opens('together') ||
      text.hits('apology').some((hit) => hit.from < 6) ||
      wordsOf(text).length < SHORT
      ? undefined
      : 'slight'
  },
})
