import type { Ranked } from './rank.ts'
import type { Turn } from './turn.ts'
import { isWeak } from './weak.ts'

/** A ranked offer with the chance that it came to its place, given those before it; absent where nothing was drawn for. */
export type Placed = Ranked & { readonly propensity?: number | undefined }

/** What the feedback of few agents adds at most. */
const LEAN = 0.3
/** What the agent's own choices add at most. */
const LIKING = 0.2
/** A smaller difference is not worth another order. */
const WORTH = 0.05
/** Two offers this close in value are as good as each other. */
const TIE = 0.05
/** So often the second of two near-ties is shown first. */
const EXPLORE = 0.15

/**
 * What may change the order by one place and no more: the feedback of fewer than five agents, what this agent likes, and exploration. Neighbours in the
 * list are swapped, each offer once at most; duties stay where they are.
 */
export function* nudge(turn: Turn, ranked: Iterable<Ranked>): Generator<Placed, void> {
  const { learned, draw } = turn.deps
  if (!learned && !draw) return yield* ranked
  let held: Ranked | undefined
  for (const next of ranked) {
    if (!held) {
      held = next
      continue
    }
    const gap = held.value - next.runnerUp
    const isOpen = gap >= 0 && !isDuty(held) && !isDuty(next) && isWeakIn(turn, held) === isWeakIn(turn, next)
    if (isOpen && leanOf(turn, next) - leanOf(turn, held) > gap + WORTH) {
      yield next
      yield held
      held = undefined
    } else if (isOpen && draw && gap <= TIE && areAlike(held, next)) {
      if (draw() < EXPLORE) {
        yield { ...next, propensity: EXPLORE }
        yield held
        held = undefined
      } else {
        yield { ...held, propensity: 1 - EXPLORE }
        held = next
      }
    } else {
      yield held
      held = next
    }
  }
  if (held) yield held
}

function isDuty({ offer }: Ranked): boolean {
  return offer.candidate.entry.traits.required
}

/** Whether answers are offered at all is seen from the first: no swap decides that. */
function isWeakIn({ deps }: Turn, { offer, score }: Ranked): boolean {
  return isWeak(offer.candidate.entry.traits.tier, Math.round(score * 1000) / 1000, offer.features, deps.weights)
}

/** Only what does the same for the talk is drawn for: to learn something no answer is put behind a holding line, and no words of the store's own behind a pack's. */
function areAlike(one: Ranked, other: Ranked): boolean {
  const [a, b] = [one, other].map(({ offer }) => offer.candidate.entry.traits)
  return a!.tier === b!.tier && a!.own === b!.own
}

function leanOf({ deps: { learned }, input, near }: Turn, { offer }: Ranked): number {
  if (!learned || offer.parts) return 0
  const { entry, topic } = offer.candidate
  const { id } = entry.script
  const lean = learned.stats.get(topic)?.get(id)?.lean ?? 0
  const sent = near().find(({ scriptId, isTrusted }) => scriptId === id && !isTrusted)?.near ?? 0
  const liking = input.agent ? learned.liking(input.agent.id, topic, id) : 0
  return LEAN * Math.max(-1, Math.min(1, lean + sent)) + LIKING * liking
}
