import type { SlotName } from '../intents/index.ts'
import type { FactSource } from '../policy/index.ts'
import type { Template } from './template.ts'

/** A filled text, the slot values printed in it, and the optional slots that fell back. */
export interface Filled {
  readonly text: string
  readonly printed: readonly { readonly name: SlotName; readonly text: string; readonly why?: string }[]
  readonly missing: readonly SlotName[]
}

/** Fills a template, or names the required slot that has no value. */
export function fill(template: Template, facts: FactSource): Filled | { readonly lacks: SlotName } {
  const printed: Filled['printed'][number][] = []
  const missing: SlotName[] = []
  let text = ''
  let swallowComma = false
  for (const part of template) {
    if (typeof part === 'string') {
      // an empty address word takes its comma with it: "，这款…" would be no sentence
      text += swallowComma ? part.replace(/^[，,、!！~]\s*/, '') : part
      swallowComma = false
      continue
    }
    const fact = facts.get(part.slot)
    if (fact && fact.text !== '') {
      text += fact.text
      if (!part.voice)
        printed.push(
          fact.why === undefined
            ? { name: part.slot, text: fact.text }
            : { name: part.slot, text: fact.text, why: fact.why },
        )
    } else if (part.voice) {
      text += part.fallback ?? ''
      swallowComma = (part.fallback ?? '') === ''
    } else if (part.fallback === undefined) {
      return { lacks: part.slot }
    } else {
      text += part.fallback
      missing.push(part.slot)
    }
  }
  return { text: tidy(text), printed, missing }
}

function tidy(text: string): string {
  const plain = UNTIDY.test(text)
    ? text
        .replace(/\s+([，。！？、,.!?])/g, '$1')
        .replace(/([，。！？])[，。]/g, '$1')
        .replace(/ {2,}/g, ' ')
    : text
  return plain.trim()
}
const UNTIDY = /\s[，。！？、,.!?]|[，。！？][，。]| {2}/
