import type { CheckedText } from '../checked-text.ts'
import type { GuardContext } from '../context.ts'
import { isProblem, means, says } from '../moments.ts'
import { has, replyRule, wordsOf } from '../reply-rule.ts'
import { knownValue } from '../support.ts'

const isFirst = ({ first, kind }: GuardContext) => first === true && kind === 'draft'
const isGreeted = (context: GuardContext) => isFirst(context) && (means(context, 'greeting') || says(context, HELLO))
const HELLO = /^(?:您好|你好|在(?:吗|么|不)|有人|亲|hi|hello|안녕|老板|客服|店家)|在不在|有人(?:吗|么)/

const BARE = /^(?:亲+|你好|您好|在的?|在呢|喂|嗯|hi|hello|hey|안녕하세요|네)*(?:[哦呢呀啊哈]|亲)*$/

function isBareHello(text: CheckedText): boolean {
  const said = wordsOf(text)
  return said !== '' && said.length <= 10 && BARE.test(said)
}

/** R26: a smile in the first sentence. */
export const smile = replyRule({
  id: 'R26',
  level: 'hint',
  says: { zh: '首句带个笑脸更亲切', en: 'a smile in the first reply', ko: '첫 답변에 이모티콘을 넣어 보세요' },
  moment: (context) => isGreeted(context) && context.facts?.get('smile')?.text !== '',
  fault: (text) => (FACE.test(text.original) || isBareHello(text) ? undefined : 'slight'),
})
const FACE = /\p{Extended_Pictographic}|\/:|\[[\u4e00-\u9fff]{1,3}\]|\^_?\^|:\)|\{\{smile/u

/** R28: the first reply names shop and agent. */
export const introduction = replyRule({
  id: 'R28',
  level: 'hint',
  says: {
    zh: '首句请报店名和客服名',
    en: 'name the shop and yourself in the first reply',
    ko: '첫 답변에 상점명과 상담원을 밝혀 주세요',
  },
  moment: isGreeted,
  fault: (text, context) => {
    if (isBareHello(text)) return undefined
    const names = [
      context.facts?.get('shop')?.text,
      context.facts?.get('agent')?.text,
      String(knownValue(context, 'agent') ?? ''),
    ]
    if (/客服|小二|为您服务|\d{2,3}号|我是|这里是|工号|\bthis is\b|\bi.?m\b|입니다|저는/.test(text.text))
      return undefined
    return names.some((name) => name && text.original.includes(name)) ? undefined : 'slight'
  },
})

/** R29: never a bare hello. */
export const bareHello = replyRule({
  id: 'R29',
  level: 'hint',
  says: {
    zh: '不要只说"你好/在的"，加上店名和"有什么可以帮您"',
    en: 'a bare hello: add the shop and an open question',
    ko: '인사만 하지 말고 무엇을 도와드릴지 물어 주세요',
  },
  moment: isFirst,
  fault: (text) => (isBareHello(text) ? 'slight' : undefined),
})

/** A word or two name a product or a colour, whatever they are taken for. */
const SHORTEST_COMPLAINT = 5

/** R50: after the sale the welcome is warmer than before it. */
export const warmWelcome = replyRule({
  id: 'R50',
  level: 'warn',
  says: {
    zh: '售后开场要更暖：先安抚，再问问题',
    en: 'after-sale opening: a word of care first',
    ko: 'A/S 응대는 먼저 마음을 살펴 주세요',
  },
  moment: (context) =>
    context.first === true && isProblem(context) && [...(context.waiting ?? '')].length >= SHORTEST_COMPLAINT,
  fault: (text) => {
    if (has(text, 'apology', 'empathy', 'together')) return undefined
    return wordsOf(text).length <= 16 && !has(text, 'courtesy') ? 'plain' : COLD.test(text.text) ? 'plain' : 'slight'
  },
})
const COLD = /^(?:说吧|什么(?:事|问题)|怎么(?:了|回事)|售后在|有单号吗|哪(?:里|个)有?问题)/
