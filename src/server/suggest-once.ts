import type { Answer, Facts, Message, State, SuggestionsRequest } from '../protocol/index.ts'
import { narrow, type Principal, storeFor } from './access.ts'
import { type Conversation, shopperWaits, speaks, turnStart } from './conversation.ts'
import { DEFAULT_CHANNEL, type Gateway } from './gateway.ts'
import { mergePatch } from './merge-patch.ts'

/**
 * Answers a REST request: from its messages alone, or, with a conversationId, on top of the stored state and facts; only then is the answer
 * logged. Messages are never recorded. @throws HuashuError `forbidden`, `unknown_store`
 */
export function suggestOnce(gateway: Gateway, principal: Principal, request: SuggestionsRequest): Answer | Promise<Answer> {
  const store = storeFor(principal, gateway.engine, request.store)
  const { conversationId, channel = DEFAULT_CHANNEL } = request
  if (conversationId === undefined) return run(gateway, principal, request, store, undefined)
  return gateway.conversations.use({ store, channel, conversationId }, (conversation) => {
    const answer = run(gateway, principal, request, store, conversation)
    gateway.turns.record(conversation, answer)
    return answer
  })
}

function run(
  gateway: Gateway,
  principal: Principal,
  request: SuggestionsRequest,
  store: string,
  conversation: Conversation | undefined,
): Answer {
  const deps = gateway.engine.deps(store)
  const { agent, channel = DEFAULT_CHANNEL, conversationId, explain, limit = 3, locale, query } = request
  const part = conversation ? turnOnTop(conversation, request.messages, gateway, store) : turnAlone(request, gateway, store)
  const newest = request.messages.at(-1)
  const answer = gateway.metrics.timed(() =>
    gateway.pipeline.suggest(
      {
        turnId: gateway.turns.newTurnId(),
        conversationId,
        messages: part.turn,
        before: part.before,
        because: query === undefined && part.turn.at(-1)?.role === 'agent' ? 'agent_reply' : query === undefined ? 'message' : 'manual',
        channel,
        agent: principal.agent ?? agent,
        roles: narrow(principal.roles, agent?.roles),
        facts: mergePatch(conversation?.facts, request.facts ?? {}) as Facts,
        locale,
        uiLocale: request.uiLocale ?? deps.store.locales[0]!,
        limit,
        query,
        explain,
        now: newest?.at ? Date.parse(newest.at) : gateway.clock.now(),
      },
      deps,
    ),
  )
  if (part.offset === 0) return answer
  return { ...answer, entities: answer.entities.map((entity) => ({ ...entity, messageIndex: entity.messageIndex + part.offset })) }
}

/** The turn to answer, the state before it, and where in the request's messages it begins. */
interface Part {
  readonly turn: readonly Message[]
  readonly before: State | undefined
  readonly offset: number
}

/** The same cut the stream makes, so that a talk sent whole gets the answer it would have got live. */
function turnAlone({ messages, locale }: SuggestionsRequest, gateway: Gateway, store: string): Part {
  const offset = turnStart(messages)
  if (offset === 0) return { turn: messages.filter(speaks), before: undefined, offset }
  return { turn: messages.slice(offset), before: foldTurns(messages.slice(0, offset), undefined, gateway, store), offset }
}

/** New messages continue the stored talk; when all of them are known the running turn is answered again. */
function turnOnTop(conversation: Conversation, messages: readonly Message[], gateway: Gateway, store: string): Part {
  const news = messages.filter(({ messageId }) => messageId === undefined || !conversation.seen.has(messageId))
  if (news.length === 0) return { turn: conversation.turn, before: conversation.before, offset: 0 }
  const whole = shopperWaits(conversation) ? [...conversation.turn, ...news] : news
  const start = turnStart(whole)
  if (whole === news) return { turn: news.slice(start), before: foldTurns(news.slice(0, start), conversation.state, gateway, store), offset: start }
  return {
    turn: whole.slice(start),
    before: start === 0 ? conversation.before : foldTurns(whole.slice(0, start), conversation.before, gateway, store),
    offset: start - conversation.turn.length,
  }
}
