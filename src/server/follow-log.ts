import { setTimeout as sleep } from 'node:timers/promises'
import type { LogEvent } from '../insight/index.ts'
import { createPatientPauses } from './in-slices.ts'
import type { Logger, Metrics } from './observe.ts'
import type { Clock, Database } from './ports.ts'

/** A fold of the log, kept up to date. */
export interface FollowedFold {
  readonly name: string
  /** Changes with the fold's code or form: one saved under another version is folded anew. */
  readonly version: number
  /** Begins where a saved body ended; undefined = at the beginning of the log. */
  restore(body: unknown): void
  take(event: LogEvent): void
  /** Does outside what the records taken in led to. When it fails it is called again, and the place in the log is kept. */
  settle?(): Promise<void>
  /** What is to be saved. */
  body(): unknown
}

export interface Follower {
  /** Resolves when everything that was in the log when this was called has been taken in and settled. */
  caughtUp(): Promise<void>
  /** Ends the reading and saves. */
  close(): Promise<void>
}

const PIECE = 200
const POLL_MS = 250
const SAVE_MS = 10_000
const RETRY_MS = 2_000

/** Follows the log from where the fold was saved, beside live answers and without holding them up. */
export function followLog(
  { database, clock, logger, metrics }: { database: Database; clock: Clock; logger: Logger; metrics: Metrics },
  fold: FollowedFold,
): Follower {
  const stop = new AbortController()
  const waiting: (() => void)[] = []
  let n = 0
  let savedAt = clock.now()
  let saved = 0

  async function begin(): Promise<void> {
    const kept = await database.fold(fold.name)
    const isGood = kept?.version === fold.version
    fold.restore(isGood ? kept.body : undefined)
    n = isGood ? kept.n : 0
    saved = n
  }

  async function save(): Promise<void> {
    savedAt = clock.now()
    if (n === saved) return
    await database.saveFold({ name: fold.name, version: fold.version, n, body: fold.body() })
    saved = n
  }

  /** Takes in the next piece; true when there may be more. */
  async function step(pause: () => Promise<void> | undefined): Promise<boolean> {
    const asked = waiting.length
    const records = await database.read(n, PIECE)
    for (const record of records) {
      fold.take(record as LogEvent)
      n = record.n
      await pause()
    }
    await fold.settle?.()
    if (clock.now() - savedAt >= SAVE_MS) await save()
    const isBehind = records.length === PIECE
    metrics.foldLag.set({ fold: fold.name }, isBehind ? (clock.now() - records.at(-1)!.at) / 1000 : 0)
    if (isBehind) return true
    for (const resolve of waiting.splice(0, asked)) resolve()
    return false
  }

  async function run(): Promise<void> {
    const pause = createPatientPauses()
    let isReady = false
    while (!stop.signal.aborted) {
      try {
        if (!isReady) await begin()
        isReady = true
        if (!(await step(pause))) await sleep(POLL_MS, undefined, { signal: stop.signal, ref: false })
      } catch (err) {
        if (stop.signal.aborted) break
        logger.warn({ err, fold: fold.name }, 'following the log failed; trying again')
        await sleep(RETRY_MS, undefined, { signal: stop.signal, ref: false }).catch(() => undefined)
      }
    }
    if (isReady) await save()
  }

  const running = run()
  return {
    caughtUp: () => new Promise((resolve) => waiting.push(resolve)),
    async close() {
      stop.abort()
      await running.catch((err: unknown) => logger.warn({ err, fold: fold.name }, 'a fold could not be saved'))
    },
  }
}
