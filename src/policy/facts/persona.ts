import { say } from '../localised.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { fact, printable, type Resolvers } from './resolver.ts'

/** Address words that a formal shopper would not use (X2). */
const PET_NAME =
  /^(?:亲+|亲爱的|客官|掌柜的|宝+|宝贝|宝子|小主|仙女|小可爱|美女|帅哥|love|dear|hun|hon|honey|darling|sweetie|babe|friend|mate|언니|자기)$/i

/** The agent's name, in the word for oneself. */
const AGENT = '{agent}'

/** The store's voice, for this shopper. An empty text is a choice to say nothing there. */
export const PERSONA: Resolvers = {
  you: (know) => {
    const you = voice(know, know.settle(know.store.persona.you))
    // 您 alone is no address: without a pet name the sentence speaks to the shopper as it stands
    return you && know.input.register === 'formal' && PET_NAME.test(you.text) ? { ...you, text: '', value: '' } : you
  },
  self: (know) => {
    const self = voice(know, know.settle(know.store.persona.self))
    if (!self?.text.includes(AGENT)) return self
    const text = self.text.replace(AGENT, printable(know.input.agent?.name) ?? '').trim()
    return { ...self, text, value: text }
  },
  shop: (know) => fact('persona', say(know.settle(know.store.persona.shop) ?? know.store.name, know.locale)),
  agent: (know) => fact('persona', printable(know.input.agent?.name)),
  smile: (know) => {
    const { register, mood } = know.input
    const isGrave = register === 'formal' || mood === 'angry'
    const smile =
      isGrave || know.settle(know.store.persona.emoji) === 'none' ? '' : know.settle(know.store.persona.smile)
    return smile === undefined ? undefined : { text: smile, value: smile, source: 'persona' }
  },
}

function voice(
  know: Knowledge,
  words: string | { [locale: string]: string | undefined } | undefined,
): Fact | undefined {
  const text = typeof words === 'string' ? words : words?.[know.locale]
  return text === undefined ? undefined : { text, value: text, source: 'persona' }
}
