import type { CheckedText } from './checked-text.ts'
import type { Finding, GuardContext, Rule } from './context.ts'
import { type MomentRule, momentRule } from './moment-rule.ts'

/** How clear a fault of a reply is: `plain` stares at the reader, `slight` could be better. */
export type Fault = 'plain' | 'slight' | undefined

interface ReplyRule extends Omit<MomentRule, 'find'> {
  /** The level the playbook gives; what is only slight, or stands in a script on offer, is a hint. */
  readonly level: 'warn' | 'hint'
  readonly fault: (text: CheckedText, context: GuardContext) => Fault
}

/** A rule about a reply as a whole, in a moment of the talk. It reports the whole text. */
export function replyRule({ fault, ...rule }: ReplyRule): Rule {
  return momentRule({
    ...rule,
    find: (text, context) => {
      const found = fault(text, context)
      return found === undefined ? [] : [whole(text, grade(context, rule.level, found))]
    },
  })
}

export function whole(text: CheckedText, level?: Finding['level']): Finding {
  return { start: 0, end: text.original.length, level }
}

/** Only a person's own words are warned of, and only of what is plain. */
export function grade({ kind }: GuardContext, level: 'warn' | 'hint', fault: 'plain' | 'slight'): 'warn' | 'hint' {
  return kind === 'draft' && fault === 'plain' ? level : 'hint'
}

/** What of a text is words: no faces, signs or slots. */
export function wordsOf({ text }: CheckedText): string {
  return text.replace(SILENT, '')
}
const SILENT = /\{\{[^{}]*\}\}|[^\p{L}\p{N}]/gu

export function has(text: CheckedText, ...lists: Parameters<CheckedText['hits']>[0][]): boolean {
  return lists.some((list) => text.hits(list).length > 0)
}

/** True for a reply that buys time: the answer comes later. */
export function holds(text: CheckedText): boolean {
  return has(text, 'hold') || LOOKS.test(text.text)
}
const LOOKS =
  /^(?:好的?|亲|嗯|哦)*(?:请|您)?稍[等候]|核(?:实|对|一?下|查)|查(?!看)|问(?:一?下|到|过|问)|去(?:看|问)|看(?:一)?下(?:再|单|实物)|请同事|(?:帮|给|替)您看|确认(?:一?下|后|好)|对(?:一对|账|一下)|let me (?:check|ask|look)|find out|확인(?:해|하고)|알아보/

/** True for a reply that asks something. */
export function asks({ text }: CheckedText): boolean {
  return QUESTION.test(text)
}
const QUESTION =
  /[?？]|[吗嘛么](?:[,。!~]|$)|多少(?!就)|哪[个款种件些里一]|几[件个码号]|什么|怎么样|好不好|是不是|要不要|可不可以|能不能|有没有|多[高重大](?!就)|(?:发|说|报|告诉|提供)(?:一?下|给|我)|还是.{1,8}呢|请问|까요|나요|세요\?|주세요|\bwhat\b|\bwhich\b|\bhow\b|\bcould you\b|\bwould you\b|\bcan you\b/
