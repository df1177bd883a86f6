import { randomUUID } from 'node:crypto'
import type { SlotName } from '../../intents/index.ts'
import type { ToldFacts } from '../../policy/index.ts'
import { type FactProposal, HuashuError } from '../../protocol/index.ts'
import type { Clock, Database, Engine, News, StoredDocument } from '../ports.ts'

/** Facts that agents have filled in where the files say nothing: durable before they are acknowledged; what a lead approves is said by every node. */
export interface FactProposals {
  /** Newest first. */
  list(store: string): Promise<FactProposal[]>
  /** @throws HuashuError `overloaded` when too many wait for a lead, `unavailable` when the database refuses */
  add(proposal: Omit<FactProposal, 'id' | 'at' | 'state'>): Promise<FactProposal>
  /** Undefined when there is none. @throws HuashuError `unavailable` */
  decide(store: string, id: string, decision: FactDecided): Promise<FactProposal | undefined>
}

export type FactDecided = Pick<FactProposal, 'state' | 'by'> & { readonly value?: string | undefined }

const KIND = 'fact'
const PAGE = 200
/** Undecided ones per store; a lead who has left so many needs no more. */
const MOST = 500

export interface FactProposalsDeps {
  readonly engine: Engine
  readonly database: Pick<Database, 'saveDocuments' | 'document' | 'documents'>
  readonly news: News
  readonly clock: Clock
  /** Told when the database refuses. */
  readonly failed: (error: unknown) => void
}

export function createFactProposals({ engine, database, news, clock, failed }: FactProposalsDeps): FactProposals {
  const stores = new Map<string, Map<string, FactProposal>>()
  let reading: Promise<void> | undefined

  function keep({ body }: Pick<StoredDocument, 'body'>): void {
    const proposal = body as FactProposal
    const ofStore = stores.get(proposal.store) ?? new Map<string, FactProposal>()
    stores.set(proposal.store, ofStore)
    ofStore.set(proposal.id, proposal)
  }

  async function read(): Promise<void> {
    for (let before: number | undefined; ; ) {
      const page = await database.documents(KIND, PAGE, before)
      page.forEach(keep)
      if (page.length < PAGE) break
      before = page.at(-1)!.place
    }
    for (const store of stores.keys()) use(store)
  }

  /** Resolves when what is stored is known here. */
  function known(): Promise<void> {
    reading ??= read().catch((cause: unknown) => {
      reading = undefined
      throw unavailable(cause)
    })
    return reading
  }

  function use(store: string): void {
    if (engine.storeIds.includes(store)) engine.tell(store, toldBy([...(stores.get(store)?.values() ?? [])]))
  }

  function unavailable(cause: unknown): HuashuError {
    failed(cause)
    return new HuashuError('unavailable', 'this could not be stored; send it again later', { cause })
  }

  async function save(proposal: FactProposal, version: number): Promise<boolean> {
    const document = { kind: KIND, id: idOf(proposal.store, proposal.id), version, body: proposal } as const
    const [isSaved] = await database.saveDocuments([document]).catch((cause: unknown) => {
      throw unavailable(cause)
    })
    if (!isSaved) return false
    keep(document)
    use(proposal.store)
    news.announce('facts', {})
    return true
  }

  const isOpen = ({ state }: FactProposal) => state === 'proposed'
  const list = (store: string) => [...(stores.get(store)?.values() ?? [])]

  news.listen('facts', () => {
    reading = undefined
    // what cannot be read now is read with the next question
    known().catch(() => undefined)
  })
  known().catch(() => undefined)

  return {
    async list(store) {
      await known()
      return list(store).sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    },
    async add(given) {
      await known()
      if (list(given.store).filter(isOpen).length >= MOST)
        throw new HuashuError('overloaded', `${MOST} facts wait for a lead already`)
      const at = new Date(clock.now()).toISOString()
      const proposal: FactProposal = { ...given, id: randomUUID(), at, state: 'proposed' }
      await save(proposal, 1)
      return proposal
    },
    async decide(store, id, { value, ...decided }) {
      for (;;) {
        const stored = await database.document(KIND, idOf(store, id))
        if (!stored) return undefined
        const before = stored.body as FactProposal
        const proposal: FactProposal = { ...before, ...decided, value: value ?? before.value }
        // when someone else was faster it is looked at anew
        if (await save(proposal, stored.version + 1)) return proposal
      }
    },
  }
}

const idOf = (store: string, id: string) => `${store}/${id}`

/** What approved proposals tell; of two about the same the newer, and of a product before the store. */
function toldBy(proposals: readonly FactProposal[]): ToldFacts {
  const values = new Map<string, string>()
  const approved = proposals.filter(({ state }) => state === 'approved')
  for (const { slot, product, scope, locale, value } of approved.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)))
    values.set(keyOf(slot, scope === 'product' ? product : undefined, locale), value)
  return (slot: SlotName, product, locale) =>
    (product === undefined ? undefined : values.get(keyOf(slot, product, locale))) ??
    values.get(keyOf(slot, undefined, locale))
}

/** Slots and locales have no space. */
const keyOf = (slot: string, product: string | undefined, locale: string) => `${slot} ${locale} ${product ?? ''}`
