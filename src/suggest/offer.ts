import { asksForPicture, type SlotName } from '../intents/index.ts'
import { type Candidate, type Filled, fill, type Script, unmet } from '../scripts/index.ts'
import { BestFirst } from './best-first.ts'
import { featuresOf, type Offer, reachOf, topicFit } from './features.ts'
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
 * few per topic, so that most of a large library never needs a text; in a turn that is to be explained the others leave their reason in `dropped`.
 */
export function offer(turn: Turn, candidates: readonly Candidate[], dropped: Dropped[]): Offer[] {
  const { analysis, input } = turn
  const perTopic = input.limit + SPARE
  const fits = candidates.map(({ topic, topicShare }) => turn.fits.get(topic) ?? topicFit(topic, topicShare, analysis))
  const best = new BestFirst(
    candidates.map((candidate, i) => reachOf(candidate, fits[i]!, turn.deps.weights)),
    (a, b) => candidates[a]!.entry.position < candidates[b]!.entry.position,
  )
  const taken = new Map<string, number>()
  const offers: Offer[] = []
  while (offers.length < perTopic * TOPICS) {
    const next = best.next()
    if (next === undefined) break
    const candidate = candidates[next]!
    const ofTopic = taken.get(candidate.topic) ?? 0
    if (ofTopic === perTopic) continue
    const said = refusal(turn, candidate) ?? say(turn, candidate)
    if (typeof said === 'string') {
      if (input.explain) dropped.push({ scriptId: candidate.entry.script.id, code: said })
      continue
    }
    taken.set(candidate.topic, ofTopic + 1)
    const features = featuresOf(candidate, fits[next]!, said.filled, analysis, input.query ?? '')
    offers.push({ candidate, filled: said.filled, template: said.template, features })
  }
  return offers
}

function refusal(turn: Turn, { entry }: Candidate): string | undefined {
  if (turn.abstain && entry.traits.tier === 'answer') return 'abstained'
  return unmet(entry.conditions, turn.situation) ?? asksForKnown(turn, entry.script)
}

/** What the shopper has told or shown is not asked for, whether or not the store has a card of the product. */
function asksForKnown({ analysis, situation, facts }: Turn, { asks }: Script): string | undefined {
  const isKnown = (slot: SlotName) =>
    slot === 'product_ref'
      ? situation.product !== undefined || facts.get('product.name') !== undefined
      : slot in analysis.state.slots
  return asks.length > 0 && asks.every(isKnown) ? `known:${asks[0]}` : undefined
}

/**
 * The wording for this moment: the opening form for the agent's first turn and for duties, the short one inside a running talk; the next wording
 * when one was already said. A string is the reason why nothing can be said.
 */
function say(turn: Turn, { entry }: Candidate): { filled: Filled; template: string } | string {
  const { forms, traits } = entry
  const length = turn.situation.first || traits.required ? 'open' : 'short'
  const { said } = turn.analysis.state
  let reason = 'repeated'
  for (let i = 0; i < forms.length; i += 1) {
    const filled = fill(forms[i]![length], turn.facts)
    if ('lacks' in filled) reason = `lacks:${filled.lacks}`
    else if (turn.analysis.kind === 'image' && asksForPicture(filled.text)) reason = 'known:picture'
    else if (!said.includes(filled.text)) return { filled, template: forms[i]!.wording[length] }
  }
  return reason
}
