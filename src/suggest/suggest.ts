import type { Guard } from '../guard/index.ts'
import { type AnalyseDeps, type Analysis, analyse, initialState, statusChange } from '../intents/index.ts'
import { type Catalogue, type Store, type ToldFacts, unknownFactKeys } from '../policy/index.ts'
import type { Answer, Facts, Happening, Locale, Role, State } from '../protocol/index.ts'
import type { Library, Lookup, Query } from '../scripts/index.ts'
import { candidatesOf } from './candidates.ts'
import { compose } from './compose.ts'
import { withMargin } from './conceded.ts'
import type { Flows } from './flows/index.ts'
import type { Learned } from './learned.ts'
import { nudge } from './nudge.ts'
import { type Dropped, offer } from './offer.ts'
import { queryOf, standInsFor } from './query.ts'
import { rank } from './rank.ts'
import { search } from './search.ts'
import { type Evidence, type Shown, show } from './show.ts'
import type { TrialOf } from './trials.ts'
import { openTurn, type Turn } from './turn.ts'
import { isWeak } from './weak.ts'
import type { Weights } from './weights.ts'

/** One turn to answer. `messages` are those since `before`; without `before` the whole talk. Times in epoch milliseconds. */
export interface SuggestInput {
  readonly turnId: string
  readonly conversationId?: string | undefined
  readonly messageIds?: readonly string[]
  readonly messages: readonly Happening[]
  readonly before?: State | undefined
  readonly because: Answer['because']
  readonly channel: string
  readonly agent?: { readonly id: string; readonly name?: string | undefined } | undefined
  readonly roles: readonly Role[]
  readonly facts?: Facts | undefined
  readonly locale?: Locale | undefined
  readonly uiLocale: Locale
  readonly limit: number
  readonly query?: string | undefined
  readonly explain?: boolean | undefined
  readonly now: number
}

/** What a store brings to every turn; built once, replaced as a whole. */
export interface SuggestDeps {
  readonly analyse: AnalyseDeps
  readonly library: Library
  readonly store: Store
  readonly catalogue: Catalogue
  readonly guard: Guard
  readonly flows: Flows
  readonly weights: Weights
  readonly topicName: (topic: string, locale: Locale) => string
  /** What this store has learned; absent = nothing, or learning is off. */
  readonly learned?: Learned | undefined
  /** What people of the store have told where its files say nothing. */
  readonly told?: ToldFacts | undefined
  /** Wordings that are being compared; absent = none. */
  readonly trials?: TrialOf | undefined
  /** How what agents type finds scripts; absent = without pinyin. */
  readonly lookup?: Lookup | undefined
  /** A lead has switched suggestions off for a while: messages are read, and nothing is offered. */
  readonly isPaused?: boolean | undefined
  /** 0 <= x < 1, for exploring among near-ties; absent where the same input must give the same order. */
  readonly draw?: (() => number) | undefined
}

/** An answer with the whole state after it, from which the talk goes on. */
export type Suggested = Omit<Answer, 'state'> & {
  readonly state: State
  /** Per suggestion what its place was decided by; never shown, for the log. */
  readonly evidence: readonly Evidence[]
  /** What the guard kept away, and by which rule; for the log. */
  readonly blocked: readonly { readonly scriptId: string; readonly rule: string }[]
}

/**
 * The pipeline: analyse -> retrieve -> fill -> rank -> compose -> guard. Synchronous and pure: no disk, queue, model or network, and the same input
 * gives the same answer (`timings.totalMs` is left to the caller, who has a clock).
 */
export function suggest(input: SuggestInput, deps: SuggestDeps): Suggested {
  const before = input.before ?? initialState(input.locale ?? deps.store.locales[0]!)
  const analysis = analyse(withOrder(input.messages, before, input.facts), before, deps.analyse, input.now)
  const opened = openTurn(input, analysis, deps)
  const dropped: Dropped[] = []
  const stages = (turn: Turn, query: Query) =>
    show(
      turn,
      nudge(turn, compose(turn, rank(offer(turn, candidatesOf(turn, query), dropped), analysis, deps.weights))),
      dropped,
    )

  if (deps.isPaused) return { ...answerOf(input, analysis, opened, NOTHING), paused: true }
  const { gap, ...shown } = input.query ? searched(opened, input.query, dropped) : answered(opened, stages, dropped)
  return {
    ...answerOf(input, analysis, opened, shown),
    ...(gap ? { gap } : {}),
    blocked: blockedIn(dropped),
    ...(input.explain ? { dropped } : {}),
  }
}

function answerOf(
  input: SuggestInput,
  analysis: Analysis,
  { cost }: Turn,
  { suggestions, evidence }: Shown,
): Suggested {
  const unknownFacts = input.facts ? unknownFactKeys(input.facts) : []
  return {
    turnId: input.turnId,
    ...(input.conversationId === undefined ? {} : { conversationId: input.conversationId }),
    messageIds: [...(input.messageIds ?? input.messages.flatMap((message) => message.messageId ?? []))],
    because: input.because,
    locale: analysis.locale,
    abstained: !suggestions.some((suggestion) => suggestion.tier === 'answer'),
    intents: [...analysis.intents],
    entities: [...analysis.entities],
    state: withMargin(analysis.state, cost),
    suggestions,
    evidence,
    blocked: NONE,
    ...(unknownFacts.length > 0 ? { unknownFacts } : {}),
    timings: { totalMs: 0 },
  }
}

/** The talk, with what live facts show to have happened to the order since. */
function withOrder(messages: readonly Happening[], before: State, facts: Facts | undefined): readonly Happening[] {
  if (!facts?.order || messages.some(({ role }) => role === 'event')) return messages
  const change = statusChange(before.order, facts.order.status)
  return change ? [...messages, change] : messages
}

const NOTHING: Shown = { suggestions: [], evidence: [] }

/** What is shown, and why the library has nothing. */
type Found = Shown & { readonly gap: Answer['gap'] }

/** What fits the agent's own words: nothing else stands in for it. */
function searched(turn: Turn, typed: string, dropped: Dropped[]): Found {
  const shown = show(turn, search(turn, typed, dropped), dropped)
  const isBlocked = dropped.some(({ code }) => code.startsWith(BLOCKED))
  return { ...shown, gap: shown.suggestions.length > 0 ? undefined : isBlocked ? 'all_blocked' : 'no_script' }
}

function answered(opened: Turn, stages: (turn: Turn, query: Query) => Shown, dropped: readonly Dropped[]): Found {
  const first = opened.isOutOfScope ? NOTHING : stages(opened, queryOf(opened))
  // an answer with little behind it stays away like one to a doubtful reading
  const turn = opened.mayAbstain && leadsWeakly(first, opened.deps.weights) ? { ...opened, abstain: true } : opened
  const found = turn === opened ? first : stages(turn, queryOf(turn))
  const gap = found.suggestions.length === 0 ? gapOf(turn, dropped) : undefined
  if (!gap || gap === 'nothing_to_answer') return { ...found, gap }
  // an agent is never left alone (P1): clarifying and holding lines stand in, and the gap is counted
  const { locale } = turn.analysis
  return { ...stages(turn, { locale, text: '', topics: [], categories: standInsFor(turn) }), gap }
}

function leadsWeakly({ suggestions: [first], evidence }: Shown, weights: Weights): boolean {
  return first !== undefined && isWeak(first.tier, first.score, evidence[0]!.features, weights)
}

const BLOCKED = 'blocked:'
const NONE: Suggested['blocked'] = []

function blockedIn(dropped: readonly Dropped[]): Suggested['blocked'] {
  if (dropped.length === 0) return NONE
  return dropped.flatMap(({ scriptId, code }) =>
    code.startsWith(BLOCKED) ? [{ scriptId, rule: code.slice(BLOCKED.length) }] : [],
  )
}

function gapOf(turn: Turn, dropped: readonly Dropped[]): NonNullable<Answer['gap']> {
  if (turn.analysis.intents.length === 0 && turn.situation.event === undefined) return 'nothing_to_answer'
  if (dropped.some(({ code }) => code.startsWith(BLOCKED))) return 'all_blocked'
  return turn.analysis.abstained ? 'out_of_scope' : 'no_script'
}
