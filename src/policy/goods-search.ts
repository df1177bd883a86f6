import { normalise } from '../intents/index.ts'
import type { Card } from './card.ts'
import { formsOf } from './localised.ts'

/** The ids of the goods that have what is typed in a name, an id, one of a platform or a sku: those where something begins with it first, each in the given order. */
export type GoodsSearch = (typed: string) => readonly string[]

const CARDS_PER_STEP = 128
/** Stands before every text of a card; nothing typed has it. */
const BEGIN = '\n'

/** Reads the names of a store's goods, in steps of about a millisecond. What is revised of a card later, price and stock, is not looked at. */
export function* goodsSearchInSteps(cards: readonly Card[]): Generator<void, GoodsSearch> {
  const ids: string[] = []
  const texts: string[] = []
  for (const [i, card] of cards.entries()) {
    if (i % CARDS_PER_STEP === 0) yield
    ids.push(card.id)
    texts.push(textOf(card))
  }
  return (typed) => {
    const needles = [...new Set([wordForm(typed), codeForm(typed)])].filter((needle) => needle !== '')
    const first: string[] = []
    const inside: string[] = []
    for (const [i, text] of texts.entries()) {
      if (!needles.some((needle) => text.includes(needle))) continue
      const begins = needles.some((needle) => text.includes(`${BEGIN}${needle}`))
      const list = begins ? first : inside
      list.push(ids[i]!)
    }
    return [...first, ...inside]
  }
}

function textOf({ id, title, shortName, aliases, externalIds, variants }: Card): string {
  const words = [...formsOf(title), ...formsOf(shortName), ...aliases].map(wordForm)
  const codes = [id, ...Object.values(externalIds), ...variants.map(({ sku }) => sku)].map(codeForm)
  return [...new Set([...words, ...codes])].map((text) => `${BEGIN}${text}`).join('')
}

const wordForm = (text: string) => normalise(text).text.trim()
/** Letter by letter: to shorten XXXL as words are would make one of two skus. */
const codeForm = (text: string) => text.normalize('NFKC').toLowerCase().trim()
