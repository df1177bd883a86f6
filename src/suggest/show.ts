import type { Verdict } from '../guard/index.ts'
import type { Suggestion, Todo } from '../protocol/index.ts'
import { guardContextOf } from './guard-context.ts'
import type { Dropped } from './offer.ts'
import type { Ranked } from './rank.ts'
import { reasonsOf } from './reasons.ts'
import type { Turn } from './turn.ts'

/** The first `limit` ranked offers that the guard lets through, as suggestions; the blocked ones leave `blocked:rule` in `dropped`. */
export function show(turn: Turn, ranked: Iterable<Ranked>, dropped: Dropped[]): Suggestion[] {
  const { guard } = turn.deps
  const context = guardContextOf(turn, 'fill')
  const shown: Suggestion[] = []
  for (const place of ranked) {
    if (shown.length === turn.input.limit) break
    const { text, printed } = place.offer.filled
    const verdict = guard.check(text, printed.length === 0 ? context : { ...context, printed })
    if (verdict.verdict === 'block') {
      const rule = verdict.warnings.find((warning) => warning.level === 'block')?.rule ?? 'guard'
      dropped.push({ scriptId: place.offer.candidate.entry.script.id, code: `blocked:${rule}` })
    } else shown.push(suggestionOf(turn, place, verdict, shown.length))
  }
  return shown
}

function suggestionOf(turn: Turn, { offer, score }: Ranked, verdict: Verdict, position: number): Suggestion {
  const { input, deps, analysis } = turn
  const { script } = offer.candidate.entry
  const gloss =
    analysis.locale === input.uiLocale ? undefined : deps.library.get(script.id.replace(/^[a-z]+/, input.uiLocale))
  return {
    id: `${input.turnId}.${position + 1}`,
    scriptId: script.id,
    intent: offer.candidate.topic,
    tier: script.tier,
    text: offer.filled.text,
    templateText: offer.template,
    parts: [{ kind: 'text', text: offer.filled.text }],
    score: Math.round(score * 1000) / 1000,
    reasons: reasonsOf(offer, deps.weights, deps.topicName, input.uiLocale),
    asks: [...script.asks],
    missing: [...offer.filled.missing],
    todo: script.does ? [todoOf(turn, script.does)] : [],
    warnings: verdict.warnings,
    ...(gloss ? { gloss: gloss.script.wordings[0]!.short } : {}),
  }
}

/** Slots worth copying into the order's remark or the task, in the order an agent would write them. */
const COPIED = ['compare.asked', 'colour', 'size', 'flavour', 'quantity', 'courier', 'date', 'time'] as const

function todoOf({ facts }: Turn, action: Todo['action']): Todo {
  const copy = COPIED.flatMap((slot) => facts.get(slot)?.text ?? []).join(' ')
  return copy === '' ? { action, done: false } : { action, copy, done: false }
}
