import { type Candidate, type Filled, fill, unmet } from '../scripts/index.ts'
import { featuresOf, type Offer, reachOf, topicFit, withText } from './features.ts'
import type { Turn } from './turn.ts'

/** A candidate that is not offered, and why: a failed condition, `lacks:slot`, `abstained`, `repeated`, `blocked:rule`. */
export interface Dropped {
  readonly scriptId: string
  readonly code: string
}

/** Filled beyond the number asked for, of one topic: what the guard stops and what says the same is replaced from these. */
const SPARE = 2
/** Topics of which that many are filled before the rest no longer matters. */
const TOPICS = 2

/**
 * The best candidates whose conditions hold and whose required slots are known, filled. They are tried in the order of the score they can reach at most, a
 * few per topic, so that most of a large library never needs a text; the others leave their reason in `dropped`.
 */
export function offer(turn: Turn, candidates: readonly Candidate[], dropped: Dropped[]): Offer[] {
  const perTopic = turn.input.limit + SPARE
  const taken = new Map<string, number>()
  const offers: Offer[] = []
  for (const { candidate, fit } of prospects(turn, candidates)) {
    if (offers.length === perTopic * TOPICS) break
    const ofTopic = taken.get(candidate.topic) ?? 0
    if (ofTopic === perTopic) continue
    const said = refusal(turn, candidate) ?? say(turn, candidate)
    if (typeof said === 'string') {
      dropped.push({ scriptId: candidate.entry.script.id, code: said })
      continue
    }
    taken.set(candidate.topic, ofTopic + 1)
    const { analysis, input } = turn
    const features = withText(featuresOf(candidate, fit), candidate, said.filled, analysis, input.query ?? '')
    offers.push({ candidate, ...said, features })
  }
  return offers
}

/** The candidates with the score each can reach, best first. */
function prospects({ analysis, deps, fits }: Turn, candidates: readonly Candidate[]) {
  return candidates
    .map((candidate) => {
      const fit = fits.get(candidate.topic) ?? topicFit(candidate.topic, candidate.topicShare, analysis)
      return { candidate, fit, reach: reachOf(candidate, fit, deps.weights) }
    })
    .sort((a, b) => b.reach - a.reach || a.candidate.entry.position - b.candidate.entry.position)
}

function refusal(turn: Turn, { entry }: Candidate): string | undefined {
  if (turn.abstain && entry.traits.tier === 'answer') return 'abstained'
  return entry.traits.plain ? undefined : unmet(entry.script, turn.situation)
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
