import type { CheckedText } from '../checked-text.ts'
import type { Rule } from '../context.ts'
import { momentRule } from '../moment-rule.ts'
import { isSizeQuestion, means, says } from '../moments.ts'
import { quantitiesIn } from '../quantities.ts'
import { asks, has, holds, replyRule } from '../reply-rule.ts'
import { knownValue } from '../support.ts'

const WHY =
  /看重|面料|做工|因为|由于|比较|更|很(?!多)|适合|好(?:看|用|吃|喝|搭|评)|划算|性价比|新款|热(?:销|卖)|销量|口碑|舒服|轻|软|耐|透气|质|功能|款式|百搭|口感|显|容量|卖得|喜欢|送礼|体面|优惠|活动|够|防|保|含|if you|because|since|popular|인기|좋/
const RECOMMENDS = [
  'recommendation.style',
  'recommendation.gift',
  'recommendation.new_hot',
  'recommendation.choice',
  'recommendation.either_or',
  'recommendation.outfit',
  'recommendation.undecidable',
]

/** R65 (and R62): what is recommended has a reason. */
export const recommendReason = replyRule({
  id: 'R65',
  level: 'warn',
  says: { zh: '推荐要说理由', en: 'say why you recommend it', ko: '추천 이유를 말해 주세요' },
  moment: (context) =>
    means(context, ...RECOMMENDS) ||
    (!isSizeQuestion(context) && says(context, /推荐|选哪个|哪个好|送(?:什么|啥)|recommend|추천/)),
  fault: (text) =>
    has(text, 'recommending') && !WHY.test(text.text) && !asks(text) && !holds(text) ? 'plain' : undefined,
})

/** R62: several to choose from, not one after the other. */
export const several = replyRule({
  id: 'R62',
  level: 'warn',
  says: {
    zh: '一次推荐几款并各说理由，不要一款一款来',
    en: 'several at once, each with its reason',
    ko: '여러 상품을 이유와 함께 한 번에 추천해 주세요',
  },
  moment: (context) =>
    means(context, 'recommendation.style', 'recommendation.new_hot', 'recommendation.gift') ||
    says(context, /推荐|有什么|有没有/),
  fault: (text) => (ONE_BY_ONE.test(text.text) ? 'plain' : undefined),
})
const ONE_BY_ONE =
  /(?:不喜欢|不行)[^。!?]{0,8}我再(?:给您)?(?:找|换|推)|(?:不喜欢|不行|不满意)(?:的话)?(?:再|您再)[^,。!?]{0,6}[,，]?(?:我)?再(?:给您|换|推|找)|再给您换(?:一个|个|一款)(?:看)?/

/** R64: who does not know yet is asked before anything is recommended. */
export const askNeed = replyRule({
  id: 'R64',
  level: 'warn',
  says: {
    zh: '需求还不清楚，先问用途、送谁、预算',
    en: 'ask for use, recipient and budget before recommending',
    ko: '용도, 받는 분, 예산을 먼저 물어 주세요',
  },
  moment: (context) =>
    (context.waiting !== undefined && context.waiting.length <= 24 && says(context, VAGUE)) ||
    means(context, 'other.clarify'),
  fault: (text) =>
    asks(text) || !has(text, 'recommending') ? undefined : JUST_BUY.test(text.text) ? 'plain' : 'slight',
})
const VAGUE = /不知道(?:买|送|选)(?:啥|什么|哪)|有(?:什么|啥)推荐|推荐(?:一?下|点|些|几)|什么好(?:呢|啊)?$/
const JUST_BUY = /就对了|就完(?:事)?了|闭眼|送这|买这|拍这|拿这|选这/

const ABOVE = 1.1

/** R63: right, not dear: nothing above the budget that was named. */
export const withinBudget = momentRule({
  id: 'R63',
  level: 'hint',
  says: {
    zh: '推荐的超出顾客预算，先推合适的',
    en: 'above the budget the shopper named',
    ko: '고객 예산을 넘는 추천입니다',
  },
  moment: (context) => context.facts?.get('budget') !== undefined || says(context, /预算|以内|左右/),
  find: (text, context) => {
    const dearer = DEARER.exec(text.text)
    if (dearer) return [text.at(dearer.index, dearer.index + dearer[0].length)]
    const budget = Number(knownValue(context, 'budget'))
    if (!Number.isFinite(budget) || !has(text, 'recommending')) return []
    const dear = quantitiesIn(text.text).find(({ kind, value }) => kind === 'money' && value > budget * ABOVE)
    return dear ? [text.at(dear.from, dear.to)] : []
  },
})
const DEARER = /(?:建议|推荐)[^,。!?]{0,6}(?:顶配|旗舰|高配|最贵)|贵(?:[一二三四五六七八九十百千\d]+|一?点)(?:块|元)?但/

/** R57: praise of the shopper's taste once, and lightly. */
export const praiseOnce: Rule = {
  id: 'R57',
  level: 'hint',
  says: {
    zh: '夸眼光一次就好，多了显得假',
    en: 'praise their taste once, no more',
    ko: '안목 칭찬은 한 번이면 충분합니다',
  },
  find: (text: CheckedText, context) => {
    const hits = text.hits('praise')
    const before = (context.earlier ?? []).some(({ text: said }) => PRAISED.test(said))
    return before ? hits.slice(0, 1) : hits.slice(1, 2)
  },
  suspects: (text) => has(text, 'praise'),
}
const PRAISED = /眼光|品[位味]|会挑|会选|审美|good taste|안목/
