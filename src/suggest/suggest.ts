import type { Guard } from '../guard/index.ts'
import {
  type AnalyseDeps,
  type Analysis,
  analyse,
  initialState,
  isQuestion,
  stageAfterEvent,
} from '../intents/index.ts'
import { type Catalogue, type Store, unknownFactKeys } from '../policy/index.ts'
import type { Answer, Facts, Locale, Message, Role, State } from '../protocol/index.ts'
import { type Library, type Query, retrieve } from '../scripts/index.ts'
import { nextStep } from './next-step.ts'
import { type Dropped, offer } from './offer.ts'
import { rank } from './rank.ts'
import { show } from './show.ts'
import { openTurn, type Turn } from './turn.ts'
import type { Weights } from './weights.ts'

/** One turn to answer. `messages` are those since `before`; without `before` the whole talk. Times in epoch milliseconds. */
export interface SuggestInput {
  readonly turnId: string
  readonly conversationId?: string | undefined
  readonly messageIds?: readonly string[]
  readonly messages: readonly Message[]
  readonly before?: State | undefined
  readonly because: Answer['because']
  readonly event?: string | undefined
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
  readonly weights: Weights
  readonly topicName: (topic: string, locale: Locale) => string
}

/** An answer with the whole state after it, from which the talk goes on. */
export type Suggested = Answer & { readonly state: State }

/**
 * The pipeline: analyse -> retrieve -> fill -> rank -> guard. Synchronous and pure: no disk, queue, model or network, and the same input
 * gives the same answer (`timings.totalMs` is left to the caller, who has a clock).
 */
export function suggest(input: SuggestInput, deps: SuggestDeps): Suggested {
  const before = input.before ?? initialState(input.locale ?? deps.store.locales[0]!)
  const analysis = afterEvent(analyse(input.messages, before, deps.analyse, input.now), input.event)
  const opened = openTurn(input, analysis, deps)
  const dropped: Dropped[] = []
  const stages = (turn: Turn, query: Query) =>
    show(turn, rank(offer(turn, retrieve(deps.library, query), dropped), analysis, deps.weights), dropped)

  const first = opened.isOutOfScope ? [] : stages(opened, queryOf(opened))
  // an answer with little behind it stays away like one to a doubtful reading
  const turn = opened.mayAbstain && isWeak(first) ? { ...opened, abstain: true } : opened
  const found = turn === opened ? first : stages(turn, queryOf(turn))
  const gap = found.length === 0 ? gapOf(turn, dropped) : undefined
  // an agent is never left alone (P1): clarifying and holding lines stand in, and the gap is counted
  const shown =
    gap && gap !== 'nothing_to_answer'
      ? stages(turn, { locale: analysis.locale, text: '', topics: [], categories: standInsFor(turn) })
      : found

  const unknownFacts = input.facts ? unknownFactKeys(input.facts) : []
  return {
    turnId: input.turnId,
    ...(input.conversationId === undefined ? {} : { conversationId: input.conversationId }),
    messageIds: [...(input.messageIds ?? input.messages.flatMap((message) => message.messageId ?? []))],
    because: input.because,
    locale: analysis.locale,
    abstained: !shown.some((suggestion) => suggestion.tier === 'answer'),
    ...(gap ? { gap } : {}),
    intents: [...analysis.intents],
    entities: [...analysis.entities],
    state: analysis.state,
    suggestions: shown,
    ...(unknownFacts.length > 0 ? { unknownFacts } : {}),
    ...(input.explain ? { dropped } : {}),
    timings: { totalMs: 0 },
  }
}

/** The least score of an answer that leads: of 255 that led in real turns, read one by one, 7 of the 10 below it would have embarrassed, 59 of those above. */
const LEADING = 1.5

function isWeak([first]: Suggested['suggestions']): boolean {
  return first?.tier === 'answer' && first.score < LEADING
}

/** An event moves the talk to its stage before anything is looked for: after a payment no pre-sale line fits. */
function afterEvent(analysis: Analysis, event: string | undefined): Analysis {
  const stage = stageAfterEvent(analysis.state.stage, event)
  return stage === analysis.state.stage ? analysis : { ...analysis, state: { ...analysis.state, stage } }
}

/** True in any store, whatever was said: one moment, unknown, clarify; who asks wants a word that somebody looks, not a question back. */
const STAND_INS = { asked: ['C07', 'C40', 'C11'], told: ['C11', 'C07'], outOfScope: ['C41', 'C40', 'C11'] }

function standInsFor({ analysis, isOutOfScope }: Turn): readonly string[] {
  if (isOutOfScope) return STAND_INS.outOfScope
  return isQuestion(analysis.text) ? STAND_INS.asked : STAND_INS.told
}

/** Kinds that are never guessed at: seen, one moment; in after-sale they are evidence, and the next step asks for the rest (F20). */
const UNREADABLE: ReadonlySet<Analysis['kind']> = new Set(['image', 'voice', 'video', 'file'])
const LOOKING = ['C07']
const EVIDENCE = ['C95', 'C07']
/** What to look for: what the agent types, else the event, else what the shopper means, else the next step. */
function queryOf(turn: Turn): Query {
  const { input, analysis, abstain, fits, situation } = turn
  const { locale } = analysis
  const topics = analysis.topics.filter(({ name }) => fits.has(name))
  if (input.query) return { locale, text: input.query, topics, anyTopic: true }
  if (input.event !== undefined) return { locale, text: '', topics: [], event: input.event }
  if (UNREADABLE.has(analysis.kind) && analysis.text === '') {
    // what was asked for has come: the matter goes on
    if (topics.length > 0) return { locale, text: '', topics, categories: LOOKING }
    return { locale, text: '', topics: [], categories: situation.stage === 'aftersale' ? EVIDENCE : LOOKING }
  }
  if (analysis.topics.length === 0)
    return { locale, text: '', topics, categories: nextStep(analysis, input.facts?.order) }
  return { locale, text: analysis.text.slice(0, 200), topics, categories: abstain ? standInsFor(turn) : [] }
}

function gapOf(turn: Turn, dropped: readonly Dropped[]): NonNullable<Answer['gap']> {
  if (turn.analysis.intents.length === 0 && turn.input.event === undefined) return 'nothing_to_answer'
  if (dropped.some(({ code }) => code.startsWith('blocked:'))) return 'all_blocked'
  return turn.analysis.abstained ? 'out_of_scope' : 'no_script'
}
