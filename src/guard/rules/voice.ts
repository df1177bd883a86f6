import type { CheckedText, Hit } from '../checked-text.ts'
import type { GuardContext, Rule } from '../context.ts'
import { momentRule } from '../moment-rule.ts'
import { isDispute, means, says } from '../moments.ts'
import { has, replyRule, whole } from '../reply-rule.ts'

/** The tone of a script is its author's. */
const isScripted = (kind: GuardContext['kind']) => kind === 'fill' || kind === 'script'

const SELF = /(?<![自家])我(?![们国司家自])/g
const WE = /咱|我们|我司|we\b/g
const YOU = /您|咱/g
const count = ({ text }: CheckedText, word: RegExp) => text.match(word)?.length ?? 0

/** R23: few 我, more 您 and 咱们. */
export const selfTalk: Rule = {
  id: 'R23',
  level: 'hint',
  says: {
    zh: '少说"我"，多说"您、咱们"',
    en: 'less "I", more "you" and "we"',
    ko: '"나"보다 "고객님, 저희"를 써 주세요',
  },
  suspects: (text) => count(text, SELF) > 1,
  find: (text, { kind }) => {
    if (isScripted(kind)) return []
    const self = count(text, SELF)
    if (self < 2 || self <= count(text, YOU) + count(text, WE)) return []
    const [first] = text.text.matchAll(SELF)
    return [text.at(first!.index, first!.index + 1)]
  },
}

/** R24: problems are looked at together. */
export const together = replyRule({
  id: 'R24',
  level: 'hint',
  says: {
    zh: '有问题时说"我们一起看看"，不说"我"',
    en: 'in a dispute say "let us look together"',
    ko: '문제가 있을 때는 "함께 보겠습니다"라고 해 주세요',
  },
  moment: isDispute,
  fault: (text) => (count(text, SELF) > 1 && count(text, WE) === 0 && !/一起/.test(text.text) ? 'slight' : undefined),
})

const PARTICLES = /[哦呢哈呀啊啦嘛哟呐捏哒]/g
const MOST_PARTICLES = 3
/** One particle to so many letters is chatty, not affected. */
const SPREAD = 7

/** R43: lively without affectation. */
export const affected: Rule = {
  id: 'R43',
  level: 'hint',
  says: {
    zh: '语气词太多或太生硬，保持自然',
    en: 'too many particles, or none at all: keep it natural',
    ko: '말투가 지나치거나 딱딱합니다. 자연스럽게 해 주세요',
  },
  suspects: (text) => count(text, PARTICLES) > MOST_PARTICLES || STIFF.test(text.text),
  find: (text, { kind }) => {
    if (isScripted(kind)) return []
    const particles = count(text, PARTICLES)
    if (particles > MOST_PARTICLES && particles * SPREAD > text.text.length) return [whole(text)]
    return STIFF.test(text.text) ? [whole(text)] : []
  },
}
const STIFF = /^(?:(?:已|请|正在?|暂|可先?)[\u3400-\u9fff]{1,6}。){2,}|^(?:[\u3400-\u9fff]{2,7}。){3,}$/

/** R44: a formal or technical shopper is answered in kind. */
export const mirror = replyRule({
  id: 'R44',
  level: 'hint',
  says: {
    zh: '顾客说话正式，回复也稳重些',
    en: 'the shopper writes formally: answer in kind',
    ko: '고객이 격식 있게 말합니다. 같은 말투로 답해 주세요',
  },
  moment: (context) => context.register === 'formal' || says(context, FORMAL),
  fault: (text) =>
    has(text, 'slang', 'childish') || /哈哈|人家(?=也|就|不)|冲(?=就)/.test(text.text) ? 'slight' : undefined,
})
const FORMAL = /贵司|我司|拟采购|请提供|请一并|规格参数|开票信息|时序|兼容|接口|固件|驱动/

/** R45: no net slang to who uses none. */
export const slang: Rule = {
  id: 'R45',
  level: 'hint',
  says: {
    zh: '顾客没用网络用语，请用标准词',
    en: 'the shopper uses no slang: plain words',
    ko: '고객이 쓰지 않는 속어입니다. 표준어로 바꿔 주세요',
  },
  find: (text, context) => (context.register === 'slangy' ? [] : text.hits('slang')),
}

const MOST_CHILDISH = 2

/** R46: parents are answered by a grown-up. */
export const grownUp = momentRule({
  id: 'R46',
  level: 'hint',
  says: {
    zh: '对宝妈要稳重体贴，少用叠字和撒娇',
    en: 'to parents: caring and grown-up, no baby talk',
    ko: '부모님께는 차분하고 배려 있게 말해 주세요',
  },
  moment: (context) => means(context, 'size_fit.child') || says(context, CHILD),
  find: (text) => (text.hits('childish').length >= MOST_CHILDISH ? [whole(text)] : []),
})
const CHILD = /宝宝|孩子|小孩|婴儿|儿子|女儿|娃|月龄|\bbaby\b|\bkids?\b|아기|아이/

const ADDRESS =
  /(?:^|[,。!~?\s])(亲(?:亲|爱的)?|客官|宝子?|美女|帅哥|小姐姐|小仙女|小主|老板|家人们?|老铁|mm)(?=$|[,。!~?\s您要]|请)|(?<=[,。!?吧])(亲(?:亲)?|美女|宝|小主)(?=$|[,。!~再])/g

/** R47: one way to address the shopper. */
export const oneAddress: Rule = {
  id: 'R47',
  level: 'hint',
  says: { zh: '一条里称呼要统一', en: 'one address word per reply', ko: '한 답변에서는 호칭을 통일해 주세요' },
  find: (text) => {
    if (!MAY_ADDRESS.test(text.text)) return []
    const used: { word: string; hit: Hit }[] = []
    for (const match of text.text.matchAll(ADDRESS)) {
      const word = (match[1] ?? match[2])!
      const from = match.index + match[0].indexOf(word)
      used.push({ word: word[0]!, hit: text.at(from, from + word.length) })
    }
    const other = used.find(({ word }) => word !== used[0]!.word)
    return other ? [other.hit] : []
  },
}
const MAY_ADDRESS = /客官|宝|美女|帅哥|小姐姐|小仙女|小主|老板|家人|老铁|mm/
