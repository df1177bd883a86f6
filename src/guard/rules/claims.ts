import type { CheckedText, Hit } from '../checked-text.ts'
import type { GuardContext, Rule } from '../context.ts'
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
  find: (text, context) =>
    text
      .hits('claim')
      .filter((hit) => !isConfirmed(hit, text, context))
      .map((hit) => ({ ...hit, level: context.kind === 'draft' ? ('hint' as const) : ('block' as const) })),
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
