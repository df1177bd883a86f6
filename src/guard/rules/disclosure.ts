import type { SlotName } from '../../intents/index.ts'
import type { CheckedText } from '../checked-text.ts'
import type { GuardContext } from '../context.ts'
import { momentRule } from '../moment-rule.ts'
import { isSizeQuestion, means, says } from '../moments.ts'
import { asks, grade, has, holds, replyRule, whole, wordsOf } from '../reply-rule.ts'
import { knownValue } from '../support.ts'

const FLAWED =
  /(?:有|是不是|什么|哪些)[^,。!?]{0,4}(?:瑕疵|毛病|缺陷|问题)(?:[吗么嘛呢?]|$)|(?:怎么|为什么|为啥|咋)(?:这么|那么)?便宜|flaw|defect|why so cheap|하자|왜.{0,4}싸/

const isFlawAsked = (context: GuardContext) => means(context, 'product_info.flaw') || says(context, FLAWED)
const isFlawed = (context: GuardContext) => knownValue(context, 'product.flaw') !== undefined

/** True when the text says what the card says, in its words or in ours. */
function tells(text: CheckedText, context: GuardContext, slot: SlotName, words: RegExp): boolean {
  const fact = context.facts?.get(slot)?.text ?? ''
  const pairs = [...fact].slice(1).map((letter, i) => fact[i] + letter)
  return words.test(text.text) || pairs.some((pair) => /[\p{L}]{2}/u.test(pair) && text.text.includes(pair))
}

/** R08: the weak point of flawed or special-price goods is told when it is asked for, and when such goods are offered. */
export const flaw = momentRule({
  id: 'R08',
  level: 'warn',
  says: {
    zh: '有瑕疵的商品要先说明瑕疵，再说优点',
    en: 'name the flaw of these goods first, then what is good',
    ko: '하자를 먼저 알리고 장점을 말해 주세요',
  },
  moment: (context) =>
    isFlawAsked(context) || (means(context, 'stock_availability.check', 'product_info.info') && isFlawed(context)),
  find: (text, context) => {
    if (has(text, 'flaw_told') || tells(text, context, 'product.flaw', /瑕疵|flaw|하자/)) return []
    const isPlain = isFlawed(context) || (CLAIMS_SOUND.test(text.text) && says(context, /瑕/))
    return isPlain ? [whole(text, grade(context, 'warn', 'plain'))] : []
  },
})
const CLAIMS_SOUND = /一模一样|没(?:有)?(?:任何)?(?:瑕疵|问题|区别)|跟?正价|放心/

/** R09: the weak point comes first. */
export const flawFirst = momentRule({
  id: 'R09',
  level: 'hint',
  says: {
    zh: '先说不足，再说优点',
    en: 'the weak point first, then the strengths',
    ko: '단점을 먼저, 장점을 나중에 말해 주세요',
  },
  moment: isFlawAsked,
  find: flawLast,
})

function flawLast(text: CheckedText) {
  const flaws = text.hits('flaw_told')
  const praised = STRENGTH.exec(text.text)
  const first = flaws[0]
  if (!first || !praised || praised.index > first.from) return []
  return STRENGTH.test(text.text.slice(first.to)) ? [] : [first]
}
const STRENGTH = /舒服|舒适|好看|百搭|结实|耐用|划算|实惠|保暖|柔软|方便|质量(?:很)?好|漂亮|好用|轻便/

/** R10: a question about photos is answered with the colour difference too. */
export const colourDifference = replyRule({
  id: 'R10',
  level: 'warn',
  says: {
    zh: '问图片时要提醒可能有色差（光线、显示器）',
    en: 'asked about photos: mention that colours may differ a little',
    ko: '사진 문의에는 색상 차이가 있을 수 있다고 알려 주세요',
  },
  moment: (context) => means(context, 'product_info.photo_match') || says(context, PHOTO),
  fault: (text) =>
    has(text, 'colour_note') || holds(text) || asks(text) || !AFFIRMS.test(text.text) ? undefined : 'plain',
})
const PHOTO =
  /(?:实物|照片|图片?)[^,。!?]{0,8}(?:一样|一致|差|符)|(?:跟|和|与)(?:图|照片|图片)[^,。!?]{0,4}(?:一样|差)|是?实拍|色差|like the (?:photo|picture)|실물/
const AFFIRMS = /实拍|一样|一致|是的|拍的|没(?:有)?(?:色差|区别)|分毫不差|same|photos? (?:is|are|was|were)|실물/

/** R11: dark colours may fade in the first washes. */
export const fading = replyRule({
  id: 'R11',
  level: 'warn',
  says: {
    zh: '深色商品要提醒首次洗涤可能掉色、单独洗',
    en: 'dark colours: mention that they may fade, wash apart',
    ko: '어두운 색은 물 빠짐과 단독 세탁을 안내해 주세요',
  },
  moment: (context) =>
    (means(context, 'product_info.care') || says(context, CARE)) &&
    (knownValue(context, 'product.dark') === 'yes' || says(context, DARK)),
  fault: (text) => {
    if (has(text, 'fading') || holds(text)) return undefined
    return /洗|wash|세탁/.test(text.text) || wordsOf(text).length <= SHORT ? 'plain' : 'slight'
  },
})
/** So short a reply tells nothing of the care. */
const SHORT = 20
const CARE = /怎么洗|水洗|洗涤|机洗|手洗|能洗|洗的?时候|how.{0,10}wash|세탁/
const DARK =
  /黑|深(?:蓝|色|灰|靛|棕|红|绿|紫)|藏青|酒红|靛蓝|墨绿|大红|牛仔|真丝绒|black|navy|dark|burgundy|denim|검정|블랙|네이비/

/** R12: a known bias in size is told with the size. */
export const fitBias = replyRule({
  id: 'R12',
  level: 'warn',
  says: {
    zh: '这款尺码有偏差，推荐尺码时要说明偏大或偏小',
    en: 'this one does not fit true to size: say so',
    ko: '정사이즈가 아닌 상품입니다. 함께 안내해 주세요',
  },
  moment: (context) => {
    if (!isSizeQuestion(context) && !means(context, 'size_fit.bias')) return false
    const bias = knownValue(context, 'product.fit_bias')
    return (typeof bias === 'number' && bias !== 0) || says(context, /(?:评论|都说|好多人)[^,。!?]{0,8}偏[大小]/)
  },
  fault: (text) =>
    BIAS.test(text.text) || has(text, 'rider') || asks(text) || !NAMES_SIZE.test(text.text) ? undefined : 'plain',
})
const BIAS =
  /不称心|不合身|会好些|보다|偏[大小宽窄紧松长短]|[大小][半一两]?个?码|标准码|正常码|runs? (?:large|small|big)|size (?:up|down)|크게|작게|정사이즈/
const NAMES_SIZE = /码|平时(?:穿)?|拍多大|\b(?:[smlx]{1,3}|\d{2})\b|사이즈/
