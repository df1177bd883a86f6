import type { CheckedText } from '../checked-text.ts'
import type { GuardContext, Rule } from '../context.ts'
import { isDispute, means, says } from '../moments.ts'
import { has } from '../reply-rule.ts'

/** R27: fitting faces: few, and none that laughs at a fault or a refusal. */
export const faces: Rule = {
  id: 'R27',
  level: 'hint',
  says: {
    zh: '表情要合适：投诉、退款、拒绝时不用笑脸，一条最多三个',
    en: 'fitting emoji: none that laughs at a complaint, refund or refusal, three at most',
    ko: '이모티콘은 상황에 맞게, 최대 세 개까지만 써 주세요',
  },
  suspects: ({ original }) => CHEERFUL.test(original),
  find: (text, context) => {
    const { original } = text
    if (!MAY_FACE.test(original)) return []
    const found = [...original.matchAll(FACE)]
    const fourth = found[MOST_FACES]
    if (fourth) return [{ start: fourth.index, end: fourth.index + fourth[0].length }]
    const laughing = CHEERFUL.exec(original)
    if (!laughing || context.kind === 'script' || !isGrave(context, text)) return []
    return [{ start: laughing.index, end: laughing.index + laughing[0].length }]
  },
}
const MAY_FACE = /\p{Extended_Pictographic}|\/:|\[/u
const FACE = /\p{Extended_Pictographic}\ufe0f?|\/:[^\s\w]{2,4}|\[[\u4e00-\u9fff]{1,3}\]/gu
const CHEERFUL = /[😀😃😄😁😆😂🤣😝😜🤪😎🥳🎉🎊💃🕺👏]/u
const MOST_FACES = 3

function isGrave(context: GuardContext, text: CheckedText): boolean {
  if (isDispute(context) || means(context, 'refund') || says(context, /退(?:款|钱|货)|钱.{0,6}退|refund|환불/))
    return true
  return (has(text, 'declining', 'price_refusal') && has(text, 'apology')) || /让您失望/.test(text.text)
}
