import type { Rule } from '../context.ts'
import { means, says } from '../moments.ts'
import { grade, has, replyRule, wordsOf } from '../reply-rule.ts'

/** R49: who waits is told why. A courteous moment needs no reason, minutes do. */
export const holdReason: Rule = {
  id: 'R49',
  level: 'warn',
  says: {
    zh: '让顾客等待要说明原因（查库存、问仓库…）',
    en: 'say why the shopper has to wait',
    ko: '기다려야 하는 이유를 알려 주세요',
  },
  find: (text, context) => {
    const [hit] = text.hits('hold')
    if (!hit || has(text, 'hold_reason')) return []
    const isPlain = !has(text, 'courtesy') || LONG_WAIT.test(text.text) || COLD.test(text.text)
    const isAll = wordsOf(text).length <= hit.to - hit.from + 4
    return isAll ? [{ ...hit, level: grade(context, 'warn', isPlain ? 'plain' : 'slight') }] : []
  },
}
const LONG_WAIT = /分钟|半天|一会|等会|minutes|a while/
const COLD = /等着|别急等|^等/

/** R87: nobody is passed on without a word and a question. */
export const consent: Rule = {
  id: 'R87',
  level: 'warn',
  says: {
    zh: '转接前说明原因并征求同意："方便为您转…吗"',
    en: 'before passing on: say why and ask "may I"',
    ko: '이관 전에 이유를 설명하고 동의를 구해 주세요',
  },
  find: (text, context) => {
    const [hit] = text.hits('transfer')
    // who asks for somebody else has agreed already
    if (!hit || CONSENT.test(text.text) || means(context, 'other.human') || says(context, /转|人工|换(?:个)?人|售后/))
      return []
    return [{ ...hit, level: grade(context, 'warn', EXPLAINS.test(text.text) ? 'slight' : 'plain') }]
  },
}
const CONSENT =
  /可以吗|好吗|行吗|方便吗|方便(?:为|给|帮)您转|您看|同意|介意|要不要|愿意|may i|shall i|is that (?:ok|okay|all right)|would you like|괜찮으|드려도/
const EXPLAINS =
  /因为|由于|更(?:专业|清楚|了解|快|好)|专门|负责|权限|由.{1,8}(?:处理|跟进|为您|给您)|为了|帮您|为您|给您.{0,6}处理|handle|specialist|because|전문|담당/

const AFTER_PAYMENT = 12

/** R52: the same courtesy after the money came. */
export const stillPolite = replyRule({
  id: 'R52',
  level: 'hint',
  says: {
    zh: '付款后也要一样热情',
    en: 'as polite after the payment as before',
    ko: '결제 후에도 똑같이 친절히 응대해 주세요',
  },
  moment: (context) =>
    means(context, 'payment.paid') || says(context, /付好了|已付|付款了|付完|i(?:'ve| have) paid|결제했/),
  fault: (text) =>
    wordsOf(text).length <= AFTER_PAYMENT && !has(text, 'courtesy', 'thanks', 'wish') ? 'slight' : undefined,
})

/** R82: who asks for news gets news. */
export const news = replyRule({
  id: 'R82',
  level: 'warn',
  says: {
    zh: '先告诉顾客上次问题的进度',
    en: 'first say how the open matter stands',
    ko: '진행 중인 건의 상황을 먼저 알려 주세요',
  },
  moment: (context) =>
    context.first !== true &&
    (context.earlier ?? []).slice(-2).some(({ text }) => PROMISED.test(text)) &&
    says(context, /^(?:.{0,40}\s)?(?:在吗|在不|有人|怎么样了|\?+)/),
  fault: (text) => (SELLS.test(text.text) ? 'plain' : undefined),
})
const PROMISED =
  /(?:进度|结果|消息)[^,。!?]{0,10}(?:告诉|通知|回复|联系)|(?:查|核实|处理)(?:好|完)?(?:了)?(?:就|再|会|后|第一时间)?[^,。!?]{0,4}(?:告诉|通知|回复|联系)/
const SELLS = /想(?:看|买|了解)(?:点|些)?(?:什么|哪)|有什么(?:可以|能)帮|需要(?:点)?什么|欢迎光临/
