import { hash } from 'node:crypto'
import type { Message } from '../protocol/index.ts'

/** A short fingerprint of what a record says, to tell a repeated record from another one under the same id. */
export function printOf(...parts: readonly unknown[]): string {
  return hash('sha1', JSON.stringify(parts), 'base64url')
}

/** What makes two messages the same: not when they were sent, nor by which of the agents. */
export function printOfMessage({ role, kind, text, ref }: Message): string {
  return printOf(role, kind ?? 'text', text ?? '', ref?.id ?? '', ref?.url ?? '')
}
