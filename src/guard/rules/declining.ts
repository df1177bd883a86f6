import type { Rule } from '../context.ts'
import { isHaggle, isProblem, means, says } from '../moments.ts'
import { asks, has, holds, replyRule, wordsOf } from '../reply-rule.ts'

const WISHES = /能(?:不能)?|可以|可不可以|帮(?:忙|我)|想要|能否|行(?:吗|不)|could you|can you|可?否|해 ?주|가능/

/** R36: a refusal has two of regret, reason, another way and thanks. */
export const softDecline = replyRule({
  id: 'R36',
  level: 'warn',
  says: {
    zh: '婉拒要有抱歉、原因、替代办法和感谢（至少两样）',
    en: 'a soft no: sorry, why, what is possible, thanks (two at least)',
    ko: '거절할 때는 사과, 이유, 대안, 감사 중 두 가지 이상을 담아 주세요',
  },
  moment: (context) => !isHaggle(context) && (means(context, ...REFUSED) || says(context, WISHES)),
  fault: (text) => {
    if (!has(text, 'declining')) return undefined
    const parts = [has(text, 'apology'), has(text, 'reason'), has(text, 'option') || asks(text), has(text, 'thanks')]
    const given = parts.filter(Boolean).length
    if (given === 0 && wordsOf(text).length <= BRUSQUE && !SOFT.test(text.text)) return 'plain'
    return given <= 1 ? 'slight' : undefined
  },
})
/** Letters in which nobody can be let down gently. */
const BRUSQUE = 12
const SOFT = /暂时|目前|争取|祝|有(?!这)[^,。!?]{2,}|放心|look|could/
const REFUSED = [
  'product_info.custom',
  'other.wholesale',
  'other.store_visit',
  'other.meet',
  'other.shop_link',
  'shipping_fee.free',
  'order_change',
  'shipping_time.appointment',
  'courier_choice.use',
]

/** R39: understanding before "but". */
export const understandFirst = replyRule({
  id: 'R39',
  level: 'warn',
  says: {
    zh: '先表示理解，再用"不过"说明，不要一开口就反驳',
    en: 'understanding first, then the other side',
    ko: '먼저 공감하고 그다음에 설명해 주세요',
  },
  moment: (context) =>
    isProblem(context) ||
    isHaggle(context) ||
    means(context, 'product_info.value', 'product_info.quality') ||
    says(context, OBJECTS),
  fault: (text) => (has(text, 'contradiction') && !has(text, 'empathy', 'apology') ? 'plain' : undefined),
})
const OBJECTS = /太(?!好|棒|美|谢|喜欢)|感觉|觉得|不值|失望|不适合|哪里不对|too |너무/

/** R68: what is not made or not there is answered with what is. */
export const missingVariant = replyRule({
  id: 'R68',
  level: 'warn',
  says: {
    zh: '没有这个款色时，说有哪些可选，并问喜欢哪个',
    en: 'a variant that is missing: say what there is and ask which',
    ko: '없는 옵션은 가능한 옵션을 알리고 어떤 것이 좋은지 물어 주세요',
  },
  moment: (context) =>
    means(context, 'stock_availability.variant_missing', 'stock_availability.have', 'stock_availability.check') ||
    says(context, WANTS_VARIANT),
  fault: (text) => {
    if (!MISSING.test(text.text) || asks(text) || holds(text) || SAYS_MORE.test(text.text)) return undefined
    return has(text, 'option')
      ? /还有|其[他它]|另外|可以|有(?:货)?的/.test(text.text)
        ? undefined
        : 'slight'
      : 'plain'
  },
})
const WANTS_VARIANT =
  /有[^,。!?]{1,6}(?:色|码|号|款|味)[吗么嘛没?]?|要\d+[a-z]+的?|do you have|is there|있(?:나요|어요)/
const SAYS_MORE =
  /expected|soon|restock|매장|사진|补|到货|登记|比比|找我|赠|活动|优惠|券|发票|加盟|代理|服务|功能|单号|物流|[、].{0,8}(?:有|可以|您)/
const MISSING =
  /(?:暂时|目前|现在|这会儿)?[^,。!?]{0,4}(?:没有(?!问题|关系|事|色差|添加|异味|[^,。!?]{1,6}(?:好|大|小|厚|薄|软|贵|甜|重)(?:$|[,。!]))|缺(?:着|货|了)|没(?:货|现货|了)|断货|售罄|没做)|not available|out of stock|품절|없(?:어요|습니다)/

/** R119: whose wish is not understood is asked, not argued with. */
export const askInstead = replyRule({
  id: 'R119',
  level: 'warn',
  says: {
    zh: '不要争辩，问问顾客的想法和顾虑',
    en: 'do not argue: ask what the shopper has in mind',
    ko: '설득하지 말고 고객의 생각을 물어 주세요',
  },
  moment: () => true,
  fault: (text) => (has(text, 'arguing') && !has(text, 'apology', 'empathy') ? 'plain' : undefined),
})

/** R120: a rule is explained by what it does for the next buyer. */
export const ruleReason: Rule = {
  id: 'R120',
  level: 'warn',
  says: {
    zh: '不要只说"规定"，说明对下一位顾客的好处',
    en: 'do not only point at the rule: say why, for the next buyer',
    ko: '규정만 말하지 말고 다음 고객을 위한 이유를 설명해 주세요',
  },
  find: (text) => {
    const [first] = text.hits('rule_pointing')
    return first && !EXPLAINS.test(text.text) ? [first] : []
  },
}
const EXPLAINS =
  /因为|由于|为了|影响|二次销售|下一位|其他顾客|别的顾客|卫生|安全|毕竟|怕|避免|保证每|because|so that|위생|다른 고객/
