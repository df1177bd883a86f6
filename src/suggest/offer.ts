import { type Candidate, type Filled, fill, unmet } from '../scripts/index.ts'
import { type Features, featuresOf, type Offer, scoreOf, type TopicFit, topicFit, withText } from './features.ts'
import type { Turn } from './turn.ts'

/** A candidate that is not offered, and why: a failed condition, `lacks:slot`, `abstained`, `beside` the point, `repeated`, `blocked:rule`. */
export interface Dropped {
  readonly scriptId: string
  readonly code: string
}

/** Below this chance of being meant a script is beside the point: two good suggestions are better than three. */
const BESIDE = 0.12
/** As many are filled as the ten a client may ask for need, with some to spare for those the guard stops. */
const FILLED = 18

/**
 * The best candidates whose conditions hold and whose required slots are known, filled. They are tried in the order of the score they can reach at most, so
 * that most of a large library never needs a text; the others leave their reason in `dropped`.
 */
export function offer(turn: Turn, candidates: readonly Candidate[], dropped: Dropped[]): Offer[] {
  const promising = prospects(turn, candidates, dropped)
  const offers: Offer[] = []
  for (const { candidate, features } of promising) {
    if (offers.length === FILLED) break
    const { script } = candidate.entry
    const said = refusal(turn, candidate) ?? say(turn, candidate)
    if (typeof said === 'string') dropped.push({ scriptId: script.id, code: said })
    else
      offers.push({
        candidate,
        ...said,
        features: withText(features, candidate, said.filled, turn.analysis, turn.input.query ?? ''),
      })
  }
  return offers
}

/** The candidates that answer what was meant, with the score each can reach, best first. */
function prospects(turn: Turn, candidates: readonly Candidate[], dropped: Dropped[]) {
  const fits = new Map<string, TopicFit>()
  const list: { candidate: Candidate; features: Features; score: number }[] = []
  for (const candidate of candidates) {
    let fit = fits.get(candidate.topic)
    if (!fit) {
      fit = topicFit(candidate.topic, candidate.topicShare, turn.analysis)
      fits.set(candidate.topic, fit)
    }
    if (turn.unsolicited && fit.intent < BESIDE) {
      dropped.push({ scriptId: candidate.entry.script.id, code: 'beside' })
      continue
    }
    const features = featuresOf(candidate, fit)
    list.push({ candidate, features, score: scoreOf(features, turn.deps.weights) })
  }
  return list.sort((a, b) => b.score - a.score || a.candidate.entry.position - b.candidate.entry.position)
}

function refusal(turn: Turn, { entry }: Candidate): string | undefined {
  if (turn.abstain && entry.script.tier === 'answer') return 'abstained'
  return unmet(entry.script, turn.situation)
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
