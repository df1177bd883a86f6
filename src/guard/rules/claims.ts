import type { CheckedText, Hit } from '../checked-text.ts'
import type { GuardContext, Level, Rule } from '../context.ts'
import { unlisted } from '../learned/index.ts'
import { prints } from '../prints.ts'
import { knownValue } from '../support.ts'

/** R124: an act counts as done when an event says so; before that, say it in the future form. */
export const claims: Rule = {
  id: 'R124',
  level: 'block',
  says: {
    zh: '尚未确认的操作，请说"这就帮您…"',
    en: 'claims an act nobody confirmed: say "I will"',
    ko: '확인되지 않은 처리입니다. "해 드리겠습니다"로 바꿔 주세요',
  },
  find: (text, context) => {
    const said = text.hits('claim')
    const open = said.filter((hit) => !isConfirmed(hit, text, context))
    const found = open.map((hit) => ({
      ...hit,
      level: levelOf(hit, context),
      fix: open.length === 1 && endsItsClause(hit, text) ? hit.fix : undefined,
    }))
    // which act a sentence claims examples do not tell: that is enough for a hint on a person's own words
    return context.kind === 'draft' ? [...found, ...unlisted('R124', 'hint', text, said)] : found
  },
}

/** In a draft the agent may well have done what they say, unless the order is known to stand elsewhere. */
function levelOf({ act }: Hit, context: GuardContext): Level {
  const isUntrue =
    act === 'order.dispatch' && /^(?:created|paid)$/.test(String(knownValue(context, 'order.state') ?? ''))
  return context.kind === 'draft' && !isUntrue ? 'hint' : 'block'
}

/** The future form takes the place of a whole statement, nothing less. */
function endsItsClause({ to }: Hit, { text }: CheckedText): boolean {
  return /^[了啦哦呢哈的亲~\s]*(?:$|[,，。.!！?？;；])/.test(text.slice(to))
}

function isConfirmed(hit: Hit, text: CheckedText, context: GuardContext): boolean {
  if (hit.act === undefined) return (context.confirmed?.length ?? 0) > 0
  if (context.confirmed?.includes(hit.act)) return true
  if (hit.act !== 'order.dispatch') return false
  return (
    prints(text, context, { start: 0, end: text.original.length }, 'order.tracking', 'order.courier') ||
    /^(?:dispatched|delivered)$/.test(String(knownValue(context, 'order.state') ?? ''))
  )
}
