import { redact } from '../../intents/index.ts'
import type { Entity } from '../../protocol/index.ts'
import type { PastChat } from '../replay.ts'
import { type DoubtKind, doubtOf } from './doubt-of.ts'
import { hideMore } from './hide-more.ts'
import { hideSecrets } from './hide-secrets.ts'
import { namesOf } from './names-of.ts'
import type { Secret } from './secrets-of-facts.ts'

/** A line of a chat as the log has it; `at` in epoch milliseconds, `agent` = who wrote it, `product` = the id of a product that was sent. */
export interface LoggedLine {
  readonly role: 'shopper' | 'agent'
  readonly text: string
  readonly at: number
  readonly agent?: string | undefined
  readonly kind?: string | undefined
  readonly product?: string | undefined
}

export interface LoggedChat {
  readonly channel: string
  readonly id: string
  readonly lines: readonly LoggedLine[]
  /** What facts told of the shopper and the order. */
  readonly secrets: readonly Secret[]
}

/** A chat that names nobody: as `huashu replay` and `huashu mine` read it. */
export interface AnonymousChat extends PastChat {
  readonly channel: string
  readonly turns: (PastChat['turns'][number] & { at: string; agent?: string; kind?: string; product?: string })[]
}

/** A line worth reading before it is given away: the chat and the line, from 1, as they are in what is given away. */
export interface Doubt {
  readonly chat: string
  readonly line: number
  readonly kind: DoubtKind
  readonly text: string
}

export interface AnonymiseDeps {
  readonly entities: (text: string) => readonly Entity[]
  /** What all who write for the store are called; they are spoken of in each other's chats. */
  readonly agents: readonly Secret[]
  /** The same for the same id, and nothing that leads back to it. */
  readonly pseudonym: (of: 'chat' | 'agent', id: string) => string
  /** By how much the times of a chat are moved, in milliseconds: the same for all its lines. */
  readonly shift: (chat: string) => number
  /** Whether a number names a product of the store. */
  readonly isGoods: (number: string) => boolean
}

/** What is said again without what marks it as somebody's. */
const SAID_AGAIN = { recipient: 'name', address: 'address', email: 'email' } as const

/**
 * A chat without personal data: what live texts are redacted of, names once recognised wherever they stand, what facts and agents are called, and whatever looks
 * like a name or a long number. Ids become pseudonyms, times are moved. `doubts` = lines in which something may have slipped through all the same.
 */
export function anonymiseChat(
  { channel, id, lines, secrets }: LoggedChat,
  deps: AnonymiseDeps,
): { readonly chat: AnonymousChat; readonly doubts: readonly Doubt[] } {
  const key = `${channel} ${id}`
  const name = deps.pseudonym('chat', key)
  const shift = deps.shift(key)
  const known: Secret[] = [...secrets, ...deps.agents]
  const masked = lines.map(({ text }) => {
    const redacted = redact(text, deps.entities(text))
    for (const { slot, start, end } of redacted.spans)
      if (slot in SAID_AGAIN) known.push(...saidAgain(text.slice(start, end).trim(), slot as keyof typeof SAID_AGAIN))
    return redacted.text
  })
  const turns = lines.map(({ role, at, agent, kind, product }, i) => ({
    role,
    text: hideMore(hideSecrets(masked[i]!, known), deps.isGoods),
    at: new Date(at + shift).toISOString(),
    ...(agent === undefined ? {} : { agent: deps.pseudonym('agent', agent) }),
    ...(kind === undefined || kind === 'text' ? {} : { kind }),
    ...(product === undefined ? {} : { product }),
  }))
  const doubts = turns.flatMap(({ text }, i) => {
    const kind = doubtOf(text)
    return kind ? [{ chat: name, line: i + 1, kind, text }] : []
  })
  return { chat: { id: name, channel, turns }, doubts }
}

function saidAgain(text: string, slot: keyof typeof SAID_AGAIN): Secret[] {
  const mask = SAID_AGAIN[slot]
  return (mask === 'name' ? [...namesOf(text), ...givenName(text)] : text.length > 3 ? [text] : []).map((one) => ({
    text: one,
    mask,
  }))
}

/** 王小明 is 小明 to who knows him. */
function givenName(name: string): string[] {
  return /^(?:\p{Script=Han}{3}|\p{Script=Hangul}{3})$/u.test(name) ? [name.slice(1)] : []
}
