import type { CheckedText } from '../checked-text.ts'
import type { GuardContext, Rule } from '../context.ts'
import { asks, has, replyRule, wordsOf } from '../reply-rule.ts'

const PARTICLE = /[哦呢哈呀啊啦嘛哟噢~]|\p{Extended_Pictographic}|\/:|please|thank|sorry|요|니다/u
const isBare = (text: CheckedText) => !has(text, 'courtesy', 'apology', 'thanks') && !PARTICLE.test(text.original)
/** The tone of a script is its author's. */
const isOwnWords = ({ kind }: GuardContext) => kind !== 'fill'
const isHan = ({ text }: CheckedText) => /[\u3400-\u9fff]{2}/.test(text)
const isAnswer = (waiting: string | undefined) => waiting !== undefined && waiting.length > 1

/** Longer than this, a reply without a courtesy word is no slip; shorter than this, it says nothing whole. */
const LONG = 14
const CURT = 6

/** R25: courtesy words. */
export const courtesy = replyRule({
  id: 'R25',
  level: 'hint',
  says: { zh: '加个礼貌用语（亲、您、请、谢谢）', en: 'add a word of courtesy', ko: '공손한 표현을 더해 주세요' },
  moment: isOwnWords,
  fault: (text) =>
    text.text.length > LONG && isBare(text) && isHan(text) && wordsOf(text).length > LONG ? 'slight' : undefined,
})

const FINE = /^(?:好|收到|明白|了解|没事|没问题|没关系|可以|放心|不客气|不用谢|知道|嗯|是的|对的|稍等|再见|拜拜|晚安)/

/** R31: no three-word answers. */
export const threeWords = replyRule({
  id: 'R31',
  level: 'hint',
  says: {
    zh: '回答太短：补一句好处或下一步',
    en: 'curt answer: add a benefit or the next step',
    ko: '짧은 답변입니다. 장점이나 다음 단계를 덧붙여 주세요',
  },
  moment: (context) => isOwnWords(context) && (context.waiting === undefined || isAnswer(context.waiting)),
  fault: (text) => {
    if (text.text.length > CURT * 3 || !isHan(text)) return undefined
    const said = wordsOf(text)
    if (said.length < 3 || said.length > CURT || asks(text) || FINE.test(said)) return undefined
    return isBare(text) ? 'slight' : undefined
  },
})

/** Letters of a clause without subject or verb, and of how many a reply may be made. */
const STUMP = 5
const STUMPS = 10
const ORDERS = /自己挑|^你[^,]{1,8},你/

/** R32: a complete and polite sentence: what has several stumps and no courtesy is none. */
export const wholeSentence = replyRule({
  id: 'R32',
  level: 'hint',
  says: { zh: '请说完整、有礼貌的句子', en: 'use whole, polite sentences', ko: '완전하고 공손한 문장으로 말해 주세요' },
  moment: isOwnWords,
  fault: (text) => {
    if (text.text.length > STUMPS * STUMP || !isHan(text) || !isBare(text)) return undefined
    const parts = text.text.split(/[,。!;\n\s]+/).filter((part) => part !== '')
    const isStumps = parts.length > 1 && parts.every((part) => part.length <= STUMP)
    return isStumps || ORDERS.test(text.text) ? 'slight' : undefined
  },
})

/** Letters that a chat bubble may have before nobody reads it; a Latin letter carries less. */
const WALL = { han: 160, latin: 480, hangul: 240 }

/** R89: no wall of text. */
export const wall: Rule = {
  id: 'R89',
  level: 'hint',
  says: {
    zh: '一条太长，分几条短句发',
    en: 'too long for one bubble: split it',
    ko: '너무 깁니다. 나눠서 보내 주세요',
  },
  find: (text) => {
    const longest = text.original.split('\n').reduce((most, line) => (line.length > most.length ? line : most), '')
    const limit = /[\u3400-\u9fff]/.test(longest) ? WALL.han : /[가-힣]/.test(longest) ? WALL.hangul : WALL.latin
    return longest.length > limit ? [{ start: 0, end: text.original.length }] : []
  },
}

const PREFACE = 3

/** R118: the answer first. */
export const answerFirst = replyRule({
  id: 'R118',
  level: 'hint',
  says: {
    zh: '先给答案，其他的后说或不说',
    en: 'the answer first, the rest after it or not at all',
    ko: '답을 먼저 말하고 나머지는 줄여 주세요',
  },
  moment: ({ waiting }) => waiting !== undefined && waiting !== '' && waiting.length <= 20,
  fault: (text) => {
    const at = /(?:其实呢?|总之|所以说?|简单(?:来)?说|回到您的问题|anyway|so to answer|결론적으로)[,，]?/.exec(
      text.text,
    )
    if (!at) return undefined
    return text.text.slice(0, at.index).split(/[。!?]/).length > PREFACE ? 'slight' : undefined
  },
})
