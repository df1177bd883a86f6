import type { CheckedText } from '../checked-text.ts'
import type { Finding, Rule } from '../context.ts'

const SHORTEST = 2
/** Nothing longer can be a single word, however it is decorated. */
const LONGEST = 24
const SILENT = /\{\{[^{}]*\}\}|[^\p{L}\p{N}]/gu
const PARTICLES = /[哦呢哈呀啊啦嘛吧哟噢]+$/

/** R30: no single-word replies. */
export const curt: Rule = {
  id: 'R30',
  level: 'hint',
  says: {
    zh: '单字回复太生硬，请说完整的一句话',
    en: 'one-word reply: say a full sentence',
    ko: '단답입니다. 완전한 문장으로 답해 주세요',
  },
  find: (text, context) => {
    if (text.text.length > LONGEST || text.original.trim() === '') return []
    const said = text.text.replace(SILENT, '').replace(PARTICLES, '')
    // a script that prints a slot says more than its letters show
    if (context.kind === 'script' && text.text.includes('{{')) return []
    const han = /^[\u3400-\u9fff]*$/.test(said)
    const isCurt = (han && said.length <= SHORTEST && !COURTEOUS.test(said)) || text.hits('curt').length > 0
    return isCurt ? [whole(text)] : []
  },
}

const COURTEOUS = /^(?:谢谢|多谢|感谢|抱歉|晚安|再见)$/

function whole(text: CheckedText): Finding {
  return { start: 0, end: text.original.length }
}

/** What turns a no into an answer: regret, a reason or another way (R36). */
const SOFTENED =
  /抱歉|不好意思|对不起|不过|但是?|(?<!不)可以|建议|推荐|要不|暂时|目前|sorry|unfortunately|but |instead|죄송|대신|하지만|다만/

/** R33: no flat refusal. */
export const refusal: Rule = {
  id: 'R33',
  level: 'hint',
  says: {
    zh: '生硬拒绝：请说抱歉、原因和可行的办法',
    en: 'flat refusal: say sorry, why, and what is possible',
    ko: '딱딱한 거절입니다. 사과와 대안을 말해 주세요',
  },
  find: (text) => {
    // a sorry that comes first softens; what comes after a bare no comes too late
    return text
      .hits('refusal')
      .filter(({ from, to }) => !SOFTENED.test(text.clause(from, to).text + text.text.slice(0, from)))
  },
}
