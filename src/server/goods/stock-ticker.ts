import { datedStock, mergedStock, StockPatch, toldSince, withStock } from '../../policy/index.ts'
import { HuashuError } from '../../protocol/index.ts'
import { documentId, partsOfId } from '../library/stored-edit.ts'
import type { Clock, Database, Engine, News, StoredDocument } from '../ports.ts'

/** Prices and stock as stores tell them, a thousand times a second: durable before it is acknowledged, in use at once, without a catalogue being built anew. */
export interface StockTicker {
  /** What was told of a product. */
  of(store: string, id: string): StockPatch | undefined
  /** Resolves once all of them are durable and in use. @throws HuashuError `unavailable` when the database refuses */
  tell(store: string, patches: readonly StockPatch[]): Promise<void>
  /** Reads what was told before. */
  open(): Promise<void>
}

export interface StockTickerDeps {
  readonly engine: Engine
  readonly database: Pick<Database, 'saveDocuments' | 'document' | 'documents'>
  readonly news: News
  readonly clock: Clock
  /** Told when the database refuses. */
  readonly failed: (error: unknown) => void
}

interface Known {
  readonly patch: StockPatch
  readonly version: number
}
interface Waiting {
  readonly store: string
  readonly patches: readonly StockPatch[]
  readonly done: (error?: unknown) => void
}

const KIND = 'stock'
const PAGE = 500
/** How often a product that another node tells of at the same time is tried. */
const TRIES = 20

export function createStockTicker({ engine, database, news, clock, failed }: StockTickerDeps): StockTicker {
  const known = new Map<string, Known>()
  let waiting: Waiting[] = []
  let isWriting = false

  function keep(document: Pick<StoredDocument, 'id' | 'version' | 'body'>): void {
    if ((known.get(document.id)?.version ?? 0) >= document.version) return
    const parsed = StockPatch.safeParse(document.body)
    if (parsed.success) {
      known.set(document.id, { patch: parsed.data, version: document.version })
      use(document.id, parsed.data)
    } else failed(parsed.error)
  }

  function use(place: string, patch: StockPatch): void {
    const { store, id } = partsOfId(place)
    if (!engine.storeIds.includes(store)) return
    const { catalogue } = engine.deps(store)
    const card = catalogue.get(id)
    if (card) catalogue.revise(withStock(card, patch))
  }

  /** What was told before, unless the card has been written anew since. */
  function standing(place: string): StockPatch | undefined {
    const { store, id } = partsOfId(place)
    const patch = known.get(place)?.patch
    const card = engine.deps(store).catalogue.get(id)
    return patch && card ? toldSince(card, patch) : patch
  }

  async function read(): Promise<void> {
    for (let before: number | undefined; ; ) {
      const page = await database.documents(KIND, PAGE, before)
      page.forEach(keep)
      if (page.length < PAGE) return
      before = page.at(-1)!.place
    }
  }

  news.listen('stock', (body) => {
    if (body !== undefined) for (const document of body as StoredDocument[]) keep(document)
    else void read().catch(failed)
  })

  /** Everything that waits is written together. */
  async function write(): Promise<void> {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        await save(batch)
        for (const { done } of batch) done()
      } catch (error) {
        failed(error)
        for (const { done } of batch) done(error)
      }
    }
    isWriting = false
  }

  async function save(batch: readonly Waiting[]): Promise<void> {
    let left = new Map<string, StockPatch>()
    for (const { store, patches } of batch) {
      for (const patch of patches) {
        const place = documentId(store, patch.id)
        left.set(place, mergedStock(left.get(place), patch))
      }
    }
    for (let tries = 0; left.size > 0; tries += 1) {
      if (tries === TRIES) throw new Error('other nodes tell of the same products all the time')
      const documents = [...left].map(([id, patch]): StoredDocument => {
        const version = (known.get(id)?.version ?? 0) + 1
        return { kind: KIND, id, version, body: mergedStock(standing(id), patch) }
      })
      const saved = await database.saveDocuments(documents)
      const written = documents.filter((_, i) => saved[i])
      written.forEach(keep)
      if (written.length > 0) news.announce('stock', written)
      left = new Map([...left].filter((_, i) => !saved[i]))
      for (const id of left.keys()) {
        const newer = await database.document(KIND, id)
        if (newer) keep(newer)
      }
    }
  }

  return {
    of: (store, id) => known.get(documentId(store, id))?.patch,
    tell(store, patches) {
      const asOf = new Date(clock.now()).toISOString()
      const dated = patches.map((patch) => datedStock(patch, patch.asOf ?? asOf))
      return new Promise((resolve, reject) => {
        const done = (cause?: unknown) =>
          cause === undefined
            ? resolve()
            : reject(new HuashuError('unavailable', 'this could not be stored; send it again later', { cause }))
        waiting.push({ store, patches: dated, done })
        if (!isWriting) void write()
      })
    },
    open: read,
  }
}
