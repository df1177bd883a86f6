import type { ChatRead } from '../insight/index.ts'
import type { EventLog } from './event-log.ts'
import type { Clock, Talk } from './ports.ts'
import type { Principal } from './principal.ts'
import { Recent } from './recent.ts'

/** Keeps who has looked at which conversation, once a day for each reader and way. */
export interface Audit {
  /** Costs the caller nothing to wait for: what cannot be written is counted by the log. */
  read(talk: Talk, who: Pick<Principal, 'key' | 'agent'>, how: ChatRead['how']): void
}

const REMEMBERED = 20_000
const DAY_MS = 86_400_000

export function createAudit(log: EventLog, clock: Clock): Audit {
  const noted = new Recent<string, true>(REMEMBERED)
  return {
    read({ store, channel, conversationId }, { key: secret, agent }, how) {
      const at = clock.now()
      // a key is told by the beginning of its print, which is all that is kept of it anywhere
      const reader = { key: secret.slice(0, 12), ...(agent ? { agent: agent.id } : {}) }
      const day = Math.floor(at / DAY_MS)
      const key = JSON.stringify(['read', store, channel, conversationId, reader, how, day])
      if (noted.get(key)) return
      noted.set(key, true)
      const body: ChatRead = { ...reader, how }
      log
        .append({ kind: 'read', store, channel, conversationId, key, print: '', at, body })
        .catch(() => noted.forget(key))
    },
  }
}
