import type { Answer, Facts, Happening, State, SuggestionsRequest } from '../protocol/index.ts'
import type { SuggestDeps, Suggested } from '../suggest/index.ts'
import { type Conversation, speaks, turnStart } from './conversation.ts'
import { DEFAULT_CHANNEL, type Gateway } from './gateway.ts'
import { mergePatch } from './merge-patch.ts'
import { onWire } from './on-wire.ts'
import { narrow, type Principal, storeFor } from './principal.ts'

/**
 * Answers a REST request: from its messages alone, or, with a conversationId, on top of the stored state and facts; only then is the answer
 * logged. Messages are never recorded. @throws HuashuError `forbidden`, `unknown_store`
 */
export function suggestOnce(
  gateway: Gateway,
  principal: Principal,
  request: SuggestionsRequest,
): Answer | Promise<Answer> {
  const store = storeFor(principal, gateway.engine, request.store)
  const { conversationId, channel = DEFAULT_CHANNEL } = request
  if (conversationId === undefined) return run(gateway, principal, request, store, undefined).shown
  return gateway.conversations.use({ store, channel, conversationId }, (conversation) => {
    gateway.audit.read(conversation, principal, 'asked')
    const { answer, shown } = run(gateway, principal, request, store, conversation)
    gateway.turns.record(conversation, answer, (principal.agent ?? request.agent)?.id)
    conversation.aside = { turnId: shown.turnId, suggestions: shown.suggestions }
    return shown
  })
}

function run(
  gateway: Gateway,
  principal: Principal,
  request: SuggestionsRequest,
  store: string,
  conversation: Conversation | undefined,
): { readonly answer: Suggested; readonly shown: Answer } {
  const deps = gateway.engine.deps(store)
  const { agent, channel = DEFAULT_CHANNEL, conversationId, explain, limit = 3, locale, query } = request
  const { turn, before, offset } = cut(request, conversation, gateway, deps)
  const newest = turn.at(-1)?.at
  const now = newest ? Date.parse(newest) : gateway.clock.now()
  const { uiLocale = deps.store.locales[0]! } = request
  const answer = gateway.metrics.timed(() =>
    gateway.pipeline.suggest(
      {
        turnId: gateway.turns.newTurnId(),
        conversationId,
        messageIds: turn.filter(speaks).flatMap(({ messageId }) => messageId ?? []),
        messages: turn,
        before,
        because: becauseOf(turn, query),
        channel,
        agent: principal.agent ?? agent,
        roles: narrow(principal.roles, agent?.roles),
        facts: mergePatch(conversation?.facts, request.facts ?? {}) as Facts,
        locale,
        uiLocale,
        limit,
        query,
        explain,
        now,
      },
      gateway.engine.deps(store, now),
    ),
  )
  const shown = onWire(answer, deps.flows, uiLocale)
  if (offset === 0) return { answer, shown }
  const entities = answer.entities.map((entity) => ({ ...entity, messageIndex: entity.messageIndex + offset }))
  return { answer, shown: { ...shown, entities } }
}

/** The turn to answer, the state before it, and where in the request's messages it begins. */
interface Cut {
  readonly turn: readonly Happening[]
  readonly before: State | undefined
  readonly offset: number
}

/**
 * Cuts a talk where the stream would have cut it, so that a talk sent whole gets the answer it would have got live. Messages that a stored
 * conversation knows already are left out; when it knows all of them its running turn is answered again.
 */
function cut(
  { messages, locale }: SuggestionsRequest,
  conversation: Conversation | undefined,
  gateway: Gateway,
  deps: SuggestDeps,
): Cut {
  const news = messages.filter(({ messageId }) => messageId === undefined || !conversation?.seen.has(messageId))
  const whole = conversation ? [...conversation.turn, ...news] : messages
  const start = turnStart(whole)
  const before = conversation?.before
  return {
    turn: whole.slice(start),
    before:
      start === 0 ? before : gateway.pipeline.fold(whole.slice(0, start), before, deps, locale, gateway.clock.now()),
    offset: conversation ? 0 : start,
  }
}

function becauseOf(turn: readonly Happening[], query: string | undefined): Answer['because'] {
  if (query !== undefined) return 'manual'
  return turn.findLast(speaks)?.role === 'agent' ? 'agent_reply' : 'message'
}
