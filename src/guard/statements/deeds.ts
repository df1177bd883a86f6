import type { Locale } from '../../protocol/index.ts'
import { clauseOf, isAsked, isConditional, type Span } from './clause.ts'
import { refusedThing } from './refused-thing.ts'
import type { Statement } from './statement.ts'

/** How any deed is promised and refused. `deed` is what is refused, `thing` what it is refused for. */
interface Words {
  readonly cue: RegExp
  readonly promise: RegExp
  readonly refusal: RegExp
}
const HAN = '[\\u3400-\\u9fff]'
const FOR_YOU = '[给帮为替](?:您|你|亲+)'
const AT_END = '(?=[的哦呢哈呀啦亲,。!]|$)'
const WORDS: Readonly<Record<Locale, Words>> = {
  zh: {
    cue: /[给帮为替][您你亲]|不|[没无]/,
    promise: new RegExp(
      `(?<!不|没|未|刚|因|已经|没有|不[能会]|[无没]法|办法|可以)${FOR_YOU}(?:把${HAN}{1,2}?)?(?<verb>${HAN}[\\u3400-\\u9fff\\d]{0,7})|(?<before>(?!发)[返寄转打换补退留做写]${HAN}?)给(?:您|你|亲+)`,
      'g',
    ),
    refusal: new RegExp(
      [
        `(?<verb>${HAN})不(?:了|成|动|出)(?![多几])`,
        `(?:[没无]法|没办法|不(?:能|给|可以|予|同意))(?:再|单独)?(?:${FOR_YOU})?(?<behind>${HAN})(?<![的哦呢哈呀啊啦嘛了亲我您你这那])`,
        `(?<!要|好|是|会|[能用])不(?:再)?(?<bare>${HAN})(?<![的哦呢哈呀啊啦嘛了亲我您你这那])${HAN}?(?:了|的)${AT_END}`,
        `(?<noun>${HAN}{2})(?:(?:的话|这个|我们|这边|是|也|都|真的)*(?:办不了|安排不了|不(?:行|可以|支持|可能)${AT_END}|没办法${AT_END}|没有?的?了?${AT_END})|(?:我们|这边|是|也|都)+[做弄操]不了)`,
      ].join('|'),
      'g',
    ),
  },
  en: {
    cue: /\b(?:i|we)\b/,
    promise: /\b(?:i|we)(?:'ll| will)(?: also| just| gladly| \w+ly)? (?<verb>[a-z]+)/g,
    refusal:
      /\b(?:i|we)(?: are|'re| am|'m)?(?: can't| cannot| can not| won't| will not| don't| do not| not able to| unable to)(?: actually| really)? (?<verb>[a-z]+)(?<thing>[^.,!?;\n]*)/g,
  },
  ko: {
    cue: /드[릴리]|[놓두]|못|어[렵려]|불가|안/,
    promise: /(?<verb>[가-힣]{1,3}?) ?(?:드릴|드리겠|놓을|놓겠|둘게|두겠)/g,
    refusal:
      /(?:(?<thing>[가-힣]{2,8})(?:은|는|이|가|을|를) ?)?(?:따로 |별도로 )?(?<verb>[가-힣]{1,6}?)(?:은|는|이|가|을|를)? ?(?:해 ?)?(?:드리진? ?지? ?않|드릴 수 ?없|드리기 ?(?:어|힘)|못 ?(?:해|드)|어렵(?!지)|어려워|불가|안 ?[되됩돼])/g,
  },
}
/** Trying, asking and telling promise no outcome. */
const LIGHT: Readonly<Record<Locale, RegExp>> = {
  zh: /^(?:一?[看查问核试催找想说讲选挑推介添带造发]|服务|申请|反馈|联系|了解|参考|尽|确认|处理|跟进|解决|协调|转|备注|记)/,
  en: /^(?:be|have|get|do|let|see|check|look|try|know|find|make|help|need|want|say|tell|ask|keep|give|take|wait|think|recommend|suggest)$/,
  ko: /^(?:안내|말씀|설명|확인|도와|알려|문의|부탁|해|주)$/,
}
/** Verbs for any deed, named by the letter before. */
const MADE = /[办做弄]/
/** Nouns of any talk. */
const COMMON =
  /^(?:快递|物流|仓库|财务|系统|订单|客服|时间|价格|活动|优惠|电话|微信|单号|链接|产品|宝贝|平台|退款|商品|办法|什么|问题|[今明后]天)$/
/** Verbs that refuse nothing (免不了, 看不了), or name what the shopper does. */
const ELSEWHERE = /[受免忘差错大到看查问找想用解理保得发]|[来去拍付买下领收]/
const UNSURE = /尽量|争取|试|看看|还是|或|没有?[^,。!?]{0,4}(?:说|答应|承诺)|\btry\b| or /
const NOT_REFUSED = /不用|不需要|不必|那就不|否则|不然|如果|的话|别人|no need|필요 ?없/
/** What is done already is no longer promised. */
const DONE = /^.{0,3}(?:[好过完]了|了(?:$|[,。!]))/
/** The thing behind an English refusal or before a Korean one. */
const OBJECT =
  /\b(?!(?:that|this|them|these|those|there|with|anything|items?|orders?|again|anymore|separately|customers?)\b)[a-z]{4,}|^[가-힣]+/
const ANYTHING = /^(?:부자재|상품|제품|물건)$/

/** Whatever a line promises to do for the shopper, or refuses: 给您拦下来, 拦不了. Covers acts that have no name of their own. */
export function deedsIn(text: string, locale: Locale): Statement[] {
  const { cue, promise, refusal } = WORDS[locale]
  if (!cue.test(text)) return []
  const promised = [...text.matchAll(promise)].flatMap((match): Statement[] => {
    const { span, clause } = placeOf(text, match)
    const { verb = '', before } = match.groups ?? {}
    const deed = before ?? verb.replace(/(?:哦|呢|的|了|哈|呀|亲|收到|请).*/, '')
    if (deed === '' || LIGHT[locale].test(deed) || DONE.test(text.slice(span.to - 1))) return []
    if (isAsked(clause) || UNSURE.test(clause)) return []
    return [{ topic: 'deed', says: true, deed, promise: isConditional(clause) ? 'conditional' : 'given', ...span }]
  })
  const refused = [...text.matchAll(refusal)].flatMap((match): Statement[] => {
    const { span, clause } = placeOf(text, match)
    const { verb, behind, bare, noun, thing } = match.groups ?? {}
    const said = (verb === '해' ? thing : verb) ?? behind ?? bare ?? noun ?? ''
    // 做不了 says as much as 重做不了 only with what is done
    const deed =
      locale === 'zh' && verb && MADE.test(verb) ? text.slice(Math.max(0, span.from - 1), span.from + 1) : said
    if (LIGHT[locale].test(deed) || (locale === 'zh' && deed.length === 1 && ELSEWHERE.test(deed))) return []
    if (COMMON.test(deed) || isAsked(clause) || NOT_REFUSED.test(clause)) return []
    const object =
      locale === 'zh' ? (deed.length > 1 ? undefined : refusedThing(text, span)) : OBJECT.exec(thing ?? '')?.[0]
    // what stands for any thing is named by the verb
    const named = object && ANYTHING.test(object) ? deed : object
    return [{ topic: 'deed', says: false, deed, ...(named ? { object: named } : {}), ...span }]
  })
  return [...promised, ...refused]
}

function placeOf(text: string, match: RegExpExecArray): { span: Span; clause: string } {
  const span = { from: match.index, to: match.index + match[0].length }
  return { span, clause: clauseOf(text, span) }
}
