import { setTimeout as sleep } from 'node:timers/promises'
import { type BreakerLimits, createCircuitBreaker } from '../circuit-breaker.ts'
import type { Logger, Metrics } from '../observe.ts'
import type { Clock } from '../ports.ts'
import type { Note, NoteTry, WriteNote } from './chatwoot-notes.ts'

export interface PostLimits {
  readonly tries: number
  /** Before the second try; twice as long before each further one. */
  readonly backoffMs: number
  /** The longest a busy platform is waited for: then the note would come too late to help. */
  readonly patienceMs: number
  readonly breaker: BreakerLimits
}

/** Writes notes to one platform of one store, tries again what is worth it, and leaves a platform alone that fails. */
export interface NotePost {
  /**
   * Resolves to whether the note may stand there now.
   * @param wanted aborted when the note is no longer wanted: nothing is tried again. What is on its way then arrives, only `close` cuts it off
   */
  write(note: Note, wanted: AbortSignal): Promise<boolean>
  readonly isPaused: boolean
  close(): void
}

export interface PostDeps {
  readonly store: string
  readonly writeNote: WriteNote
  readonly clock: Clock
  readonly metrics: Metrics
  readonly logger: Logger
}

export function createNotePost({ store, writeNote, clock, metrics, logger }: PostDeps, limits: PostLimits): NotePost {
  const breaker = createCircuitBreaker(clock, limits.breaker)
  const closing = new AbortController()
  let isOff = false

  function settle(tried: NoteTry): void {
    const { outcome } = tried
    metrics.notes.inc({ outcome })
    // a conversation that is gone says nothing against the platform
    if (outcome === 'sent' || (outcome === 'refused' && tried.isGone)) breaker.succeeded()
    else breaker.failed()
    if (outcome === 'public') {
      isOff = true
      logger.fatal({ store }, 'a note was written where shoppers can read it: no more notes until the next start')
    } else if (outcome !== 'sent') logger.warn({ store, outcome, says: tried.says }, 'a note was not written')
  }

  return {
    async write(note, wanted) {
      const until = clock.now() + limits.patienceMs
      for (let n = 1; ; n += 1) {
        if (isOff || !breaker.mayCall()) {
          metrics.notes.inc({ outcome: 'paused' })
          return false
        }
        const tried = await writeNote(note, closing.signal).catch((error) => {
          breaker.abandoned()
          throw error
        })
        settle(tried)
        if (tried.outcome !== 'busy') return tried.outcome !== 'refused'
        const waitMs = Math.max(tried.afterMs ?? 0, limits.backoffMs * 2 ** (n - 1))
        if (n >= limits.tries || clock.now() + waitMs > until) return false
        await sleep(waitMs, undefined, { signal: AbortSignal.any([wanted, closing.signal]) })
      }
    },
    get isPaused() {
      return isOff || breaker.isOpen
    },
    close: () => closing.abort(),
  }
}
