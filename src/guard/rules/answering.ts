import { momentRule } from '../moment-rule.ts'
import { means, says } from '../moments.ts'
import { asks, grade, has, holds, replyRule, whole, wordsOf } from '../reply-rule.ts'

/** What a question and an answer may be about; a topic is answered by words of its own. */
const ABOUT: readonly { readonly asked: RegExp; readonly told: RegExp }[] = [
  {
    asked: /(?:什么|哪家|哪个|啥)快递|发什么/,
    told: /发|换|送|快递|中通|圆通|申通|韵达|顺丰|邮政|ems|德邦|京东|极兔|百世/,
  },
  {
    asked: /(?:邮费|运费)[^,。!?]{0,4}(?:多少|[吗么嘛]|几|怎么|(?<!不)要(?!不要))|包邮[吗么嘛不]/,
    told: /邮|运费|包|免|元|块|补/,
  },
  {
    asked: /(?:什么时候|几天|多久|哪天|啥时候|今天)[^,。!?]{0,4}(?:发|到|寄|能到)|几天到/,
    told: /发|到|天|小时|明|今|预计|尽快|停|休|慢|签收|单号|物流/,
  },
  { asked: /承重|能坐|多少斤|\d+斤能/, told: /承重|斤|kg|公斤|可以|能|结实|承/ },
  { asked: /保质期|过期|日期(?!要|得|新鲜[的点])|到哪天/, told: /保质|日期|月|年|天|新鲜|批次/ },
  { asked: /墨水|适配|兼容|能用.{0,8}吗|可以用.{0,8}吗/, told: /能用|可以|适用|兼容|支持|不能|不建议|适配|墨|行的?/ },
  { asked: /冰箱|怎么(?:存|保存|放)|开封后/, told: /冰|冷藏|存|保存|阴凉|密封|放/ },
  { asked: /(?:开|要|有|能)[^,。!?]{0,3}发票/, told: /发票|开票|票/ },
  { asked: /什么颜色|有(?:哪些|几个)颜?色/, told: /色|白|黑|红|蓝|粉|绿|灰/ },
  { asked: /什么(?:材质|面料|料子)|是?纯棉/, told: /棉|麻|丝|毛|皮|钢|料|材质|纤维|涤|木|纶|尔/ },
]
const ONLY_WORDS = /^(?:谢谢|感谢|多谢)[^?？]*(?:祝|喜欢|支持|光临)[^?？]*$/
const SPEAKS_OF = /快递|中通|圆通|申通|韵达|顺丰|邮政|包邮|邮费|颜色|[三两四几]种|发票|优惠|活动|折/

/** Shorter than that, a reply is the first of several bubbles. */
const STUMP = 4

/** R53: everything that was asked is answered. */
export const asked = momentRule({
  id: 'R53',
  level: 'warn',
  says: {
    zh: '顾客问的还有没答到的，请补上',
    en: 'something the shopper asked is not answered yet',
    ko: '아직 답하지 않은 질문이 있습니다',
  },
  moment: ({ kind, waiting = '' }) =>
    kind === 'draft' && waiting !== '' && ABOUT.some((topic) => topic.asked.test(waiting)),
  find: (text, context) => {
    const isOnlyWords = ONLY_WORDS.test(text.text)
    if (!(isOnlyWords || SPEAKS_OF.test(text.text)) || asks(text) || holds(text) || has(text, 'apology')) return []
    const open = ABOUT.filter((topic) => topic.asked.test(context.waiting ?? ''))
    const left = open.filter((topic) => isOnlyWords || !topic.told.test(text.text))
    if (left.length === 0) return []
    const isPlain = left.length === open.length || wordsOf(text).length > STUMP
    return [whole(text, grade(context, 'warn', isPlain ? 'plain' : 'slight'))]
  },
})

/** R54: with several products in the talk, "this" and "that" are named. */
export const clearPronouns = momentRule({
  id: 'R54',
  level: 'warn',
  says: {
    zh: '聊到多款商品，"这个、那个"请说出商品名',
    en: 'several products in the talk: name the one you mean',
    ko: '여러 상품이 언급되었습니다. 상품명을 말해 주세요',
  },
  moment: (context) => (context.spoken ?? 0) > 1 || says(context, SEVERAL),
  find: (text, context) => {
    const found = [...text.text.matchAll(PRONOUN)]
    const [first] = found
    if (!first) return []
    const isPlain = new Set(found.map((match) => match[0][0])).size > 1
    const span = text.at(first.index, first.index + first[0].length)
    return [{ ...span, level: grade(context, 'warn', isPlain ? 'plain' : 'slight') }]
  },
})
const PRONOUN = /[这那]个(?![\u3400-\u9fff]{0,6}(?:色|款|杯|壶|盒|码|活动|价|问题|链接|尺|月|时候))/g
const SEVERAL = /[两三四五六几]样|[、和跟与][^,。!?]{1,6}(?:哪|都)|[那这][两三四几]款|还是/

const ABOUT_GOODS = [
  'product_info.info',
  'product_info.quality',
  'product_info.value',
  'product_info.material',
  'product_info.function',
]

/** R55: a feature is told with what it is good for. */
export const benefit = replyRule({
  id: 'R55',
  level: 'hint',
  says: {
    zh: '说了特点，再说一句对顾客的好处',
    en: 'a feature: add what it does for the shopper',
    ko: '특징에 고객의 이점을 덧붙여 주세요',
  },
  moment: (context) => means(context, ...ABOUT_GOODS) || says(context, /怎么样|好在哪|有什么(?:特点|好)/),
  fault: (text) => (has(text, 'feature') && !has(text, 'benefit') && !asks(text) ? 'slight' : undefined),
})

/** R56: an answer about goods goes on with a question or the next step. */
export const nextStep = replyRule({
  id: 'R56',
  level: 'hint',
  says: {
    zh: '回答后加个确认或下一步',
    en: 'add a question or the next step',
    ko: '확인 질문이나 다음 단계를 덧붙여 주세요',
  },
  moment: (context) =>
    means(context, 'product_info.quality', 'product_info.value', 'product_info.function') ||
    says(context, /烫手|好用吗|值不值|怎么样/),
  fault: (text) =>
    asks(text) ||
    holds(text) ||
    has(text, 'option', 'wish', 'apology', 'benefit') ||
    wordsOf(text).length < 6 ||
    /下单|拍|放心|随时|您可以/.test(text.text)
      ? undefined
      : 'slight',
})
