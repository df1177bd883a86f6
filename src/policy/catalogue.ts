import { normalise } from '../intents/index.ts'
import { type Card, type Category, priceOf } from './card.ts'
import { formsOf } from './localised.ts'
import { toFen } from './money.ts'
import { nameFinderInSteps } from './name-finder.ts'
import { createShelf, type Shelf } from './price-shelf.ts'
import { referencesIn } from './references.ts'
import { MEASURES, type Measure } from './size-chart.ts'

/** A product that a text speaks of; offsets are UTF-16 units of the text as given. */
export interface Mention {
  readonly id: string
  readonly start: number
  readonly end: number
}

export interface Catalogue {
  readonly all: readonly Card[]
  readonly get: (id: string) => Card | undefined
  /** The categories that it has goods of. */
  readonly categories: readonly Category[]
  /** From the cheapest up. */
  readonly byCategory: (category: Category) => readonly Card[]
  /** The products a text names by id, platform id, item link, title, short name or alias, without overlaps. */
  readonly mentions: (text: string) => Mention[]
  /** The one product meant: by id (own or a platform's), else link, else the first named in the text. */
  readonly resolve: (reference: {
    id?: string | undefined
    url?: string | undefined
    text?: string | undefined
  }) => Card | undefined
  /** The body measures that a product's size chart goes by, of one that has a chart, else those of all charts. */
  readonly measures: (id?: string) => ReadonlySet<Measure>
  /** The goods that have one price, from the cheapest up. */
  readonly ladder: () => readonly Card[]
  /**
   * Puts a card in the place of the one of its id, which differs in prices and stock alone: a store tells a thousand of them a second. What is asked
   * afterwards sees the new card. Does nothing for an id that is not there.
   */
  readonly revise: (card: Card) => void
}

const CARDS_PER_STEP = 128

/** Builds the look-ups of a store's products. @throws Error naming the id that two cards, or two cards on one platform, share. */
export function createCatalogue(cards: readonly Card[]): Catalogue {
  const steps = catalogueInSteps(cards)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same in steps of about a millisecond: a large catalogue is built anew while conversations go on. @throws as `createCatalogue` */
export function* catalogueInSteps(given: readonly Card[]): Generator<void, Catalogue> {
  const cards = [...given]
  const places = new Map(cards.map(({ id }, place) => [id, place]))
  const byId = new Map<string, Card>()
  const byExternal = new Map<string, Card>()
  const byUrl = new Map<string, Card>()
  const byCategory = new Map<Category, Shelf>()
  const measures = new Set<Measure>()
  const claim = (map: Map<string, Card>, key: string, card: Card) => {
    const other = map.get(key)
    if (other) throw new Error(`${key} stands for both ${other.id} and ${card.id}`)
    map.set(key, card)
  }
  for (const [i, card] of cards.entries()) {
    if (i % CARDS_PER_STEP === 0) yield
    claim(byId, card.id, card)
    for (const [platform, id] of Object.entries(card.externalIds)) claim(byExternal, `${platform}:${id}`, card)
    if (card.url) claim(byUrl, card.url, card)
    for (const measure of measuresOf(card)) measures.add(measure)
  }
  for (const [category, ofCategory] of Map.groupBy(cards, (card) => card.category)) {
    byCategory.set(category, createShelf(ofCategory, priceOf))
    yield
  }
  let ladder: Shelf | undefined
  const byBareId = bareIds(cards)
  yield
  const namesIn = yield* nameFinderInSteps(namesOf(cards))

  const external = (id: string, platform?: string) => {
    const found = platform ? byExternal.get(`${platform}:${id}`) : byBareId.get(id)
    return found ? byId.get(found.id) : undefined
  }

  const mentions = (text: string): Mention[] => {
    const whole = byId.get(text) ?? byUrl.get(text)
    if (whole) return [{ id: whole.id, start: 0, end: text.length }]
    const found: Mention[] = []
    for (const { id, platform, start, end } of referencesIn(text)) {
      const card = external(id, platform)
      if (card) found.push({ id: card.id, start, end })
    }
    const { text: plain, at } = normalise(text)
    for (const { key, start, end } of namesIn(plain)) {
      const span = { start: at[start]!, end: at[end]! }
      if (!found.some((other) => span.start < other.end && other.start < span.end)) found.push({ id: key, ...span })
    }
    return found.sort((a, b) => a.start - b.start)
  }

  return {
    all: cards,
    get: (id) => byId.get(id),
    categories: [...byCategory.keys()],
    byCategory: (category) => byCategory.get(category)?.cards ?? [],
    mentions,
    resolve: ({ id, url, text }) => {
      const known = id === undefined ? undefined : (byId.get(id) ?? external(id))
      if (known) return known
      for (const words of [url, text]) {
        const first = words ? mentions(words)[0] : undefined
        if (first) return byId.get(first.id)
      }
      return undefined
    },
    measures: (id) => {
      const own = id === undefined ? [] : measuresOf(byId.get(id))
      return own.length > 0 ? new Set(own) : measures
    },
    ladder: () => {
      ladder ??= createShelf(cards.filter(hasOnePrice), priceOf)
      return ladder.cards
    },
    revise(card) {
      const before = byId.get(card.id)
      if (!before) return
      byId.set(card.id, card)
      cards[places.get(card.id)!] = card
      byCategory.get(card.category)?.replace(before, card)
      ladder?.replace(hasOnePrice(before) ? before : undefined, hasOnePrice(card) ? card : undefined)
    },
  }
}

function measuresOf(card: Card | undefined): Measure[] {
  return MEASURES.filter((measure) => card?.sizeChart?.rows.some((row) => row[measure] !== undefined))
}

function hasOnePrice(card: Card): boolean {
  return card.variants.every((variant) => toFen(priceOf(card, variant)) === toFen(priceOf(card)))
}

/** Platform ids without their platform; null where two platforms use one number for different goods. */
function bareIds(cards: readonly Card[]): Map<string, Card | null> {
  const bare = new Map<string, Card | null>()
  for (const card of cards)
    for (const id of Object.values(card.externalIds)) bare.set(id, bare.has(id) && bare.get(id) !== card ? null : card)
  return bare
}

function* namesOf(cards: readonly Card[]): Generator<readonly [string, string]> {
  for (const card of cards)
    for (const name of [...formsOf(card.title), ...formsOf(card.shortName), ...card.aliases])
      yield [normalise(name).text, card.id]
}
