import type { ContinuationRow, Continued, ReadTurn, SlotRow } from '../../insight/index.ts'
import { extract, goesOn, type SlotName } from '../../intents/index.ts'
import type { Entity, Locale, Message, State } from '../../protocol/index.ts'
import { type SuggestDeps, suggest } from '../../suggest/index.ts'
import { turnInput } from './turn-input.ts'

/** The slot values of one message, by the store's catalogue and calendar. */
export function readSlots({ text, expects, at }: SlotRow, locale: Locale, deps: SuggestDeps): Entity[] {
  const { timezone, resolveProduct } = deps.analyse
  return extract(text, { locale, timezone, resolveProduct, expects: expects as SlotName[], at })
}

/** What is suggested after a bare answer. */
export function goOn(row: ContinuationRow, locale: Locale, deps: SuggestDeps): Continued {
  const { kind, text, ref } = row
  const messages: Message[] = [...row.before, { role: 'shopper', kind, text, ref }]
  const input = turnInput(locale)
  const { suggestions, state } = suggest({ ...input, messages, now: row.at ?? input.now }, deps)
  return {
    suggestions: suggestions.map(
      ({ intent, scriptId }) => new Set([intent, ...(deps.library.get(scriptId)?.topics ?? [])]),
    ),
    slots: state.slots,
  }
}

/** Cuts a row of timed messages into turns as the gateway does, and reads each. */
export function readBurst(messages: readonly Message[], locale: Locale, deps: SuggestDeps): ReadTurn[] {
  const turns: { messages: number[]; families: string[] }[] = []
  let turn: Message[] = []
  let before: State | undefined
  let state: State | undefined
  messages.forEach((message, index) => {
    const goes = goesOn(turn, message)
    if (!goes) before = state
    turn = goes ? [...turn, message] : [message]
    const answer = suggest({ ...turnInput(locale), messages: turn, before }, deps)
    state = answer.state
    const read = {
      messages: goes ? [...turns.pop()!.messages, index] : [index],
      families: answer.intents.map(({ family }) => family),
    }
    turns.push(read)
  })
  return turns
}
