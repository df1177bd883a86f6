import { HuashuError, type Locale, type ScriptChange, type ScriptView } from '../../protocol/index.ts'
import { libraryInSteps, overlaid, type Script, type ScriptEdit, UNEDITED } from '../../scripts/index.ts'
import { createPauses } from '../in-slices.ts'
import type { Clock, Engine, PlacedVersion } from '../ports.ts'
import type { Principal } from '../principal.ts'
import { createRebuilder } from '../rebuilder.ts'
import { authorOf, type Newest, type Versioned } from '../versioned.ts'
import { applyChange, mayDecide, needsLead } from './apply-change.ts'
import { findingsIn, viewOf } from './script-view.ts'
import { documentId, editOf, type NumberedEdit, type PhraseSource, partsOfId, type StoredEdit } from './stored-edit.ts'

/** What stores have made of their scripts: durable before it is acknowledged, in use on every node soon after. */
export interface ScriptDesk {
  /** One script with its whole standing. @throws HuashuError `not_found` */
  view(store: string, id: string, uiLocale?: Locale): ScriptView
  /** Every script that was edited, the last edited last. */
  edits(store: string): ReadonlyMap<string, NumberedEdit>
  /** The pack's script. */
  base(store: string, id: string): Script | undefined
  /**
   * Makes all of the changes or none. `mayChange` sees each script before and may throw.
   * @throws HuashuError `bad_request`, `forbidden`, `not_found`, `precondition_failed`, `unavailable`
   */
  change(store: string, who: Principal, changes: readonly ScriptChange[], how?: How): Promise<ScriptView[]>
  /** Gives a script back as it was in a version; 0 = as the pack has it. @throws as `change` */
  rollback(store: string, who: Principal, id: string, version: number, how?: How): Promise<ScriptView>
  history(store: string, id: string): Promise<PlacedVersion[]>
  /** Resolves when all edits are in use here. */
  settled(): Promise<void>
}

/** `where` = the path of a change in what was sent. */
export interface How {
  readonly mayChange?: (seen: ScriptView | undefined) => void
  readonly where?: (index: number) => string
  readonly uiLocale?: Locale | undefined
  /** The import that makes these changes, and the phrases they are made from, by script id. */
  readonly importId?: string
  readonly sources?: ReadonlyMap<string, PhraseSource>
}

export interface ScriptDeskDeps {
  readonly engine: Engine
  readonly versioned: Versioned
  readonly clock: Clock
  readonly failed: (error: unknown, store: string) => void
}

const KIND = 'script'
const VERSIONS = 200
const NEVER: NumberedEdit = { version: 0, edit: UNEDITED, at: '', author: '' }
const NOTHING: ReadonlyMap<string, NumberedEdit> = new Map()

export function createScriptDesk({ engine, versioned, clock, failed }: ScriptDeskDeps): ScriptDesk {
  const stores = new Map<string, Map<string, NumberedEdit>>()
  const topics = new Set([...engine.topics, ...engine.topics.map((topic) => topic.split('.')[0]!)])
  const packs = new Map<string, ReadonlyMap<string, Script>>()
  const builder = createRebuilder({
    failed,
    begin(store) {
      const edits = new Map([...(stores.get(store) ?? NOTHING)].map(([id, { edit }]) => [id, edit]))
      const isOwn = (id: string) => edits.get(id)?.script !== undefined
      return libraryInSteps(overlaid(engine.shipped(store).scripts, edits), isOwn)
    },
    use: (store, library) => engine.equip(store, { library }),
  })

  versioned.attend(KIND, (newest) => {
    for (const document of newest) {
      const { store, id } = partsOfId(document.id)
      // a store that is served no longer, or not yet
      if (!engine.storeIds.includes(store)) continue
      const ofStore = stores.get(store) ?? new Map<string, NumberedEdit>()
      stores.set(store, ofStore)
      if ((ofStore.get(id)?.version ?? 0) >= document.version) continue
      try {
        ofStore.set(id, editOf(document))
        builder.wake(store)
      } catch (error) {
        failed(error, store)
      }
    }
  })

  const edited = (store: string, id: string) => stores.get(store)?.get(id) ?? NEVER

  function base(store: string, id: string): Script | undefined {
    const known = packs.get(store) ?? new Map(engine.shipped(store).scripts.map((script) => [script.id, script]))
    packs.set(store, known)
    return known.get(id)
  }

  const findingsOf = (store: string, uiLocale: Locale | undefined) => {
    const deps = engine.deps(store)
    return findingsIn(deps, uiLocale ?? deps.store.locales[0]!, clock.now())
  }

  function view(store: string, id: string, uiLocale?: Locale): ScriptView {
    const found = viewOf(store, id, edited(store, id), base(store, id), findingsOf(store, uiLocale))
    if (!found) throw new HuashuError('not_found', `there is no script "${id}"`)
    return found
  }

  /** Writes what `next` makes of what is known; when somebody else was faster it is looked at anew. */
  async function write(
    store: string,
    who: Principal,
    ids: readonly string[],
    next: (index: number) => ScriptEdit,
    isFixed: boolean,
    { importId, sources }: How,
  ): Promise<void> {
    const author = authorOf(who)
    for (;;) {
      const at = new Date(clock.now()).toISOString()
      const pause = createPauses()
      const documents: Newest[] = []
      for (const [index, id] of ids.entries()) {
        const { version, source: before } = edited(store, id)
        const source = sources?.get(id) ?? before
        const body: StoredEdit = {
          edit: next(index),
          at,
          author,
          ...(importId ? { importId } : {}),
          ...(source ? { source } : {}),
        }
        documents.push({ id: documentId(store, id), version: version + 1, body })
        await pause()
      }
      const stale = await versioned.write(KIND, author, documents)
      if (stale.length === 0) return
      if (isFixed) throw changedSince(stale.map((id) => partsOfId(id).id))
    }
  }

  return {
    view,
    base,
    edits: (store) => stores.get(store) ?? NOTHING,

    async change(store, who, changes, how = {}) {
      const { mayChange, where = () => 'body', uiLocale } = how
      const ids = changes.map(({ id }) => id)
      const seen = new Set<string>()
      const twice = ids.findIndex((id) => seen.size === seen.add(id).size)
      if (twice >= 0) throw new HuashuError('bad_request', `${where(twice)}.id: it stands here twice`)
      const findings = findingsOf(store, uiLocale)
      const isFixed = mayChange !== undefined || changes.some(({ version }) => version !== undefined)
      const next = (index: number): ScriptEdit => {
        const change = changes[index]!
        const { version, edit } = edited(store, change.id)
        const own = base(store, change.id)
        if (change.version !== undefined && change.version !== version) throw changedSince([change.id])
        if (change.op !== 'put' && version === 0 && !own)
          throw new HuashuError('not_found', `${where(index)}.id: there is no script "${change.id}"`)
        return applyChange(change, { edit, base: own, topics, findings, who, where: where(index) })
      }
      const viewed = (id: string) => viewOf(store, id, edited(store, id), base(store, id), findings)
      if (mayChange) for (const id of ids) mayChange(viewed(id))
      await write(store, who, ids, next, isFixed, how)
      const pause = createPauses()
      const views: ScriptView[] = []
      for (const id of ids) {
        views.push(viewed(id)!)
        await pause()
      }
      return views
    },

    async rollback(store, who, id, version, { mayChange, uiLocale } = {}) {
      const own = base(store, id)
      const seen = view(store, id, uiLocale)
      mayChange?.(seen)
      const before = version === 0 ? [] : await versioned.history(KIND, documentId(store, id), 1, version + 1)
      if (version > 0 && before[0]?.version !== version)
        throw new HuashuError('not_found', `body.version: there is no version ${version} of "${id}"`)
      const edit = before[0] ? editOf(before[0]).edit : own ? UNEDITED : { ...edited(store, id).edit, retired: true }
      const now = edited(store, id).edit
      if (!mayDecide(who, [now.script ?? own, edit.script ?? own])) throw needsLead()
      await write(store, who, [id], () => edit, mayChange !== undefined, {})
      return view(store, id, uiLocale)
    },

    history: (store, id) => versioned.history(KIND, documentId(store, id), VERSIONS),
    settled: builder.settled,
  }
}

function changedSince(ids: readonly string[]): HuashuError {
  const message = 'it has changed since it was read'
  return new HuashuError('precondition_failed', `${ids[0]}: ${message}`, {
    details: ids.slice(0, 20).map((id) => ({ path: id, message })),
  })
}
