import type { Entry, Form } from '../scripts/index.ts'
import type { Turn } from './turn.ts'

/** Wordings of one script that are being compared. */
export interface Trial {
  readonly id: string
  readonly forms: readonly Form[]
}

/** The trial of a script that goes on now. */
export type TrialOf = (scriptId: string) => Trial | undefined

/** Which of `of` wordings a text is. */
export interface TrialArm {
  readonly id: string
  readonly arm: number
  readonly of: number
}

/** The wordings to be tried in this talk, in order; `trial` says what the first of them is part of. */
export interface FormsHere {
  readonly forms: readonly Form[]
  readonly trial?: TrialArm | undefined
}

/**
 * A script's wordings. While some are compared a conversation gets one of them, always the same one, and those that are not compared when it was said. Calls without a
 * conversation see no trial.
 */
export function formsHere({ input, deps }: Turn, { script, forms }: Entry): FormsHere {
  const { conversationId, channel } = input
  const trial = conversationId === undefined ? undefined : deps.trials?.(script.id)
  if (!trial) return { forms }
  const of = trial.forms.length
  const arm = armOf(trial.id, of, channel, conversationId!)
  const compared = new Set(trial.forms.map(({ wording }) => `${wording.open}\n${wording.short}`))
  const others = forms.filter(({ wording }) => !compared.has(`${wording.open}\n${wording.short}`))
  return { forms: [trial.forms[arm]!, ...others], trial: { id: trial.id, arm, of } }
}

/** Which wording a conversation gets: by chance, and the same on every node and at every time. */
export function armOf(trial: string, of: number, channel: string, conversationId: string): number {
  return Math.floor((mixed(JSON.stringify([trial, channel, conversationId])) / 2 ** 32) * of)
}

/** FNV-1a with the last mixing of MurmurHash3: ids that differ in their last letter fall apart. */
function mixed(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
