import type { SlotName } from '../intents/index.ts'
import type { Fact, FactSource } from '../policy/index.ts'
import type { Template, TemplateSlot } from './template.ts'
import { voiced } from './voice/voiced.ts'

/** A filled text, the slot values printed in it, and the optional slots that fell back. */
export interface Filled {
  readonly text: string
  readonly printed: readonly { readonly name: SlotName; readonly text: string; readonly why?: string }[]
  readonly missing: readonly SlotName[]
}

/** Fills a template in the store's voice, or names the required slot that has no value. */
export function fill(template: Template, facts: FactSource): Filled | { readonly lacks: SlotName } {
  const { voice } = facts
  const parts = voice ? voiced(template, voice) : template
  const printed: Filled['printed'][number][] = []
  const missing: SlotName[] = []
  let text = ''
  let swallowComma = false
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i]!
    if (typeof part === 'string') {
      // an empty address word takes its comma with it: "，这款…" would be no sentence
      text += swallowComma ? part.replace(COMMA, '') : part
      swallowComma = false
      continue
    }
    if (part.isLively && !voice?.isLively) continue
    const fact = facts.get(part.slot)
    if (fact && fact.text !== '' && !isNoAddress(part, fact, parts[i + 1])) {
      const said = part.isLively && voice?.locale !== 'zh' ? ` ${fact.text}` : textOf(fact, parts[i + 1])
      text += said
      if (!part.voice)
        printed.push(
          fact.why === undefined ? { name: part.slot, text: said } : { name: part.slot, text: said, why: fact.why },
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

/** A fact that is not sure says so in brackets, or, where the clause ends behind it, in a clause of its own. */
function textOf({ text, hedged }: Fact, next: Template[number] | undefined): string {
  if (!hedged || !CHINESE.test(hedged.by)) return text
  const isLast = next === undefined || (typeof next === 'string' ? CLAUSE_END.test(next) : next.voice)
  return isLast ? `${hedged.bare}，${hedged.by}` : text
}
const CHINESE = /[\u3400-\u9fff]/
const CLAUSE_END = /^[哦呢哈呀]?(?:[，。！？~～]|$)/

const COMMA = /^[，,、!！~]\s*/

/** 您 is a word for the shopper, and no way to call somebody: 您，在的 is no sentence. */
function isNoAddress({ slot }: TemplateSlot, { text }: Fact, next: Template[number] | undefined): boolean {
  return slot === 'you' && text === '您' && typeof next === 'string' && COMMA.test(next)
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
