import type { Locale } from '../../protocol/index.ts'
import { ACTS, type Named } from './act-words.ts'
import { clauseOf, isAsked, isConditional, type Span } from './clause.ts'
import { refusedThing } from './refused-thing.ts'
import type { Act, Statement } from './statement.ts'

/** Right before an act in Chinese: what keeps it from being promised, possible, refused. */
const UNPROMISED = /(?:[不没未无别已刚才]|[没无]法|没办法|不能|不会|不可以|不再|是否|没有|已经)$/
const IMPOSSIBLE = /(?:[不没才]|是否|能不|可不)$/
const UNREFUSED = /要$|取消$|快递员?$|公司$/
const WORD_BEFORE = 3
const SAID = '[^,。!?;不没未无别勿了]'
const PROMISES: Readonly<Record<Locale, (named: Named) => string>> = {
  zh: ({ does, promised }) =>
    `(?:[给帮为替跟和](?:您|你|亲+)${SAID}{0,7}?(?:${does})|(?:会|马上|这就|明天|今天|立即|安排|可以给)${SAID}{0,3}?(?:${does})(?=给?(?:您|你|一|过))|我(?:们|这边)?${SAID}{0,4}?(?:${does})(?=给?[您你])|(?:${does})(?:一?[个份双包件].{0,3})?给[您你亲]${promised ? `|${promised}` : ''})(?!的(?![哦呢哈呀,。!亲]|$))`,
  en: ({ does, promised }) =>
    `(?:\\b(?:i|we)(?:'ll| will| can| am going to| are going to)|\\band will)(?: \\w+){0,2}? (?:${does})\\b${promised ? `|${promised}` : ''}`,
  ko: ({ does }) => `(?:${does})[^.,!?\\n]{0,10}?(?:드릴|드리겠|드려요|드립니다|해 ?둘|놓을|하겠)`,
}
/** What is said to be possible, without a word given. */
const POSSIBLE = (does: string) => `(?:可以|支持|能)(?:的)?(?:申请|安排|办理|直接)?(?:${does})(?!后|之后|之前|前|多少)`
const DENIALS: Readonly<Record<Locale, (named: Named) => string>> = {
  zh: ({ does, denied }) =>
    `(?:不(?:能|可以|可能|会|再|支持|负责|予|给|同意|符合|满足)?|没办法|[没无]法|没空|没时间|没人)(?:再|单独|另外)?(?:给(?:您|你|亲+)?|帮(?:您|你)|为您|替您)?(?:再|单独|另外|申请|安排|办理)?(?:${does})${denied ? `|${denied}` : ''}`,
  en: ({ does, noun, denied }) =>
    `\\b(?:can'?t|cannot|can ?not|won'?t|will not|(?:are|am|'re|'m) (?:not able|unable) to|unable to|do not|don'?t|not going to|(?:isn't|aren't|not) something we(?: can)?)(?: (?!want|have|need|mind)\\w+){0,2}? (?:${does})\\b${noun ? `|\\b${noun} (?:is|are)(?:n't| not) (?:possible|available|included|offered|something)` : ''}${denied ? `|${denied}` : ''}`,
  ko: ({ does, denied }) =>
    `(?:${does})(?:은|는|이|가|을|를|도|해)? ?(?:[가-힣]{1,4}상 )?(?:도와 ?)?(?:드리기 ?)?(?:불가|어렵(?!지)|안 ?[되됩돼]|할 수 없|드릴 수 없|못 ?(?:해|드)|힘들|하지 않)${denied ? `|${denied}` : ''}`,
}

interface Expressions {
  readonly act: Act
  /** Words without which nothing is said of the act. */
  readonly cue: RegExp
  readonly promise: RegExp
  readonly possible: RegExp | undefined
  readonly denial: RegExp
}
const EXPRESSIONS: Readonly<Record<Locale, readonly Expressions[]>> = {
  zh: compiled('zh'),
  en: compiled('en'),
  ko: compiled('ko'),
}

function compiled(locale: Locale): Expressions[] {
  return ACTS[locale].map((named) => ({
    act: named.act,
    cue: new RegExp(named.cue),
    promise: new RegExp(PROMISES[locale](named), 'g'),
    possible: locale === 'zh' ? new RegExp(POSSIBLE(named.does), 'g') : undefined,
    denial: new RegExp(DENIALS[locale](named), 'g'),
  }))
}

/** Where 送 is to deliver. */
const DELIVERED = /地址|包裹|派[送件]|送货|上门/

/** What the shopper may decide, what is no longer needed, or what a case only brings about, is not taken back. */
const NOT_DENIED =
  /不用|不需要|不必|那就不|那不|先不|不是不|不如|要不|否则|不然|的话|如果|逾期|未付|超时|上门|包裹|地址|派[送件]|联系方式|影响|超过|no need|필요 ?없/
/** An attempt, a choice, a third party's doing or a word about how is no promise. */
const UNSURE =
  /(?:申请|问|试|看)一?下|争取|尽量|试试|看看|尽力|问问|还是|或|哪样|没有?[^,。!?]{0,4}(?:说|答应|承诺)|快递(?!费)|派[送件]|\btry\b| or |안내|확인해|방법|기록|부탁|이나 /

/** Acts that a line promises or calls possible (true) or refuses (false). */
export function actsIn(text: string, locale: Locale): Statement[] {
  return EXPRESSIONS[locale].flatMap(({ act, cue, promise, possible, denial }) => {
    if (!cue.test(text) || (act === 'gift' && DELIVERED.test(text))) return []
    const refused = spansOf(text, denial, UNREFUSED).filter(({ clause }) => !NOT_DENIED.test(clause))
    const isFree = (span: Span) => !refused.some((no) => no.from < span.to && span.from < no.to)
    const given = spansOf(text, promise, UNPROMISED).filter((span) => isFree(span) && !UNSURE.test(span.clause))
    const may = possible
      ? spansOf(text, possible, IMPOSSIBLE).filter((span) => isFree(span) && !isConditional(span.clause))
      : []
    return [
      ...refused.map(({ from, to }) => {
        const object =
          act === 'gift' || act === 'hold'
            ? refusedThing(text, { from, to })
            : PARTLY.test(text.slice(from, to))
              ? '全'
              : undefined
        return { topic: act, says: false, from, to, ...(object ? { object } : {}) }
      }),
      ...given.map(({ from, to, clause }) => ({
        topic: act,
        says: true,
        from,
        to,
        deed: text
          .slice(from, to + BEHIND)
          .replace(FOR_YOU, '')
          .replace(CLAUSE_END, ''),
        promise:
          isConditional(clause) || ON_RETURN.test(clause) || SUPPOSED.test(text.slice(0, from))
            ? ('conditional' as const)
            : ('given' as const),
      })),
      ...may.map(({ from, to }) => ({ topic: act, says: true, from, to })),
    ]
  })
}

/** Who promised all and gives a part, refuses. */
const PARTLY = /一半|部分/

/** What is promised, from its verb on: as many letters behind the act as name its thing. */
const BEHIND = 6
const FOR_YOU = /^(?:[给帮为替跟和](?:您|你|亲+)|今天|明天|马上|立即|安排|可以给|这[就边]|[会我们就来])+/
const CLAUSE_END = /[,。!?;~\n].*$/s

/** What comes first decides whether it is due. */
const ON_RETURN =
  /有问题|坏了|破了|收到后|寄回|退回|核[对好一实]|核下|确认后|没问题就|符合|买[\d一二两三四五]|拍[\d一二两三四五]/

/** A case supposed in the words before. */
const SUPPOSED = /(?:如果|要是|万一|假如)[^。!?]*,$/

/** Where an expression matches, but in questions and behind what `unless` names. */
function spansOf(text: string, expression: RegExp, unless: RegExp): (Span & { clause: string })[] {
  return [...text.matchAll(expression)].flatMap((match) => {
    if (unless.test(text.slice(Math.max(0, match.index - WORD_BEFORE), match.index))) return []
    const span = { from: match.index, to: match.index + match[0].length }
    const clause = clauseOf(text, span)
    return isAsked(clause) ? [] : [{ ...span, clause }]
  })
}
