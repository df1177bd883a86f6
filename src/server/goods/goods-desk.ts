import {
  AGING,
  Card,
  type Catalogue,
  catalogueInSteps,
  datesOf,
  faultOfIssue,
  goodsFault,
  goodsFaults,
  type StockPatch,
  toldAt,
  withStock,
} from '../../policy/index.ts'
import { HuashuError } from '../../protocol/index.ts'
import { isSameJson } from '../../scripts/index.ts'
import { createPauses } from '../in-slices.ts'
import { documentId, partsOfId } from '../library/stored-edit.ts'
import type { Clock, Engine } from '../ports.ts'
import type { Principal } from '../principal.ts'
import { createRebuilder } from '../rebuilder.ts'
import { authorOf, type Newest, type Versioned } from '../versioned.ts'
import { GoodsRefused, type IndexedFault } from './goods-refused.ts'
import type { StockTicker } from './stock-ticker.ts'

/** What stores sell beyond their files: cards that people or their systems have handed in, durable before it is acknowledged. */
export interface GoodsDesk {
  /**
   * Puts whole cards beside those that are there, or in their place: all or none.
   * @throws HuashuError `bad_request` with the path of every fault, `precondition_failed` when somebody else was faster, `unavailable`
   */
  put(store: string, who: Principal, cards: readonly unknown[], isTrial?: boolean): Promise<Written>
  /** Takes a product off sale; its versions stay. @throws HuashuError `not_found`, and as `put` */
  remove(store: string, who: Principal, id: string): Promise<void>
  /** Resolves when everything is in use here. */
  settled(): Promise<void>
}

export interface Written {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

interface StoredCard {
  /** Null = no longer sold. */
  readonly card: Card | null
}
type Known = StoredCard & { readonly version: number }

export interface GoodsDeskDeps {
  readonly engine: Engine
  readonly versioned: Versioned
  readonly stock: StockTicker
  readonly clock: Clock
  readonly failed: (error: unknown, store: string) => void
}

/** A catalogue, and what was told of prices and stock by the time its cards were taken. */
interface Built {
  readonly catalogue: Catalogue
  readonly applied: ReadonlyMap<string, StockPatch>
}

const KIND = 'product'
const CARDS_PER_STEP = 256
const NOTHING: ReadonlyMap<string, Known> = new Map()
/** Goods that are handed in again as they were are no new version; that they were told again is noted with prices and stock. */
const UNDATED = { asOf: 0, priceAsOf: 0, stockAsOf: 0, writtenAt: 0 }

export function createGoodsDesk({ engine, versioned, stock, clock, failed }: GoodsDeskDeps): GoodsDesk {
  const stores = new Map<string, Map<string, Known>>()
  const rebuilder = createRebuilder({
    failed,
    begin,
    use(store, { catalogue, applied }) {
      // what was told while it was built
      for (const { id } of catalogue.all) {
        const patch = stock.of(store, id)
        if (patch && patch !== applied.get(id)) catalogue.revise(withStock(catalogue.get(id)!, patch))
      }
      engine.equip(store, { catalogue })
    },
  })

  function* begin(store: string): Generator<void, Built> {
    const applied = new Map<string, StockPatch>()
    const cards: Card[] = []
    for (const card of cardsOf(store)) {
      if (cards.length % CARDS_PER_STEP === 0) yield
      const patch = stock.of(store, card.id)
      if (patch) applied.set(card.id, patch)
      cards.push(patch ? withStock(card, patch) : card)
    }
    return { catalogue: yield* catalogueInSteps(cards), applied }
  }

  versioned.attend(KIND, (newest) => {
    for (const { id: place, version, body } of newest) {
      const { store, id } = partsOfId(place)
      if (!engine.storeIds.includes(store)) continue
      const ofStore = stores.get(store) ?? new Map<string, Known>()
      stores.set(store, ofStore)
      if ((ofStore.get(id)?.version ?? 0) >= version) continue
      const { card } = body as StoredCard
      const read = card === null ? undefined : Card.safeParse(card)
      if (read?.success === false) {
        failed(read.error, store)
        continue
      }
      ofStore.set(id, { card: read?.data ?? null, version })
      rebuilder.wake(store)
    }
  })

  /** Those of the files first, then what was handed in, each with its newest version; prices and stock as the cards say. */
  function cardsOf(store: string, over: ReadonlyMap<string, Card> = new Map()): Card[] {
    const edited = stores.get(store) ?? NOTHING
    const { cards: shipped } = engine.shipped(store)
    const ids = new Set([...shipped.map(({ id }) => id), ...edited.keys(), ...over.keys()])
    const files = new Map(shipped.map((card) => [card.id, card]))
    return [...ids].flatMap((id) => {
      const known = over.get(id) ?? edited.get(id)?.card
      return known === null ? [] : (known ?? files.get(id) ?? [])
    })
  }

  async function write(store: string, who: Principal, cards: ReadonlyMap<string, Card | null>): Promise<void> {
    const known = stores.get(store) ?? NOTHING
    const documents = [...cards].map(([id, card]): Newest => {
      const body: StoredCard = { card }
      return { id: documentId(store, id), version: (known.get(id)?.version ?? 0) + 1, body }
    })
    const stale = await versioned.write(KIND, authorOf(who), documents)
    if (stale.length > 0)
      throw new HuashuError('precondition_failed', 'somebody else has just written these products; send them again')
  }

  return {
    async put(store, who, given, isTrial = false) {
      const pause = createPauses()
      const cards = new Map<string, Card>()
      const rows = new Map<string, number>()
      const faults: IndexedFault[] = []
      const now = new Date(clock.now()).toISOString()
      for (const [row, raw] of given.entries()) {
        const parsed = Card.safeParse(raw)
        await pause()
        if (!parsed.success) {
          for (const issue of parsed.error.issues) faults.push({ index: row, ...faultOfIssue(issue, raw) })
          continue
        }
        const { id } = parsed.data
        if (rows.has(id)) faults.push({ index: row, ...goodsFault('id', 'twice', id) })
        rows.set(id, row)
        cards.set(id, parsed.data)
      }
      const before = new Map(cardsOf(store).map((card) => [card.id, card]))
      for (const fault of goodsFaults(cardsOf(store, cards))) {
        const row = fault?.card === undefined ? undefined : rows.get(fault.card)
        if (fault && row !== undefined) {
          const { card: _, ...found } = fault
          faults.push({ index: row, ...found })
        }
        await pause()
      }
      if (faults.length > 0) throw new GoodsRefused(faults)
      const fresh = new Map(
        [...cards].filter(([id, card]) => !isSameJson({ ...before.get(id), ...UNDATED }, { ...card, ...UNDATED })),
      )
      const added = [...fresh.keys()].filter((id) => !before.has(id)).length
      const written = { added, changed: fresh.size - added, unchanged: cards.size - fresh.size }
      if (isTrial) return written
      // what is told of prices and stock from now on is newer than the card
      await write(store, who, new Map([...fresh].map(([id, card]) => [id, { ...card, writtenAt: now }])))
      const { freshness } = engine.deps(store).store
      const isLimited = freshness.price !== undefined || freshness.stock !== undefined
      const toldAgain = [...cards.values()].flatMap((card): StockPatch | [] => {
        const [price, stock] = AGING.map((field) => toldAt(card, field) ?? (isLimited ? now : undefined))
        const isTold = price !== undefined || stock !== undefined
        return isTold && !fresh.has(card.id) ? { id: card.id, ...datesOf(price, stock) } : []
      })
      if (toldAgain.length > 0) await stock.tell(store, toldAgain)
      return written
    },

    async remove(store, who, id) {
      const cards = cardsOf(store)
      if (!cards.some((card) => card.id === id)) throw new HuashuError('not_found', `there is no product "${id}"`)
      await write(store, who, new Map([[id, null]]))
    },

    settled: rebuilder.settled,
  }
}
