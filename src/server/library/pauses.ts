import { HuashuError } from '../../protocol/index.ts'
import type { Clock, Engine } from '../ports.ts'
import type { Principal } from '../principal.ts'
import { authorOf, type Versioned } from '../versioned.ts'

/** Whether a store's suggestions are switched off, and who did it when. */
export interface Pause {
  readonly paused: boolean
  readonly at?: string | undefined
  readonly author?: string | undefined
}

/** A lead's switch over all suggestions of a store. */
export interface PauseSwitch {
  of(store: string): Pause
  /** Resolves once durable. @throws HuashuError `unavailable` */
  turn(store: string, who: Principal, paused: boolean): Promise<Pause>
}

const KIND = 'store'

export function createPauseSwitch({
  engine,
  versioned,
  clock,
}: {
  readonly engine: Engine
  readonly versioned: Versioned
  readonly clock: Clock
}): PauseSwitch {
  const known = new Map<string, { readonly pause: Pause; readonly version: number }>()

  versioned.attend(KIND, (newest) => {
    for (const { id, version, body } of newest) {
      if (!engine.storeIds.includes(id) || (known.get(id)?.version ?? 0) >= version) continue
      const pause = body as Pause
      known.set(id, { pause, version })
      engine.equip(id, { isPaused: pause.paused })
    }
  })

  const of = (store: string): Pause => known.get(store)?.pause ?? { paused: false }
  return {
    of,
    async turn(store, who, paused) {
      const author = authorOf(who)
      const pause: Pause = { paused, at: new Date(clock.now()).toISOString(), author }
      const stale = await versioned.write(KIND, author, [
        { id: store, version: (known.get(store)?.version ?? 0) + 1, body: pause },
      ])
      if (stale.length > 0) throw new HuashuError('precondition_failed', 'somebody else has just switched it')
      return of(store)
    },
  }
}
