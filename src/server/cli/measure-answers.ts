import { type WithheldBecause, withheldBecause } from '../../insight/index.ts'
import type { Locale } from '../../protocol/index.ts'
import { type SuggestDeps, type Suggested, suggest } from '../../suggest/index.ts'
import { pipeline } from '../pipeline.ts'
import { turnInput } from './turn-input.ts'

/** What is suggested to one message by itself. */
export function answerAlone(text: string, locale: Locale, deps: SuggestDeps, explain = false): Suggested {
  return suggest({ ...turnInput(locale), messages: [{ role: 'shopper', text }], explain }, deps)
}

/** Why one message by itself gets no `answer`; undefined when it gets one. */
export function withheldAlone(text: string, locale: Locale, deps: SuggestDeps): WithheldBecause | undefined {
  const { abstained } = pipeline.read(text, [], locale, deps)
  return withheldBecause(
    answerAlone(text, locale, deps, true),
    abstained,
    (scriptId) => deps.library.get(scriptId)?.script.tier === 'answer',
  )
}
