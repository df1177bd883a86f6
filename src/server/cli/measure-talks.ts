import type { ContinuationRow, Continued, ReadTurn, SlotRow } from '../../insight/index.ts'
import { extract, goesOn, type SlotName } from '../../intents/index.ts'
import type { Entity, Locale, Message, State } from '../../protocol/index.ts'
import { type SuggestDeps, suggest } from '../../suggest/index.ts'

/** Any day on which nothing depends. */
const NOW = Date.parse('2026-01-05T10:00:00Z')

/** The slot values of one message, by the store's catalogue and calendar. */
export function readSlots({ text, expects, at }: SlotRow, locale: Locale, deps: SuggestDeps): Entity[] {
  const { timezone, resolveProduct } = deps.analyse
  return extract(text, { locale, timezone, resolveProduct, expects: expects as SlotName[], at })
}

/** What is suggested after a bare answer. */
export function goOn(row: ContinuationRow, locale: Locale, deps: SuggestDeps): Continued {
  const { kind, text, ref } = row
  const messages: Message[] = [...row.before, { role: 'shopper', kind, text, ref }]
  const { suggestions, state } = suggest({ ...inputOf(locale), messages, now: row.at ?? NOW }, deps)
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
    const answer = suggest({ ...inputOf(locale), messages: turn, before, now: NOW }, deps)
    state = answer.state
    const read = {
      messages: goes ? [...turns.pop()!.messages, index] : [index],
      families: answer.intents.map(({ family }) => family),
    }
    turns.push(read)
  })
  return turns
}

function inputOf(locale: Locale) {
  return {
    turnId: 'eval',
    because: 'message',
    channel: 'web',
    roles: ['agent'],
    uiLocale: locale,
    locale,
    limit: 3,
  } as const
}
