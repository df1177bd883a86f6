import type { Locale } from '../../protocol/index.ts'
import { clauseOf, isAsked, isConditional } from './clause.ts'
import type { Statement, Topic } from './statement.ts'
import { rangeOf, TIME } from './time-said.ts'

/** What a time is said of, by the words right behind it or right before it. The first that fits has it. */
interface Context {
  readonly topic: Topic
  /** Said of a time that it will not be: later, then. */
  readonly denies?: boolean
  readonly after?: RegExp
  readonly before?: RegExp
}

const IN = '(?:之?内|以内|左右|上下|之?前|之?后|以后|时间)?'
const UNSAID = '[^,。!?;\\n不没未别]'
const CONTEXTS: Readonly<Record<Locale, readonly Context[]>> = {
  zh: [
    { topic: 'shelf_life', before: /保质期?(?:是|有|为|都是|一般|大概)*$/ },
    {
      topic: 'warranty',
      after: /^(?:之?内|的)?(?:免费)?(?:保修|质保|包修|联保)|^之?内?(?:坏了|有问题)[^,。!?;\n不]{0,4}(?:换|修)/,
      before: /(?:(?:保修|质保|包修|联保)期?(?:时间)?|[只可都]以?保)(?:是|有|为|都是|一般)*$/,
    },
    {
      topic: 'refund_time',
      after: new RegExp(`^${IN}${UNSAID}{0,4}?(?:到账|退款)`),
      before: /退款(?:时间|一般|大概|通常|预计|需要?|会|要|是|在|原路|退回)*$/,
    },
    {
      topic: 'returns',
      after: new RegExp(`^${IN}(?:可以?|都可以?|是?支持|享受|包|提供)?(?:无理由|退换|退货|包退)`),
      before: /(?:无理由|退换货?|退货)(?:期限|时间|时效)(?:是|为|有|在)*$/,
    },
    {
      topic: 'dispatch',
      denies: true,
      after: /^[^,。!?;\n到收退]{0,4}?(?:发不了|发不出|发不走|[不没](?:能|法|可以|会)?发)/,
    },
    {
      topic: 'arrival',
      denies: true,
      after: /^[^,。!?;\n发收退]{0,4}?(?:到不了|送不到|[不没](?:能|法|可以|会)?(?:送)?到)/,
    },
    {
      topic: 'dispatch',
      after: new RegExp(
        `^${IN}[^,。!?;\\n不没未别到收退]{0,6}?(?:发货|发出|寄出|[发寄]走|出库|出货|(?:[发寄]|安排)出去|(?:[能会就都再才您你]|可以|安排|统一)发(?![现票过您你给顺中圆申韵邮])|发(?=[的哦呢哈呀掉了,。!亲]|$))(?!后|之后|以后|前|起|之日)`,
      ),
      before: /(?:发货|发出|寄出)(?:时间|时效)?(?:是|在|要|需要?|一般|大概|预计|差不多|得|最晚|最迟|都|可能|会|等)*$/,
    },
    {
      topic: 'arrival',
      after: new RegExp(
        `^${IN}[^,。!?;\\n不没未别发退寄付拍再]{0,6}?(?:到货|送到|送达|收到|到达|(?:[能会就可才]|可以|应该|左右)到|到(?=[的哦呢哈呀,。!您你亲]|$))(?!后|之后|以后|再|时|账|期|货后)`,
      ),
      before:
        /(?:(?:路上|在途|途中|送达|到货)(?:时间)?|到[^,。!?;\n不没未发付]{1,7}?)(?:是|在|要|需要?|一般|大概|预计|差不多|得|可能|走)+$|到(?:[您你亲]|那)[^,。!?;\n不没未发付后]{0,5}$/,
    },
  ],
  en: [
    { topic: 'warranty', after: /^[- ](?:warranty|guarantee)/, before: /(?:warranty|guarantee)[^.,!?;\n]{0,16}$/ },
    { topic: 'refund_time', after: /^[^.,!?;\n]{0,12}\brefund/, before: /\brefund[^.,!?;\n]{0,24}$/ },
    {
      topic: 'returns',
      after: /^[^.,!?;\n]{0,12}\b(?:to return|returns?\b|to send (?:it|them) back)/,
      before: /(?:return|send (?:it|them) back)[^.,!?;\n]{0,24}$/,
    },
    { topic: 'dispatch', before: /(?:\b(?:ship|dispatch|send)\w*|go(?:es)? out|\bleaves?)\b[^.,!?;\n]{0,24}$/ },
    {
      topic: 'arrival',
      before: /(?:\b(?:arriv|deliver)\w*|get (?:it|there|to you)|reach you|be with you|\btakes)\b[^.,!?;\n]{0,24}$/,
    },
  ],
  ko: [
    { topic: 'warranty', before: /(?:보증|무상)[^.,!?\n]{0,8}$/ },
    { topic: 'refund_time', before: /환불[^.,!?\n]{0,10}$/ },
    { topic: 'returns', after: /^[^.,!?\n]{0,6}(?:반품|교환)/, before: /(?:반품|교환)[^.,!?\n]{0,8}$/ },
    { topic: 'dispatch', after: /^[^.,!?\n]{0,6}(?:출고|발송|보내)/, before: /(?:출고|발송)[^.,!?\n]{0,6}$/ },
    {
      topic: 'arrival',
      after: /^[^.,!?\n]{0,6}(?:도착|걸[리립려]|소요|받으)/,
      before: /(?:도착|배송)[^.,!?\n]{0,6}$/,
    },
  ],
}
const TIMES: Readonly<Record<Locale, RegExp>> = {
  zh: new RegExp(`(?<![第每过这那前几今\\d.])${TIME.zh}`, 'g'),
  en: new RegExp(`\\b${TIME.en}\\b`, 'g'),
  ko: new RegExp(`(?<!\\d)${TIME.ko}`, 'g'),
}
/** What may be or not be is not stated. */
const DOUBTED = /(?:不能?保证|不一定|不确定|不敢|争取|尽量|[没无]法|不能|发不|问问?|催)[^,。!?;]{0,5}$/
const AROUND = 28

/** Times that a line states: when goods leave and arrive, how long they may be returned, are repaired, keep. */
export function timesIn(text: string, locale: Locale): Statement[] {
  return [...text.matchAll(TIMES[locale])].flatMap((match) => {
    const from = match.index
    const to = from + match[0].length
    const before = text.slice(Math.max(0, from - AROUND), from)
    const after = text.slice(to, to + AROUND)
    const context = CONTEXTS[locale].find((one) => one.after?.test(after) || one.before?.test(before))
    if (!context) return []
    const clause = clauseOf(text, { from, to })
    if (isAsked(clause) || isConditional(clause) || DOUBTED.test(before)) return []
    const range = rangeOf(match[0], clause, after)
    if (!range) return []
    const says = context.denies ? { low: range.high + 1, high: Number.POSITIVE_INFINITY } : range
    return [{ topic: context.topic, says, from, to }]
  })
}
