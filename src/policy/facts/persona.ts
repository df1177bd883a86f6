import { say } from '../localised.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { fact, printable, type Resolvers } from './resolver.ts'

/** The store's voice. An empty text is the store's choice to say nothing there. */
export const PERSONA: Resolvers = {
  you: (know) => voice(know, know.settle(know.store.persona.you)),
  self: (know) => voice(know, know.settle(know.store.persona.self)),
  shop: (know) => fact('persona', say(know.settle(know.store.persona.shop) ?? know.store.name, know.locale)),
  agent: (know) => fact('persona', printable(know.input.agent?.name)),
  smile: (know) => {
    const smile = know.settle(know.store.persona.emoji) === 'none' ? '' : know.settle(know.store.persona.smile)
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
