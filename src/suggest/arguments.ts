import { normalise, remember } from '../intents/index.ts'
import type { Locale, State } from '../protocol/index.ts'
import type { Argument, Library } from '../scripts/index.ts'
import { ARGUMENT_CUES } from './argument-cues.ts'

/** Each would give something on top of a price that was granted: a concession closes them (F8 rung 5). */
const CLOSED_BY_CONCESSION: readonly Argument[] = [
  'sum',
  'bundle',
  'quantity',
  'promotion',
  'discount',
  'coupon',
  'member',
  'offers',
  'figure',
  'lead',
  'concession',
  'budget',
  'threshold',
  'gift',
]
/** Facts beside being arguments: who asks for one is told it again. */
const FACTS: ReadonlySet<Argument> = new Set([
  'value',
  'quality',
  'lasting',
  'service',
  'sum',
  'bundle',
  'promotion',
  'discount',
  'coupon',
  'member',
  'threshold',
  'gift',
  'cheaper',
])
const REMEMBERED = 2048

export function isFact(argument: Argument): boolean {
  return FACTS.has(argument)
}

/** What the agent has argued with in this talk: with the scripts sent and in own words. */
export function argumentsUsed({ used, said, locale, conceded }: State, library: Pick<Library, 'get'>): Set<Argument> {
  const found = new Set<Argument>()
  for (const id of used) {
    // two scripts in one reply stand under `a+b`
    for (const part of id.split('+'))
      for (const argument of library.get(part)?.script.argument ?? []) found.add(argument)
  }
  for (const line of said) for (const argument of ARGUED[locale](line)) found.add(argument)
  if (conceded) for (const argument of CLOSED_BY_CONCESSION) found.add(argument)
  return found
}

const ARGUED: Readonly<Record<Locale, (line: string) => readonly Argument[]>> = {
  zh: arguedIn('zh'),
  en: arguedIn('en'),
  ko: arguedIn('ko'),
}

function arguedIn(locale: Locale): (line: string) => readonly Argument[] {
  const cues = Object.entries(ARGUMENT_CUES[locale]) as [Argument, RegExp][]
  return remember((line) => {
    const { text } = normalise(line)
    return cues.flatMap(([argument, cue]) => (cue.test(text) ? [argument] : []))
  }, REMEMBERED)
}
