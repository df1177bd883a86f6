import type { Desk } from '../desk.ts'
import type { KeyMap } from '../keys.ts'
import type { Language, Words } from '../words/language.ts'

/** What every view is given: the desk, the words, and what only the page can do. */
export interface Ui {
  readonly desk: Desk
  readonly language: Language
  readonly words: Words
  readonly keys: KeyMap
  /** The service's time, epoch milliseconds. */
  readonly now: number
  /** Names of slots, as far as they are known. */
  slotName(slot: string): string
  /** Products to choose from by name; empty where they cannot be read. */
  products(): Promise<readonly { readonly id: string; readonly name: string }[]>
  /** Asks the host to turn to another conversation, and to hold its shopper there. */
  select(conversationId: string, hold: boolean): void
  saveReply(): void
  undo: (() => void) | undefined
  /** Gives the focus back to the reply box. */
  leave(): void
}
