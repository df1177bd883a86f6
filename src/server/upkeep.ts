import { setImmediate as nextTick } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { Locale } from '../protocol/index.ts'
import { localesIn } from './corrections/shared-models.ts'
import type { Gateway } from './gateway.ts'
import { keepTasks } from './jobs/tasks.ts'
import { keepReplyReminders } from './reply-clock.ts'

const SWEEP_MS = 60_000
const PURGE_MS = 3_600_000
const PURGE_ROWS = 500
const DAY_MS = 86_400_000

/**
 * What has to happen now and then: idle conversations leave memory, old events leave the log, corrections are learned. What one process does for all is left to
 * the worker where there is one. Ends with the app, which closes the log last.
 */
export function keepUp(app: FastifyInstance, gateway: Gateway, retentionDays: number): void {
  const {
    clock,
    conversations,
    database,
    folds,
    log,
    logger,
    bus,
    news,
    relearning,
    role,
    sharedModels,
    kpis,
    learning,
    versioned,
    policyDesk,
  } = gateway
  const tasks = gateway.jobs && keepTasks(gateway, gateway.jobs)
  const reminders = keepReplyReminders(gateway)
  let isClosed = false

  async function purge(): Promise<void> {
    const before = clock.now() - retentionDays * DAY_MS
    // what a fold has not counted yet stays until it has
    const upTo = await database.foldedUpTo(folds.map(({ name }) => name))
    // in small pieces: between them messages are written
    while (!isClosed && (await database.purge(before, upTo, PURGE_ROWS)) === PURGE_ROWS) await nextTick()
  }

  const timers = [setInterval(() => conversations.sweep(), SWEEP_MS)]
  if (role !== 'gateway') {
    timers.push(
      setInterval(() => purge().catch((err) => logger.error({ err }, 'old events could not be deleted')), PURGE_MS),
    )
    // what the last process did not come to, and what another version of the data has to be taught again
    for (const locale of Locale.options) relearning.wake(locale)
    news.listen('corrections', (body) => {
      for (const locale of localesIn(body)) relearning.wake(locale)
    })
  } else for (const locale of Locale.options) void sharedModels.take(locale)
  app.addHook('onClose', async () => {
    isClosed = true
    reminders.close()
    policyDesk.close()
    for (const timer of timers) clearInterval(timer)
    await relearning.close()
    await tasks?.close()
    await log.flush()
    await kpis?.catchUp()
    await kpis?.close()
    await learning.close()
    await versioned.close()
    await conversations.close()
    await bus.close()
    await database.close()
  })
}
