import { normalise } from '../intents/index.ts'
import type { GuardSettings } from '../policy/index.ts'
import type { CheckedText } from './checked-text.ts'
import type { Finding, Level } from './context.ts'

const ORDER: readonly Level[] = ['hint', 'warn', 'block']

/** A finding's level where the lead wants a rule to weigh more; nothing is ever made to weigh less. */
export function raised(level: Level, least: Level | undefined): Level {
  return least !== undefined && ORDER.indexOf(least) > ORDER.indexOf(level) ? least : level
}

type IsAllowed = (rule: string, finding: Finding) => boolean
const NOTHING: IsAllowed = () => false

/** Whether a finding lies within a phrase that the lead lets through for its rule; what the law forbids never does. */
export function allowances({ text, at }: CheckedText, settings: GuardSettings | undefined): IsAllowed {
  const places = (settings?.allow ?? []).flatMap(({ phrase, rule }) => {
    const written = normalise(phrase).text
    return occurrences(text, written).map((from) => ({ rule, ...at(from, from + written.length) }))
  })
  if (places.length === 0) return NOTHING
  return (rule, { start, end, law }) =>
    !law && places.some((place) => place.rule === rule && place.start <= start && end <= place.end)
}

function occurrences(text: string, phrase: string): number[] {
  const found: number[] = []
  if (phrase === '') return found
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) found.push(at)
  return found
}
