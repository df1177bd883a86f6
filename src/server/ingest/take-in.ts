import { badRequest, Facts, HuashuError, type IngestResult } from '../../protocol/index.ts'
import type { Conversation } from '../conversation.ts'
import type { Conversations } from '../conversations.ts'
import type { IngestLimits } from '../gateway-limits.ts'
import type { IdentifiedMessage, Intake } from '../intake.ts'
import { saysOther } from '../known-ids.ts'
import { mergePatch } from '../merge-patch.ts'
import type { OpenTalks } from '../open-talks.ts'
import type { Push } from '../ports.ts'
import { printOfEvent, printOfMessage } from '../print.ts'
import { isEcho } from './echo.ts'
import { inTime } from './in-time.ts'
import type { Incoming, Mapped } from './incoming.ts'
import type { Source } from './source.ts'

/** An answer to what a shopper just said, for those who want to hear of it outside a socket. */
export interface Answered {
  readonly topic: string
  readonly conversationId: string
  /** How many lines agents had said by then. */
  readonly agentTurns: number
  readonly push: Push
}

export interface TakeInDeps {
  readonly conversations: Conversations
  readonly intake: Intake
  readonly openTalks: OpenTalks
  readonly limits: { readonly ingest: Pick<IngestLimits, 'durableWithinMs'> }
}

/**
 * Takes in a webhook and resolves once it is durable. Of one conversation all is taken in or nothing.
 * @throws HuashuError `bad_request`, `id_conflict`; `unavailable` when it is not durable in time, so that the platform sends it again
 */
export async function takeIn(
  source: Source,
  { incoming, ignored }: Mapped,
  deps: TakeInDeps,
  answered: (answer: Answered) => void,
): Promise<IngestResult> {
  const result: IngestResult = { messages: 0, events: 0, facts: 0, duplicates: 0, ignored: [...ignored] }
  const stored = incoming.map((news) =>
    deps.conversations.use(
      { store: source.store, channel: source.channel, conversationId: news.conversationId },
      (conversation) => takeOne(conversation, news, { ...deps, source, result, answered }),
    ),
  )
  await inTime(Promise.all(stored), deps.limits.ingest.durableWithinMs)
  return result
}

interface Task extends TakeInDeps {
  readonly source: Source
  readonly result: IngestResult
  readonly answered: (answer: Answered) => void
}

async function takeOne(conversation: Conversation, news: Incoming, task: Task): Promise<void> {
  const { intake, openTalks, result, source } = task
  check(conversation, news)
  serve(conversation, news.agent, openTalks)
  // before the messages, so that their answer knows them
  const facts = news.facts && intake.facts(conversation, news.facts)
  const before = conversation.current
  let isAsked = false
  const waits: Promise<boolean>[] = []
  for (const message of news.messages) {
    const isKnown = conversation.seen.has(message.messageId)
    if (!isKnown && isEcho(message, conversation.turn, source.isPlatformId)) {
      result.ignored.push('told by an agent’s client already')
      continue
    }
    isAsked ||= message.role === 'shopper' && !isKnown && !isOvertaken(conversation, message, 'agent')
    if (message.role === 'agent' && !isKnown) serve(conversation, message.agent, openTalks)
    result.messages += 1
    if (message.role === 'agent' && !isKnown && isOvertaken(conversation, message, 'shopper'))
      waits.push(recordLate(conversation, message, intake))
    else waits.push(intake.message(conversation, message).stored)
  }
  for (const { event, isUntimed } of news.events) {
    result.events += 1
    const isKnown = isUntimed && conversation.events.get(event.eventId)?.failed === false
    waits.push(isKnown ? Promise.resolve(true) : intake.event(conversation, event))
  }
  const { current: push, topic, conversationId, state } = conversation
  if (isAsked && push && push !== before) task.answered({ topic, conversationId, push, agentTurns: state.agentTurns })
  if (facts) result.facts += 1
  const duplicates = await Promise.all([...waits, facts])
  result.duplicates += duplicates.filter((was) => was === true).length
}

/** Replies are written for the agent whom the platform names, unless one looks at the conversation through a socket. */
function serve(conversation: Conversation, agent: Incoming['agent'], openTalks: OpenTalks): void {
  if (agent && openTalks.count(conversation.topic) === 0) conversation.desk = { ...conversation.desk, agent }
}

/** Whether somebody else has spoken since this was said: platforms send their webhooks side by side, and one may overtake another. */
function isOvertaken({ turn }: Conversation, { at }: IdentifiedMessage, by: 'agent' | 'shopper'): boolean {
  if (at === undefined) return false
  return turn.some(({ role, at: said }) => role === by && said !== undefined && Date.parse(said) > Date.parse(at))
}

/** An agent's line to what the shopper said before: the suggestions for what they have said since stay. Resolves to false once it is durable. */
async function recordLate(conversation: Conversation, message: IdentifiedMessage, intake: Intake): Promise<boolean> {
  intake.history(conversation, [message])
  await conversation.seen.get(message.messageId)?.stored
  return false
}

/** Finds what cannot be taken in before anything is. @throws HuashuError `bad_request`, `id_conflict` */
function check({ facts, seen, events, topic }: Conversation, news: Incoming): void {
  if (news.facts) {
    const merged = Facts.safeParse(mergePatch(facts, news.facts))
    if (!merged.success) throw badRequest(merged.error, 'facts')
  }
  for (const message of news.messages) {
    const known = seen.get(message.messageId)
    if (known && saysOther(known, printOfMessage(message))) throw conflict(`message "${message.messageId}"`)
  }
  for (const { event, isUntimed } of news.events) {
    const known = events.get(event.eventId)
    if (known && !isUntimed && saysOther(known, printOfEvent(topic, event))) throw conflict(`event "${event.eventId}"`)
  }
}

const conflict = (what: string) => new HuashuError('id_conflict', `${what} already stands for something else`)
