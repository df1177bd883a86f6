import { asksForPicture, familyOf, type SlotName } from '../intents/index.ts'
import { type Candidate, type Filled, fill, type Script, type Template, unmetIn } from '../scripts/index.ts'
import { isFact } from './arguments.ts'
import { BestFirst } from './best-first.ts'
import { isCasual, isSlang } from './casual.ts'
import { featuresOf, type Offer, reachOf, type TopicFit, topicFit, wantedFit } from './features.ts'
import { isSuppressed, wonIn } from './learned.ts'
import { typeMet } from './shopper-types.ts'
import { formsHere, type TrialArm } from './trials.ts'
import type { Turn } from './turn.ts'

/** A candidate that is not offered, and why: a failed condition, `lacks:slot`, `known:slot`, `needless:slot`, `abstained`, `repeated`, `argued:argument`, `suppressed`, `blocked:rule`. */
export interface Dropped {
  readonly scriptId: string
  readonly code: string
}

/** Filled beyond the number asked for, of one topic: what the guard stops and what says the same is replaced from these. */
const SPARE = 2
/** Topics of which that many are filled before the rest no longer matters: of two, and of as many as are surely asked about. */
const TOPICS = 2
const SURELY = 0.6

/**
 * The best candidates whose conditions hold and whose required slots are known, filled. They are tried in the order of the score they can reach at most, a
 * few per topic, so that most of a large library never needs a text; in a turn that is to be explained the others leave their reason in `dropped`. What was
 * argued before comes again only when nothing else is left.
 */
export function offer(turn: Turn, candidates: readonly Candidate[], dropped: Dropped[]): Offer[] {
  const { analysis, input } = turn
  const perTopic = input.limit + SPARE
  const asked = analysis.intents.filter(({ confidence }) => confidence >= SURELY).length
  const enough = perTopic * Math.max(TOPICS, asked)
  const fits = fitsOf(turn, candidates)
  const won = wonIn(turn)
  const unmet = unmetIn(turn.situation)
  const best = new BestFirst(
    candidates.map((candidate, i) =>
      reachOf(candidate, fits[i]!, turn.deps.weights, analysis.state.types, won(candidate)),
    ),
    (a, b) => candidates[a]!.entry.position < candidates[b]!.entry.position,
  )
  const taken = new Map<string, number>()
  const offers: Offer[] = []
  const spent: number[] = []
  const add = (index: number, { filled, template, trial }: Wording) => {
    const candidate = candidates[index]!
    const features = featuresOf(candidate, fits[index]!, filled, analysis, '', won(candidate))
    const type = typeMet(candidate.entry.traits, analysis.state.types)
    offers.push({ candidate, filled, template, features, type, trial })
  }
  while (offers.length < enough) {
    const next = best.next()
    if (next === undefined) break
    const candidate = candidates[next]!
    const ofTopic = taken.get(candidate.topic) ?? 0
    if (ofTopic === perTopic) continue
    const argued = argues(turn, candidate)
    const said = refusal(turn, candidate, unmet) ?? argued ?? say(turn, candidate)
    if (argued !== undefined && said === argued) spent.push(next)
    if (typeof said === 'string') {
      if (input.explain) dropped.push({ scriptId: candidate.entry.script.id, code: said })
      continue
    }
    taken.set(candidate.topic, ofTopic + 1)
    add(next, said)
  }
  if (offers.length > 0) return offers
  for (const next of spent.slice(0, perTopic)) {
    const said = say(turn, candidates[next]!)
    if (typeof said !== 'string') add(next, said)
  }
  return offers
}

/** How the topic of each candidate fits; those of one topic stand together. */
function fitsOf({ fits, analysis }: Turn, candidates: readonly Candidate[]): TopicFit[] {
  const out: TopicFit[] = []
  let before: Candidate | undefined
  for (const candidate of candidates) {
    const { topic, topicShare, flow } = candidate
    const isSame = topic === before?.topic && topicShare === before.topicShare && flow === before.flow
    out.push(isSame ? out.at(-1)! : wantedFit(fits.get(topic) ?? topicFit(topic, topicShare, analysis), flow))
    before = candidate
  }
  return out
}

/** `argued:fairness` when a candidate argues with what was argued before. */
function argues({ analysis, argued }: Turn, { entry, topic }: Candidate): string | undefined {
  const { argument } = entry.script
  if (argument.length === 0) return undefined
  const isBargaining = analysis.state.haggle !== undefined || familyOf(topic) === 'price_haggle'
  const used = argument.find((one) => (isBargaining || !isFact(one)) && argued().has(one))
  return used && `argued:${used}`
}

function refusal(turn: Turn, { entry, topic }: Candidate, unmet: ReturnType<typeof unmetIn>): string | undefined {
  if (turn.abstain && entry.traits.tier === 'answer') return 'abstained'
  if (isSuppressed(turn, entry, topic)) return 'suppressed'
  return unmet(entry.conditions) ?? asksForKnown(turn, entry.script) ?? asksInVain(turn, entry.script)
}

/** What the shopper has told or shown is not asked for, whether or not the store has a card of the product. */
function asksForKnown({ analysis, situation, facts }: Turn, { asks }: Script): string | undefined {
  const isKnown = (slot: SlotName) =>
    slot === 'product_ref'
      ? situation.product !== undefined || facts.get('product.name') !== undefined
      : slot in analysis.state.slots
  return asks.length > 0 && asks.every(isKnown) ? `known:${asks[0]}` : undefined
}

/** Height and weight where no size chart goes by them, neither the product's nor, while none is named, any of the store's: a shoe fits by the foot. */
function asksInVain({ deps, situation }: Turn, { asks }: Script): string | undefined {
  if (asks.length === 0 || !asks.every((slot) => slot === 'height' || slot === 'weight')) return undefined
  const measures: ReadonlySet<SlotName> = deps.catalogue.measures(situation.product)
  return measures.size > 0 && !asks.some((slot) => measures.has(slot)) ? `needless:${asks[0]}` : undefined
}

/** A filled text and the template it was made of. */
export interface Wording {
  readonly filled: Filled
  readonly template: string
  /** The wordings it is compared with. */
  readonly trial?: TrialArm | undefined
}

/**
 * The wording for this moment: the opening form for the agent's first turn and for duties, the short one inside a running talk; the next wording
 * when one was already said or is too casual for a formal shopper (R44) or for the store's own voice. A string is the reason why nothing can be said.
 */
export function say(turn: Turn, { entry }: Candidate): Wording | string {
  const { traits } = entry
  const { forms, trial } = formsHere(turn, entry)
  const length = turn.situation.first || traits.required ? 'open' : 'short'
  const { said } = turn.analysis.state
  let reason = 'repeated'
  let casual: Wording | undefined
  for (let i = 0; i < forms.length; i += 1) {
    const filled = fill(forms[i]![length], turn.facts)
    if ('lacks' in filled) reason = `lacks:${filled.lacks}`
    else if (turn.analysis.kind === 'image' && asksForPicture(filled.text)) reason = 'known:picture'
    else if (!said.includes(filled.text)) {
      const wording = { filled, template: forms[i]!.wording[length], trial: i === 0 ? trial : undefined }
      if (isFitting(filled.text, forms[i]![length], turn)) return wording
      casual ??= wording
    }
  }
  return casual ?? reason
}

/** Chatty words are for neither a formal shopper nor a formal store, words of the net for no store that wants none. */
function isFitting(text: string, template: Template, { analysis, facts: { voice } }: Turn): boolean {
  const isFormal = analysis.state.register === 'formal' || voice?.formality === 'formal'
  if (isFormal && isCasual(text, analysis.locale)) return false
  return !voice?.isSlangAvoided || !isSlang(template)
}
