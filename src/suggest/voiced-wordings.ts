import type { SlotName } from '../intents/index.ts'
import { createFacts, type FactSource, type FactsInput } from '../policy/index.ts'
import { type Entry, fill } from '../scripts/index.ts'

/** One form of a script as two voices say it; `path` like `wordings.0.short`. Facts stand as `{{slot}}`. */
export interface VoicedWording {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** Slots that are part of a voice; every other one is a fact, and stays the same in all voices. */
const VOICE: ReadonlySet<SlotName> = new Set(['you', 'self', 'shop', 'agent', 'smile'])

/** The facts of nobody in particular: the store's voice, and every other slot by its name. */
export function voiceAlone(input: Omit<FactsInput, 'slots'>): FactSource {
  const facts = createFacts({ ...input, slots: {} })
  return {
    ...facts,
    get: (name) => (VOICE.has(name) ? facts.get(name) : { text: `{{${name}}}`, value: name, source: 'policy' }),
  }
}

/** The forms of a script, as two voices say them. */
export function voicedWordings({ forms }: Entry, before: FactSource, after: FactSource): VoicedWording[] {
  return forms.flatMap((form, i) =>
    (['open', 'short'] as const).flatMap((length) => {
      const [was, is] = [fill(form[length], before), fill(form[length], after)]
      // every slot has a text here
      if ('lacks' in was || 'lacks' in is) return []
      return [{ path: `wordings.${i}.${length}`, before: was.text, after: is.text }]
    }),
  )
}
