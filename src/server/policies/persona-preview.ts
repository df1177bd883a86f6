import type { Persona } from '../../policy/index.ts'
import type { Locale, PersonaPreview } from '../../protocol/index.ts'
import { type SuggestDeps, voiceAlone, voicedWordings, wordingCheck } from '../../suggest/index.ts'
import { createPauses } from '../in-slices.ts'

/** In which channel and language, how many examples, and when: epoch milliseconds. */
export interface PreviewOf {
  readonly channel: string
  readonly locale: Locale
  readonly limit: number
  readonly now: number
}

/** An agent to speak: nobody's name in particular. */
const AGENT = { id: 'preview', name: '{{agent}}' }

/** The whole library in a new voice beside the present one, and before the guard; pauses for live conversations. */
export async function previewPersona(
  deps: SuggestDeps,
  persona: Persona,
  { channel, locale, limit, now }: PreviewOf,
): Promise<PersonaPreview> {
  const store = { ...deps.store, persona }
  const alone = (of: SuggestDeps['store']) =>
    voiceAlone({ store: of, catalogue: deps.catalogue, locale, channel, agent: AGENT, now })
  const [before, after] = [alone(deps.store), alone(store)]
  const isBlocked = (of: SuggestDeps) => {
    const check = wordingCheck(of, { uiLocale: locale, now })
    return (text: string, script: Parameters<typeof check>[1]) => check(text, script).verdict === 'block'
  }
  const [wasBlocked, isNowBlocked] = [isBlocked(deps), isBlocked({ ...deps, store })]
  const blocked: string[] = []
  const examples: PersonaPreview['examples'] = []
  const shown = new Set<string>()
  let changed = 0
  const pause = createPauses()
  const { entries } = deps.library.shelf(locale)
  for (const entry of entries) {
    const { script } = entry
    const others = voicedWordings(entry, before, after).filter((one) => one.before !== one.after)
    if (others.length > 0) {
      changed += 1
      if (others.some((one) => isNowBlocked(one.after, script) && !wasBlocked(one.before, script)))
        blocked.push(script.id)
      if (examples.length < limit && !shown.has(script.category)) {
        shown.add(script.category)
        // a form that another voice words otherwise tells more than an address word
        const most = others.reduce((best, one) => (distance(one) > distance(best) ? one : best))
        examples.push({ scriptId: script.id, category: script.category, ...most })
      }
    }
    await pause()
  }
  return { store: store.id, channel, locale, scripts: entries.length, changed, blocked, examples }
}

/** How many letters of one text stand elsewhere in the other, about. */
function distance({ before, after }: { readonly before: string; readonly after: string }): number {
  const letters = new Set(before)
  let others = Math.abs(before.length - after.length)
  for (const letter of after) if (!letters.has(letter)) others += 1
  return others
}
