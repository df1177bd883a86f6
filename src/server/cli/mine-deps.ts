import type { MineDeps, MineJudge } from '../../insight/index.ts'
import { detectLocale, extract, intentsOf, readClauses, remember } from '../../intents/index.ts'
import type { Locale } from '../../protocol/index.ts'
import { parseTemplate, proposeFor } from '../../scripts/index.ts'
import { type SuggestDeps, wordingCheck } from '../../suggest/index.ts'
import { answerAlone } from './measure-answers.ts'

const REMEMBERED = 8_192

/** What mining asks of a store's pipeline; `now` in epoch milliseconds. */
export function mineDeps(deps: SuggestDeps, locale: Locale, now: number): MineDeps & MineJudge {
  const { models, resolveProduct, threshold } = deps.analyse
  const check = wordingCheck(deps, { uiLocale: locale, now })
  const read = remember((text: string) => {
    const model = models[detectLocale(text, locale)]
    const [first] = intentsOf(model, readClauses(model, text), 1)
    return { topic: first!.name, confidence: first!.confidence }
  }, REMEMBERED)
  const topics = (text: string) =>
    intentsOf(models[detectLocale(text, locale)], readClauses(models[detectLocale(text, locale)], text))
  return {
    threshold,
    entities: remember(
      (text: string) => extract(text, { locale, ...(resolveProduct ? { resolveProduct } : {}) }),
      REMEMBERED,
    ),
    read,
    topicsOf: remember((reply: string) => {
      const { intents } = proposeFor(reply, '', locale, deps.library, topics)
      return intents.length === 0 ? [read(reply).topic] : intents.map(({ name }) => name)
    }, REMEMBERED),
    answer(question) {
      const { abstained, suggestions } = answerAlone(question, locale, deps)
      return abstained ? undefined : suggestions[0]?.text
    },
    allowed(reply, topic) {
      const { verdict, fixed } = check(reply, { locale, intents: [topic] })
      const text = fixed ?? (verdict === 'block' ? undefined : reply)
      return text !== undefined && isTemplate(text) ? text : undefined
    },
  }
}

function isTemplate(text: string): boolean {
  try {
    parseTemplate(text)
    return true
  } catch {
    return false
  }
}
