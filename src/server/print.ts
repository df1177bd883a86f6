import { hash } from 'node:crypto'
import type { EventRequest, Message } from '../protocol/index.ts'

/** A short fingerprint of what a record says, to tell a repeated record from another one under the same id. */
export function printOf(...parts: readonly unknown[]): string {
  return hash('sha1', JSON.stringify(parts), 'base64url')
}

/** What makes two messages the same: not when they were sent, nor by which of the agents. */
export function printOfMessage({ role, kind, text, ref }: Message): string {
  return printOf(role, kind ?? 'text', text ?? '', ref?.id ?? '', ref?.url ?? '')
}

/** What makes two reports the same event of a conversation. */
export function printOfEvent(topic: string, { type, at, data }: Pick<EventRequest, 'type' | 'at' | 'data'>): string {
  return printOf(topic, type, at, data ?? {})
}
