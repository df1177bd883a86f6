import type { Verdict } from '../guard/index.ts'
import type { Suggestion } from '../protocol/index.ts'
import type { Script } from '../scripts/index.ts'
import type { Features, Offer } from './features.ts'
import { guardContextOf } from './guard-context.ts'
import type { Placed } from './nudge.ts'
import type { Dropped } from './offer.ts'
import { todoOf, withReminder } from './order-note.ts'
import type { Ranked } from './rank.ts'
import { reasonsOf } from './reasons.ts'
import type { TrialArm } from './trials.ts'
import type { Turn } from './turn.ts'

/** What decided a suggestion's place: its features, and where two near-ties were drawn for, with what chance it came there. */
export interface Evidence {
  readonly features: Features
  readonly propensity?: number | undefined
  /** Which of the wordings that are being compared it is. */
  readonly trial?: TrialArm | undefined
}
export interface Shown {
  readonly suggestions: Suggestion[]
  /** One per suggestion. */
  readonly evidence: readonly Evidence[]
}

/** The first `limit` ranked offers that the guard lets through, as suggestions; the blocked ones leave `blocked:rule` in `dropped`. */
export function show(turn: Turn, ranked: Iterable<Placed>, dropped: Dropped[]): Shown {
  const { guard } = turn.deps
  const context = guardContextOf(turn, 'fill')
  const shown: Suggestion[] = []
  const evidence: Evidence[] = []
  for (const place of ranked) {
    if (shown.length === turn.input.limit) break
    const { text, printed } = place.offer.filled
    const verdict = guard.check(text, printed.length === 0 ? context : { ...context, printed })
    if (verdict.verdict === 'block') {
      const rule = verdict.warnings.find((warning) => warning.level === 'block')?.rule ?? 'guard'
      dropped.push({ scriptId: idOf(place.offer), code: `blocked:${rule}` })
    } else {
      shown.push(suggestionOf(turn, place, verdict, shown.length))
      evidence.push({ features: place.offer.features, propensity: place.propensity, trial: place.offer.trial })
    }
  }
  return { suggestions: withReminder(turn, shown), evidence }
}

function suggestionOf(turn: Turn, { offer, score }: Ranked, verdict: Verdict, position: number): Suggestion {
  const { input, deps, analysis } = turn
  const scripts = scriptsOf(offer)
  const glosses = analysis.locale === input.uiLocale ? [] : scripts.flatMap(({ id }) => glossOf(id, turn) ?? [])
  return {
    id: `${input.turnId}.${position + 1}`,
    scriptId: idOf(offer),
    intent: offer.candidate.topic,
    tier: scripts[0]!.tier,
    text: offer.filled.text,
    templateText: offer.template,
    parts: [{ kind: 'text', text: offer.filled.text }],
    score: Math.round(score * 1000) / 1000,
    reasons: reasonsOf(offer, deps.weights, deps.topicName, input.uiLocale),
    asks: scripts.flatMap(({ asks }) => asks),
    missing: [...offer.filled.missing],
    todo: [...new Set(scripts.flatMap(({ does }) => does ?? []))].map((action) => todoOf(turn, action)),
    warnings: verdict.warnings,
    ...(glosses.length > 0 ? { gloss: glosses.join(' ') } : {}),
  }
}

function scriptsOf({ candidate, parts }: Offer): Script[] {
  return (parts ?? [{ candidate }]).map(({ candidate: { entry } }) => entry.script)
}

/** `a+b` for a reply that was joined from two. */
function idOf(offer: Offer): string {
  return scriptsOf(offer)
    .map(({ id }) => id)
    .join('+')
}

/** The same script in the agent's language. */
function glossOf(scriptId: string, { deps, input }: Turn): string | undefined {
  return deps.library.get(scriptId.replace(/^[a-z]+/, input.uiLocale))?.script.wordings[0]?.short
}
