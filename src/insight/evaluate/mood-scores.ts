import { z } from 'zod'
import { initialState } from '../../intents/index.ts'
import { Haggle, Locale, type Message, Mood, Register, type State } from '../../protocol/index.ts'

/**
 * A shopper's message with what a careful reader hears in it. `before` is how the talk stood; `agent` is what the agent has said since. `types` are the
 * customer types (playbook 5) that the words alone show. Of the part `held` only totals were read while the word lists were tuned.
 */
export const MoodRow = z.strictObject({
  id: z.string(),
  locale: Locale,
  part: z.enum(['tune', 'held']),
  text: z.string().min(1),
  before: z
    .strictObject({ mood: Mood.optional(), haggle: Haggle.optional(), agent: z.string().optional() })
    .default({}),
  mood: Mood,
  register: Register,
  haggle: Haggle.optional(),
  buying: z.boolean().default(false),
  types: z.array(z.string()).default([]),
})
export type MoodRow = z.infer<typeof MoodRow>

/** How well one label was heard; shares are 0..1, and 1 where there was nothing to hear. `count` is how many rows carry it. */
export interface LabelScore {
  readonly label: string
  readonly count: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** `macroF1` is the mean over the labels, the neutral one left out: most messages carry it, and silence would get it right. */
export interface LabelScores {
  readonly accuracy: number
  readonly macroF1: number
  readonly labels: readonly LabelScore[]
}

export interface MoodScores {
  readonly messages: number
  readonly mood: LabelScores
  readonly register: LabelScores
  readonly haggle: LabelScores
  readonly buying: LabelScore
  /** All types together, each counted by itself. */
  readonly types: LabelScore
}

/** From this on a signal counts as heard. */
const HEARD = 0.3
const READY_TO_BUY = 0.5
/** Types that a message shows by its words; the others follow from mood, register, haggling and the course of the talk. */
const IN_WORDS: ReadonlySet<string> = new Set('T01 T03 T04 T08 T09 T11 T13 T15 T16 T17 T21 T22'.split(' '))

/** Scores the states that `fold` makes of the rows' messages on top of the states before. */
export function moodScoresOf(
  rows: readonly MoodRow[],
  fold: (messages: readonly Message[], before: State) => State,
): MoodScores {
  const states = rows.map((row) => fold(messagesOf(row), stateBefore(row)))
  const compare = (wanted: (row: MoodRow) => readonly string[], heard: (state: State) => readonly string[]) =>
    rows.map((row, i): Pair => ({ wanted: wanted(row), heard: heard(states[i]!) }))
  return {
    messages: rows.length,
    mood: labelScoresOf(
      compare(
        ({ mood }) => [mood],
        ({ mood }) => [mood],
      ),
      'calm',
    ),
    register: labelScoresOf(
      compare(
        ({ register }) => [register],
        ({ register }) => [register],
      ),
      'neutral',
    ),
    haggle: labelScoresOf(
      compare(
        ({ haggle = 'none' }) => [haggle],
        ({ haggle = 'none' }) => [haggle],
      ),
      'none',
    ),
    buying: scoreOf(
      'buying',
      compare(({ buying }) => (buying ? ['buying'] : []), boughtOf),
    ),
    types: scoreOf(
      'types',
      compare(({ types }) => types, typesOf),
    ),
  }
}

function messagesOf({ before, text }: MoodRow): Message[] {
  const said: Message = { role: 'shopper', text }
  return before.agent === undefined ? [said] : [{ role: 'agent', text: before.agent }, said]
}

function stateBefore({ before, locale }: MoodRow): State {
  const state = initialState(locale)
  return {
    ...state,
    mood: before.mood ?? state.mood,
    ...(before.haggle
      ? { rung: before.haggle === 'probe' ? 1 : 2, about: [{ name: `price_haggle.${before.haggle}`, share: 0.9 }] }
      : {}),
  }
}

function boughtOf({ buying = 0 }: State): string[] {
  return buying >= READY_TO_BUY ? ['buying'] : []
}

function typesOf({ types }: State): string[] {
  return types.flatMap(({ id, score }) => (IN_WORDS.has(id) && score >= HEARD ? [id] : []))
}

interface Pair {
  readonly wanted: readonly string[]
  readonly heard: readonly string[]
}

function labelScoresOf(pairs: readonly Pair[], neutral: string): LabelScores {
  const labels = [...new Set(pairs.flatMap(({ wanted, heard }) => [...wanted, ...heard]))].sort()
  const scores = labels.map((label) => {
    const only = (all: readonly string[]) => all.filter((one) => one === label)
    return scoreOf(
      label,
      pairs.map(({ wanted, heard }) => ({ wanted: only(wanted), heard: only(heard) })),
    )
  })
  const telling = scores.filter(({ label, count }) => label !== neutral && count > 0)
  return {
    accuracy: ratio(pairs.filter(({ wanted, heard }) => wanted[0] === heard[0]).length, pairs.length),
    macroF1: ratio(
      telling.reduce((sum, { f1 }) => sum + f1, 0),
      telling.length,
    ),
    labels: scores,
  }
}

function scoreOf(label: string, pairs: readonly Pair[]): LabelScore {
  let right = 0
  let wanted = 0
  let heard = 0
  for (const pair of pairs) {
    wanted += pair.wanted.length
    heard += pair.heard.length
    right += pair.heard.filter((one) => pair.wanted.includes(one)).length
  }
  return {
    label,
    count: wanted,
    precision: ratio(right, heard),
    recall: ratio(right, wanted),
    f1: ratio(2 * right, wanted + heard),
  }
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}
