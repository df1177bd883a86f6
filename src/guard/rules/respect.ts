import type { Rule } from '../context.ts'
import { weighed } from '../learned/index.ts'
import { learnedRule } from './word-rule.ts'

/** R35 (and R121): nothing that hurts self-respect. */
export const hurt = learnedRule('R35', 'block', 'hurt', {
  zh: '伤害顾客自尊',
  en: "hurts the shopper's self-respect",
  ko: '고객의 자존심을 상하게 합니다',
})

/** R37: no blame on the shopper. */
export const blame = learnedRule('R37', 'warn', 'blame', {
  zh: '责怪顾客：换成"没有及时提醒您"',
  en: 'blames the shopper: say "we should have pointed it out"',
  ko: '고객을 탓합니다. "미리 안내드리지 못했습니다"로 바꿔 주세요',
})

/** R103: no shopper is blocked, or threatened with it. */
export const blacklist = learnedRule('R103', 'block', 'blacklist', {
  zh: '不得拉黑顾客或以此相威胁',
  en: 'blocks the shopper, or threatens to',
  ko: '고객을 차단하거나 차단하겠다고 합니다',
})

/** R42: no impatience. */
export const impatience = learnedRule('R42', 'warn', 'impatience', {
  zh: '不耐烦：请耐心再说一遍',
  en: 'impatient: kindly say it again',
  ko: '짜증이 느껴집니다. 다시 친절히 안내해 주세요',
})

/** R81: no denial before having heard. */
export const denial = learnedRule('R81', 'warn', 'denial', {
  zh: '先听再说，不要争辩：换成"我们一起看看"',
  en: 'argues before hearing: say "let us look together"',
  ko: '먼저 듣고 "함께 확인해 보겠습니다"라고 해 주세요',
})

const SHOUT = /[?？]+[!！]+[?？!！]*|[!！]+[?？]+[?？!！]*|[?？]{3,}/g
const ANGRY_SHOUT = /[!！]{2,}/g

/** One mark of the width that was typed. */
function mildly(shout: string): string {
  if (/[?？]/.test(shout)) return shout.includes('？') ? '？' : '?'
  return shout.includes('！') ? '。' : '.'
}

/** R51: no anger in answer to anger, in words or punctuation. */
export const anger: Rule = {
  id: 'R51',
  level: 'warn',
  says: {
    zh: '语气带火气，请平和回复',
    en: 'sounds angry: answer calmly',
    ko: '화난 말투입니다. 차분히 답해 주세요',
  },
  find: (text, context) => {
    const shouts = [SHOUT, ...(context.mood === 'angry' ? [ANGRY_SHOUT] : [])].flatMap((pattern) => [
      ...text.original.matchAll(pattern),
    ])
    return [
      ...weighed('R51', 'warn', text, text.hits('anger')),
      ...shouts.map((shout) => ({
        start: shout.index,
        end: shout.index + shout[0].length,
        fix: mildly(shout[0]),
      })),
    ]
  },
}
