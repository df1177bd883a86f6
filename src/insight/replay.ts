import { z } from 'zod'
import { analyse, goesOn, initialState, normalise } from '../intents/index.ts'
import type { Message, State } from '../protocol/index.ts'
import { type SuggestDeps, type Suggested, suggest } from '../suggest/index.ts'
import { matchSent } from './match-sent.ts'
import { printOfText } from './text-print.ts'

/** A chat that really took place, oldest line first; `at` = when a line was written, where that is known. */
export const PastChat = z.object({
  id: z.string(),
  turns: z.array(
    z.object({ role: z.enum(['shopper', 'agent']), text: z.string(), at: z.iso.datetime({ offset: true }).optional() }),
  ),
})
export type PastChat = z.infer<typeof PastChat>

/** What the shopper wrote in one breath, what would have been suggested, and what the agent sent. `place` = of the first suggestion that says the same, from 0. */
export interface ReplayedTurn {
  readonly shopper: readonly string[]
  readonly suggested: Suggested
  readonly sent: readonly string[]
  readonly place: number | undefined
}

/** Who replays, and when lines that carry no time were written: `now` in epoch milliseconds. */
export interface ReplayOptions {
  readonly now: number
  readonly channel: string
  readonly agent?: { readonly id: string } | undefined
  readonly limit: number
}

/**
 * Replays a chat and asks at every message that was answered: would the reply that was sent have been among the suggestions? The talk goes on with what was
 * really said. `deps` is asked anew for every turn, with the time of its newest line (epoch milliseconds), so that what was in force then and what was learned
 * meanwhile counts.
 */
export function* replay(
  { id, turns }: PastChat,
  deps: (at: number) => SuggestDeps,
  { now: usual, channel, agent, limit }: ReplayOptions,
): Generator<ReplayedTurn, void> {
  const breaths = breathsOf(turns)
  let before: State = initialState(deps(usual).store.locales[0]!)
  for (const [i, breath] of breaths.entries()) {
    const { role, messages } = breath
    const at = messages.at(-1)?.at
    const now = at === undefined ? usual : Date.parse(at)
    if (role === 'agent') {
      before = analyse(messages, before, deps(now).analyse, now).state
      continue
    }
    const input = { turnId: `${id}.${i}`, messages, before, because: 'message', channel, agent, limit, now } as const
    const suggested = suggest({ ...input, roles: ['agent'], uiLocale: before.locale }, deps(now))
    before = suggested.state
    const sent = repliesAfter(breaths, i)
    if (sent.length === 0) continue
    yield { shopper: messages.map(({ text = '' }) => text), suggested, sent, place: placeOf(sent, suggested) }
  }
}

/** How a library and its weights did on past chats. Every share is of the turns. */
export interface ReplayScores {
  readonly turns: number
  /** The reply that was sent says what the first suggestion says, or one of the first three. */
  readonly first: number
  readonly firstThree: number
  /** No answer was among the suggestions, or nothing at all. */
  readonly withoutAnswer: number
  readonly empty: number
}

export function scoresOf(turns: readonly ReplayedTurn[]): ReplayScores {
  const share = (is: (turn: ReplayedTurn) => boolean) => turns.filter(is).length / Math.max(1, turns.length)
  return {
    turns: turns.length,
    first: share(({ place }) => place === 0),
    firstThree: share(({ place }) => place !== undefined && place < 3),
    withoutAnswer: share(({ suggested }) => suggested.abstained),
    empty: share(({ suggested }) => suggested.suggestions.length === 0),
  }
}

interface Breath {
  readonly role: 'shopper' | 'agent'
  readonly messages: Message[]
}

function breathsOf(turns: PastChat['turns']): Breath[] {
  const breaths: Breath[] = []
  for (const { role, text, at } of turns) {
    if (text.trim() === '') continue
    const last = breaths.at(-1)
    const message: Message = { role, text, ...(at === undefined ? {} : { at }) }
    if (last?.role === role && goesOn(last.messages, message)) last.messages.push(message)
    else breaths.push({ role, messages: [message] })
  }
  return breaths
}

/** All that the agent wrote before the shopper went on. */
function repliesAfter(breaths: readonly Breath[], index: number): string[] {
  const next = breaths.findIndex(({ role }, i) => i > index && role === 'shopper')
  const replies = breaths.slice(index + 1, next < 0 ? breaths.length : next)
  return replies.flatMap(({ messages }) => messages.map(({ text = '' }) => text))
}

/** The place of the first suggestion that is a near paraphrase of one of the lines sent. */
function placeOf(sent: readonly string[], { suggestions }: Suggested): number | undefined {
  const offered = suggestions.map(({ text }, place) => ({ id: String(place), print: printOfText(factless(text)) }))
  const places = sent.flatMap((line) => {
    const match = matchSent(printOfText(factless(line)), offered)
    return match.how === 'own' ? [] : [Number(match.id)]
  })
  return places.length === 0 ? undefined : Math.min(...places)
}

const FIGURES = /\p{N}+(?:\.\p{N}+)?/gu
const VOICE = /亲亲?|客官|您好|[哦呢呀啊哈噢]|呵呵|~+/gu

/** A reply without its figures and its voice: two that differ in these only say the same, each with its own facts. */
function factless(text: string): string {
  return normalise(text).text.replace(FIGURES, '0').replace(VOICE, '')
}
