import type { Verdict } from '../guard/index.ts'
import { analyse, initialState } from '../intents/index.ts'
import type { Locale } from '../protocol/index.ts'
import { guardContextOf } from './guard-context.ts'
import type { SuggestDeps } from './suggest.ts'
import { openTurn } from './turn.ts'

/** Judges wordings of scripts that answer nothing in particular yet, slots and all, by what the store promises; `now` in epoch milliseconds. */
export function wordingCheck(
  deps: SuggestDeps,
  { uiLocale, now }: { readonly uiLocale: Locale; readonly now: number },
): (text: string, script: { readonly locale: Locale; readonly intents: readonly string[] }) => Verdict {
  const contextIn = (locale: Locale) => {
    const input = {
      turnId: 'script',
      because: 'manual',
      limit: 1,
      channel: 'web',
      roles: [],
      messages: [],
      now,
    } as const
    const analysis = analyse([], initialState(locale), deps.analyse, now)
    return guardContextOf(openTurn({ ...input, uiLocale }, analysis, deps), 'script')
  }
  const contexts: Partial<Record<Locale, ReturnType<typeof contextIn>>> = {}
  return (text, { locale, intents }) => {
    contexts[locale] ??= contextIn(locale)
    return deps.guard.check(text, { ...contexts[locale], intents })
  }
}
