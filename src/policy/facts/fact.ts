import type { SlotName } from '../../intents/index.ts'
import type { Voice } from './voice.ts'

/** What the store knows for one slot, in the locale it was asked for. */
export interface Fact {
  /** Ready to print in a script; empty for switches, personal data and voice slots that the store leaves out. */
  readonly text: string
  /** For conditions and for the guard: a switch value, a number in the slot's unit, an id or ISO date, or the text itself. */
  readonly value: string | number | boolean
  readonly source: FactOrigin
  /** One line in the locale: where the figure comes from, for the agent's eyes. */
  readonly why?: string
  /** ISO 8601: when the figure was read, if the source said so. */
  readonly asOf?: string
  /** Too old to be sure of: `text` says so in brackets; where a clause ends behind it, it may stand as `bare`, a comma and `by` instead. */
  readonly hedged?: { readonly bare: string; readonly by: string }
}

export type FactOrigin = 'product' | 'policy' | 'calc' | 'order' | 'shopper' | 'message' | 'persona'

/** Every slot's value for one turn; worked out when asked for, once. */
export interface FactSource {
  get(name: SlotName): Fact | undefined
  /** The slots the shopper would have to tell before this one can be worked out; never answered by a guess. */
  missing(name: SlotName): readonly SlotName[]
  /** The facts handed out so far, in order of first use. */
  used(): ReadonlyMap<SlotName, Fact>
  /** Pieces left by variant as the client told them, unless that is too long ago. */
  readonly liveStock?: Readonly<Record<string, number>> | undefined
  /** How the store words what scripts say; absent = as they are written. */
  readonly voice?: Voice | undefined
}
