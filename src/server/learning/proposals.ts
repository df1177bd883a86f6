import type { OwnReply } from '../../insight/index.ts'
import type { Proposal } from '../../protocol/index.ts'
import { createLibrary, OWN_CATEGORY, type Script, ScriptRecord } from '../../scripts/index.ts'
import type { Learned } from '../../suggest/index.ts'
import type { Clock, Database, StoredDocument } from '../ports.ts'

/** Own replies that could be scripts, as documents: what a person has not approved is offered to nobody. */
export interface Proposals {
  load(): Promise<void>
  list(store: string): Proposal[]
  get(store: string, id: string): Proposal | undefined
  /** Writes down what agents say so often, when `isFit`; what was decided stays decided. Returns how many are new. */
  propose(store: string, replies: readonly OwnReply[], isFit: (reply: OwnReply) => boolean): Promise<number>
  /** Undefined when there is none. */
  decide(store: string, id: string, state: Proposal['state'], owner: string | undefined): Promise<Proposal | undefined>
  /** The approved texts as scripts; undefined without any. */
  approved(store: string): Learned['approved']
}

const KIND = 'proposal'
const PAGE = 200
/** Per store; a lead who has left so many undecided needs no more. */
const MOST = 500

export function createProposals(database: Database, clock: Clock): Proposals {
  const stores = new Map<string, Map<string, { proposal: Proposal; version: number }>>()
  const approved = new Map<string, Learned['approved']>()
  // found unfit, so that they are not judged again and again
  const unfit = new Set<string>()

  function keep({ version, body }: StoredDocument): void {
    const proposal = body as Proposal
    const ofStore = stores.get(proposal.store) ?? new Map()
    stores.set(proposal.store, ofStore)
    ofStore.set(proposal.id, { proposal, version })
    approved.delete(proposal.store)
  }

  async function save(proposal: Proposal, version: number): Promise<boolean> {
    const document = { kind: KIND, id: idOf(proposal.store, proposal.id), version, body: proposal } as const
    const [isSaved] = await database.saveDocuments([document])
    if (isSaved) keep(document)
    return isSaved!
  }

  const list = (store: string) => [...(stores.get(store)?.values() ?? [])].map(({ proposal }) => proposal)

  return {
    async load() {
      for (let before: number | undefined; ; ) {
        const page = await database.documents(KIND, PAGE, before)
        page.forEach(keep)
        if (page.length < PAGE) return
        before = page.at(-1)!.place
      }
    },
    list,
    get: (store, id) => stores.get(store)?.get(id)?.proposal,
    async propose(store, replies, isFit) {
      let count = 0
      for (const reply of replies) {
        const known = stores.get(store)
        if (known?.has(reply.id) || unfit.has(idOf(store, reply.id))) continue
        if ((known?.size ?? 0) >= MOST) break
        if (!isFit(reply)) unfit.add(idOf(store, reply.id))
        else if (await save(proposalOf(store, reply, clock.now()), 1)) count += 1
      }
      return count
    },
    async decide(store, id, state, owner) {
      for (;;) {
        const stored = await database.document(KIND, idOf(store, id))
        if (!stored) return undefined
        const { owner: _, ...rest } = stored.body as Proposal
        const proposal: Proposal = { ...rest, state, ...(state === 'personal' && owner ? { owner } : {}) }
        // when someone else was faster it is looked at anew
        if (await save(proposal, stored.version + 1)) return proposal
      }
    },
    approved(store) {
      if (!approved.has(store)) approved.set(store, approvedOf(list(store)))
      return approved.get(store)
    },
  }
}

const idOf = (store: string, id: string) => `${store}/${id}`

function proposalOf(store: string, { id, text, locale, agents, topics }: OwnReply, now: number): Proposal {
  return {
    id,
    store,
    text,
    locale,
    intents: topics.map(([topic]) => topic).filter((topic) => topic !== ''),
    agents: agents.map(([agent, times]) => ({ id: agent, times })),
    state: 'proposed',
    at: new Date(now).toISOString(),
  }
}

function approvedOf(proposals: readonly Proposal[]): Learned['approved'] {
  const used = proposals.filter(({ state }) => state === 'personal' || state === 'shared')
  if (used.length === 0) return undefined
  const owners = new Map(used.map(({ id, owner }) => [id, owner]))
  return { library: createLibrary(used.map(scriptOf)), owner: (scriptId) => owners.get(scriptId) }
}

function scriptOf({ id, text, locale, intents }: Proposal): Script {
  // braces would be a template's
  const words = text.replace(/[{}]/g, '')
  const record = { id, category: OWN_CATEGORY, intents, tier: 'answer', wordings: [{ open: words, short: words }] }
  return { ...ScriptRecord.parse(record), locale }
}
