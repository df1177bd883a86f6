import { type Candidate, type Filled, fill, unmet } from '../scripts/index.ts'
import { featuresOfOffer, type Offer } from './features.ts'
import type { Turn } from './turn.ts'

/** A candidate that is not offered, and why: a failed condition, `lacks:slot`, `abstained`, `repeated`, `blocked:rule`. */
export interface Dropped {
  readonly scriptId: string
  readonly code: string
}

/** Candidates whose conditions hold and whose required slots are known, filled; the others leave their reason in `dropped`. */
export function offer(turn: Turn, candidates: readonly Candidate[], dropped: Dropped[]): Offer[] {
  return candidates.flatMap((candidate): Offer[] => {
    const { script } = candidate.entry
    const code = unmet(script, turn.situation) ?? (turn.abstain && script.tier === 'answer' ? 'abstained' : undefined)
    const said = code ?? say(turn, candidate)
    if (typeof said === 'string') {
      dropped.push({ scriptId: script.id, code: said })
      return []
    }
    const features = featuresOfOffer(candidate, said.filled, turn.analysis, turn.input.query ?? '')
    return [{ candidate, ...said, features }]
  })
}

/**
 * The wording for this moment: the opening form for the agent's first turn and for duties, the short one inside a running talk; the next wording
 * when one was already said. A string is the reason why nothing can be said.
 */
function say(turn: Turn, { entry }: Candidate): { filled: Filled; template: string } | string {
  const { script, forms } = entry
  const form = turn.situation.first || script.required ? 'open' : 'short'
  const { said } = turn.analysis.state
  let reason = 'repeated'
  for (let wording = 0; wording < forms.length; wording += 1) {
    const filled = fill(forms[wording]![form], turn.facts)
    if ('lacks' in filled) reason = `lacks:${filled.lacks}`
    else if (!said.includes(filled.text)) return { filled, template: script.wordings[wording]![form] }
  }
  return reason
}
