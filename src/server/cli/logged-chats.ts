import { type LoggedChat, type LoggedLine, namesOf, type Secret, secretsOfFacts } from '../../insight/index.ts'
import type { FeedbackRequest, Message } from '../../protocol/index.ts'
import type { Connection } from '../adapters/database/connection.ts'
import { createQueries } from '../adapters/database/queries.ts'
import type { LogRecord, Talk } from '../ports.ts'

/** From `since` up to, but not with, `until`, in epoch milliseconds: the time of a conversation's first message. */
export interface Span {
  readonly since: number
  readonly until: number
}

/** The conversations of a store that began in a span, in the order in which they began. */
export async function talksOfStore({ db }: Connection, store: string, { since, until }: Span): Promise<Talk[]> {
  const rows = await db
    .selectFrom('events')
    .select(({ fn }) => ['channel', 'conversation', fn.min('n').as('first'), fn.min('at').as('begun')])
    .where('store', '=', store)
    .where('kind', '=', 'message')
    .groupBy(['channel', 'conversation'])
    .orderBy('first')
    .execute()
  return rows
    .filter(({ begun }) => Number(begun) >= since && Number(begun) < until)
    .map(({ channel, conversation }) => ({ store, channel, conversationId: conversation }))
}

/** The chats one by one; those in which not both sides have said something are left out. */
export async function* loggedChats(connection: Connection, talks: readonly Talk[]): AsyncGenerator<LoggedChat> {
  const { records } = createQueries(connection)
  for (const talk of talks) {
    const found = await records(talk)
    const lines = found.flatMap((record) => lineOf(record) ?? [])
    if (!lines.some(({ role }) => role === 'shopper') || !lines.some(({ role }) => role === 'agent')) continue
    const secrets = found.flatMap(({ kind, body }) => (kind === 'facts' ? secretsOfFacts(body) : []))
    yield { channel: talk.channel, id: talk.conversationId, lines, secrets }
  }
}

/** What everybody is called who wrote or worked for the store in these conversations. */
export async function agentNames(connection: Connection, talks: readonly Talk[]): Promise<Secret[]> {
  const { records } = createQueries(connection)
  const names = new Set<string>()
  for (const talk of talks) {
    for (const { kind, body } of await records(talk)) {
      if (kind !== 'message' && kind !== 'feedback') continue
      const { agent } = body as Pick<Message | FeedbackRequest, 'agent'>
      for (const name of [agent?.id, agent?.name]) if (name) for (const one of namesOf(name)) names.add(one)
    }
  }
  return [...names].map((text) => ({ text, mask: 'name' }))
}

/** What bots and the system said, what was taken back, and what was erased is no line. */
function lineOf({ kind, at, body }: LogRecord): LoggedLine | undefined {
  if (kind !== 'message') return undefined
  const message = body as Message
  const { role, text = '', ref } = message
  const isProduct = message.kind === 'product' && ref?.id !== undefined
  if ((role !== 'shopper' && role !== 'agent') || message.kind === 'recall') return undefined
  if (text.trim() === '' && (message.kind === undefined || message.kind === 'text')) return undefined
  return {
    ...{ role, text, kind: message.kind },
    at: message.at === undefined ? at : Date.parse(message.at),
    agent: role === 'agent' ? message.agent?.id : undefined,
    product: isProduct ? ref.id : undefined,
  }
}
