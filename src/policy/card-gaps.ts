import type { SlotName } from '../intents/index.ts'
import type { Locale } from '../protocol/index.ts'
import type { Card, Category } from './card.ts'
import type { ToldFacts } from './facts/told.ts'
import { type Localised, say } from './localised.ts'

/** What a card ought to know so that scripts can say it. */
interface Wanted {
  readonly slot: SlotName
  /** Absent = of every category. */
  readonly of?: readonly Category[]
  readonly has: (card: Card, locale: Locale) => boolean
}

const WORN = ['clothing', 'kids', 'other'] as const
const EATEN = ['snacks', 'tea', 'other'] as const
const USED_UP = ['snacks', 'tea', 'wipes', 'other'] as const

const words = (
  slot: SlotName,
  of: (card: Card) => Localised | undefined,
  categories?: readonly Category[],
): Wanted => ({
  slot,
  ...(categories ? { of: categories } : {}),
  has: (card, locale) => say(of(card), locale) !== undefined,
})
const attribute = (slot: SlotName, name: keyof Card['attributes'], categories?: readonly Category[]) =>
  words(slot, ({ attributes }) => attributes[name], categories)

/** Without those whose absence says something: no flaw, no companion, nothing to restock. */
const WANTED: readonly Wanted[] = [
  attribute('product.material', 'material', [...WORN, 'wipes']),
  attribute('product.season', 'season', WORN),
  attribute('product.thickness', 'thickness', WORN),
  attribute('product.colour_note', 'colourNote', WORN),
  words('product.care', ({ care }) => care, WORN),
  attribute('product.ingredients', 'ingredients', USED_UP),
  attribute('product.shelf_life', 'shelfLife', USED_UP),
  attribute('product.batch', 'batch', USED_UP),
  attribute('product.storage', 'storage', USED_UP),
  attribute('product.taste', 'taste', EATEN),
  attribute('product.spec', 'spec', USED_UP),
  attribute('product.usage', 'usage', USED_UP),
  attribute('product.origin', 'origin'),
  attribute('product.brand', 'brand'),
  attribute('product.suits', 'suits'),
  attribute('product.safety', 'safety'),
  attribute('product.package', 'package'),
  attribute('product.feature', 'feature'),
  attribute('product.advantage', 'advantage'),
  attribute('product.benefit', 'benefit'),
  { slot: 'product.proof', has: ({ sold, rating }) => sold !== undefined || rating !== undefined },
  { slot: 'photo.state', has: ({ photosReal }) => photosReal !== undefined },
  {
    slot: 'size.pick',
    of: ['clothing', 'kids'],
    has: ({ sizeChart, variants }) => sizeChart !== undefined || !variants.some(({ size }) => size !== undefined),
  },
  { slot: 'stock.state', has: ({ variants }) => variants.some(({ stock }) => stock !== undefined) },
]

/** What a card does not know in a language, and nobody has told of it since. */
export function cardGaps(card: Card, locale: Locale, told?: ToldFacts): SlotName[] {
  return WANTED.filter(
    ({ slot, of, has }) =>
      (of === undefined || of.includes(card.category)) &&
      !has(card, locale) &&
      told?.(slot, card.id, locale) === undefined,
  ).map(({ slot }) => slot)
}
