import type { Stage } from '../../protocol/index.ts'
import { HuashuError } from '../../protocol/index.ts'
import type { Database } from '../ports.ts'
import type { Forgotten } from './forgotten.ts'

/** What a lead has decided about a dismissed script. */
export interface Decision {
  readonly scriptId: string
  readonly topic: string
  readonly stage: Stage
  readonly state: 'suppressed' | 'returned'
}

/** What people have set about one store's learning. */
export interface StoreSettings {
  readonly on: boolean
  readonly forgotten: readonly Forgotten[]
  readonly decisions: readonly Decision[]
  /** Agents who want quiet. */
  readonly quiet: readonly string[]
}

/** As every store begins. */
const BEGINNING: StoreSettings = { on: true, forgotten: [], decisions: [], quiet: [] }
const KIND = 'learning'

export interface SettingsOfStores {
  /** As they were last read or written. */
  of(store: string): StoreSettings
  load(store: string): Promise<void>
  /** Resolves once durable. @throws HuashuError `unavailable` when the database refuses. */
  change(store: string, by: (known: StoreSettings) => StoreSettings): Promise<void>
}

export function createSettings(database: Pick<Database, 'document' | 'saveDocuments'>): SettingsOfStores {
  const known = new Map<string, StoreSettings>()

  async function read(store: string): Promise<{ settings: StoreSettings; version: number }> {
    const document = await database.document(KIND, store)
    return { settings: { ...BEGINNING, ...(document?.body as object | undefined) }, version: document?.version ?? 0 }
  }

  return {
    of: (store) => known.get(store) ?? BEGINNING,
    async load(store) {
      known.set(store, (await read(store)).settings)
    },
    async change(store, by) {
      for (;;) {
        const { settings, version } = await read(store)
        const body = by(settings)
        const document = { kind: KIND, id: store, version: version + 1, body } as const
        const [isSaved] = await database.saveDocuments([document]).catch((cause: unknown) => {
          throw new HuashuError('unavailable', 'this could not be stored; send it again later', { cause })
        })
        // when someone else was faster it is changed anew
        if (!isSaved) continue
        known.set(store, body)
        return
      }
    },
  }
}
