import { performance } from 'node:perf_hooks'
import { type Percentiles, percentilesOf } from '../../insight/index.ts'
import { featuresOf, intentsOf, normalise, sharesOf } from '../../intents/index.ts'
import type { Locale } from '../../protocol/index.ts'
import { type SuggestDeps, suggest } from '../../suggest/index.ts'

const WARM_UP = 300

/** Microseconds per message of reading the intents alone and of the whole pipeline, after a warm-up. */
export function measureLatency(
  messages: readonly { readonly text: string; readonly locale: Locale }[],
  deps: SuggestDeps,
  now: number,
): { classify: Percentiles; suggest: Percentiles } {
  const classifyOne = ({ text, locale }: { text: string; locale: Locale }) => {
    const model = deps.analyse.models[locale]
    intentsOf(model, sharesOf(model, featuresOf(normalise(text).text)))
  }
  const suggestOne = ({ text, locale }: { text: string; locale: Locale }) => {
    const input = {
      turnId: 't',
      because: 'message',
      channel: 'web',
      roles: [],
      uiLocale: locale,
      limit: 3,
      now,
    } as const
    suggest({ ...input, locale, messages: [{ role: 'shopper', text }] }, deps)
  }
  for (const message of messages.slice(0, WARM_UP)) {
    classifyOne(message)
    suggestOne(message)
  }
  const time = (step: (message: { text: string; locale: Locale }) => void) =>
    percentilesOf(
      messages.map((message) => {
        const start = performance.now()
        step(message)
        return (performance.now() - start) * 1000
      }),
    )
  return { classify: time(classifyOne), suggest: time(suggestOne) }
}
