import type { Action, EventType, Intent } from '../protocol/index.ts'
import type { SaidScript } from './state.ts'

/** One step of a talk as it was understood, for what else is folded along with the state. Texts are in matching form. */
export type Moment =
  | {
      readonly role: 'shopper'
      readonly text: string
      readonly intents: readonly Intent[]
      /** True when the shopper answers what the agent has asked. */
      readonly answers: boolean
    }
  | {
      readonly role: 'agent'
      readonly text: string
      /** The script the line is; absent for own words. */
      readonly script: SaidScript | undefined
      /** True when the line greets or buys time and answers nothing. */
      readonly holds: boolean
      /** Epoch milliseconds, as far as the line's time is known. */
      readonly at?: number | undefined
    }
  | { readonly role: 'event'; readonly type: EventType; readonly action?: Action | undefined }
