import { type Comparison, compare } from '../compare/compare.ts'
import { FIELDS, type Field } from '../compare/field.ts'
import { say } from '../localised.ts'
import type { Knowledge } from './knowledge.ts'
import { nameOf } from './product.ts'
import { fact, printable, type Resolver, type Resolvers, state } from './resolver.ts'
import { similar } from './similar.ts'

/** What the card says to the yes-or-no or either-or question that waits for an answer; undefined when there is none. */
function comparison(know: Knowledge): Comparison | undefined {
  return know.once('comparison', () => {
    const { card, locale } = know
    const { words } = know.input
    if (!card || !words) return undefined
    const found = compare(words, { card, locale, stockOf: (variant) => know.stockOf(variant) })
    // which colours there are is a question of stock (C35, C37)
    return found?.field === 'colours' ? undefined : found
  })
}

/** What is this product's own: nuts of another kind are no answer to who asks for a bigger pack of these. */
const OWN: ReadonlySet<Field> = new Set<Field>([
  'spec',
  'packs',
  'shelfLife',
  'brand',
  'origin',
  'usage',
  'flavours',
  'taste',
])

/** Products of the type that are looked at for one that has what was asked: a turn must not read a whole catalogue. */
const NEAREST = 20

/** A verdict whose words cannot be said in the shopper's language is none: nothing is confirmed or denied without them. */
function verdictOf(know: Knowledge): Comparison['verdict'] | undefined {
  const found = comparison(know)
  return found && found.shown === undefined ? 'unknown' : found?.verdict
}

const answers =
  (resolve: (found: Comparison, know: Knowledge) => ReturnType<Resolver>): Resolver =>
  (know) => {
    const found = comparison(know)
    return found && resolve(found, know)
  }

export const COMPARISON: Resolvers = {
  'compare.state': (know) => state('calc', verdictOf(know)),
  'compare.about': answers(({ field, shown }, { locale }) => fact('calc', shown && field && FIELDS[field][locale])),
  'compare.asked': answers(({ asked }, { locale }) =>
    fact(
      'calc',
      printable(
        say([...new Set(asked.map((says) => says[locale]))].join({ zh: '、', en: ', ', ko: ', ' }[locale]), locale),
      ),
    ),
  ),
  'compare.value': answers(({ shown }, know) => fact('calc', shown, undefined, undefined, know.card?.asOf)),
  'compare.other': answers((found, know) => {
    if (found.verdict !== 'deny' || found.field === undefined || OWN.has(found.field)) return undefined
    const { locale } = know
    let looked = 0
    const [other] = similar(know, 1, (card) => {
      looked += 1
      return looked <= NEAREST && found.holdsFor({ card, locale, stockOf: (variant) => know.stockOf(variant, card) })
    })
    return other && fact('calc', nameOf(other, know), other.id)
  }),
}
