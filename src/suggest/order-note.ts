import { promisesIn } from '../guard/index.ts'
import { remember } from '../intents/index.ts'
import type { Locale, Suggestion, Todo } from '../protocol/index.ts'
import type { Turn } from './turn.ts'

/** What of the talk an agent would write on the order, in that order. */
const COPIED = ['compare.asked', 'colour', 'size', 'flavour', 'quantity', 'courier', 'date', 'time'] as const
/** Promises that whoever packs the order must know of. */
const PACKED: ReadonlySet<string> = new Set(['gift', 'resend', 'free_postage'])
const PROMISED: Readonly<Record<Locale, string>> = { zh: '已答应', en: 'promised', ko: '약속' }
const PROMISE_LENGTH = 30
const REMEMBERED = 1_024

/** What of a line the packer must know, in its words; the same few lines are read turn by turn. */
const packedPromises = { zh: packedIn('zh'), en: packedIn('en'), ko: packedIn('ko') }

function packedIn(locale: Locale): (line: string) => readonly string[] {
  return remember(
    (line) =>
      promisesIn(line, locale).flatMap(({ what, start }) =>
        PACKED.has(what) ? line.slice(start, start + PROMISE_LENGTH) : [],
      ),
    REMEMBERED,
  )
}

/** The remark for the order as the talk gives it (F1 `NOTE`): what was chosen, what the shopper wishes, what was promised. Empty when there is nothing. */
export function orderNote(turn: Turn): string {
  const { analysis, input } = turn
  const { state } = analysis
  const promised = state.said
    .flatMap((line) => packedPromises[state.locale](line))
    .map((promise) => `${PROMISED[input.uiLocale]}: ${promise}`)
  return [chosenIn(turn), ...(state.wishes ?? []), ...promised].filter((part) => part !== '').join('; ')
}

function chosenIn({ facts }: Turn): string {
  return COPIED.flatMap((slot) => facts.get(slot)?.text ?? []).join(' ')
}

/** The act that a script announces, with what is to be copied for it: for a remark the whole note. */
export function todoOf(turn: Turn, action: Todo['action']): Todo {
  const copy = action === 'remark.add' ? orderNote(turn) : chosenIn(turn)
  return copy === '' ? { action, done: false } : { action, copy, done: false }
}

/** A paid order without its note is reminded of beside the first suggestion, until the note is there or ticked off. */
export function withReminder(turn: Turn, suggestions: Suggestion[]): Suggestion[] {
  const [first, ...rest] = suggestions
  const { state } = turn.analysis
  const isDue = state.order === 'paid' && !state.done?.includes('remark.add') && !turn.input.facts?.order?.remark
  if (!first || !isDue || suggestions.some(({ todo }) => todo.some(({ action }) => action === 'remark.add')))
    return suggestions
  const copy = orderNote(turn)
  if (copy === '') return suggestions
  return [{ ...first, todo: [...first.todo, { action: 'remark.add', copy, done: false }] }, ...rest]
}
