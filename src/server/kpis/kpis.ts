import { cellsOf, createKpiTable, type KpiQuestion, monthEnd, needsDetail, type Sheet } from '../../insight/index.ts'
import { localTime, replyClock } from '../../policy/index.ts'
import { HuashuError, type KpiMonth, type KpisQuery, type KpisResult } from '../../protocol/index.ts'
import { createPauses } from '../in-slices.ts'
import type { Clock, Engine, FoldLog } from '../ports.ts'
import { createKpiFollower, type KpiFollower } from './kpi-follower.ts'

export interface KpisDeps {
  readonly engine: Engine
  readonly log: FoldLog
  readonly clock: Clock
  readonly failed: (error: unknown) => void
}

/** The figures of the stores. */
export interface Kpis extends Pick<KpiFollower, 'catchUp' | 'close'> {
  /** Answers for one store; `months` only when asked `withMonths`. @throws HuashuError `bad_request` */
  ask(store: string, query: Omit<KpisQuery, 'store' | 'format'>, withMonths: boolean): Promise<KpisResult>
}

/** Days one question may span. */
const LONGEST = 400
/** Days of a question that names none. */
const USUAL = 7
const DAY_MS = 86_400_000

export function createKpis({ engine, log, clock, failed }: KpisDeps): Kpis {
  const policyOf = (id: string) => engine.deps(id).store
  const follower = createKpiFollower({
    log,
    failed,
    settings(id) {
      if (!engine.storeIds.includes(id)) return undefined
      const { timezone, figures } = policyOf(id)
      return { timezone, conversionDays: figures.conversionDays }
    },
  })

  async function monthsOf(store: string, channel: string | undefined): Promise<KpiMonth[]> {
    const policy = policyOf(store)
    const now = clock.now()
    const { day } = localTime(now, policy.timezone)
    const month = await follower.days(store, daysFrom(`${day.slice(0, 8)}01`, day), false)
    const sheets = month.map(({ sums }) => sums)
    const channels = channel === undefined ? channelsOf(sheets) : [channel]
    return channels.map((at) =>
      monthEnd(sheets, {
        channel: at,
        clock: replyClock(policy, engine.clocks, at, day),
        now,
        timezone: policy.timezone,
      }),
    )
  }

  return {
    catchUp: follower.catchUp,
    close: follower.close,

    async ask(store, { from, to, by = 'day', agent, channel }, withMonths) {
      const policy = policyOf(store)
      const today = localTime(clock.now(), policy.timezone).day
      const last = to ?? (from !== undefined && from > today ? from : today)
      const first = from ?? dayBefore(last, USUAL - 1)
      const days = daysFrom(first, last)
      const question: KpiQuestion = {
        by,
        agent,
        channel,
        currency: policy.currency,
        replySec: (at, day) => replyClock(policy, engine.clocks, at, day).replySec,
      }
      const table = createKpiTable(question)
      const pause = createPauses()
      for (const { sums, agents } of await follower.days(store, days, needsDetail(question))) {
        table.take(sums, agents)
        const paused = pause()
        if (paused) await paused
      }
      const countedTo = follower.countedTo(store)
      return {
        store,
        timezone: policy.timezone,
        from: first,
        to: last,
        by,
        ...(countedTo === 0 ? {} : { countedTo: new Date(countedTo).toISOString() }),
        ...table.answer(),
        ...(withMonths ? { months: await monthsOf(store, channel) } : {}),
      }
    },
  }
}

/** @throws HuashuError `bad_request` when the days are in the wrong order or too many. */
function daysFrom(first: string, last: string): string[] {
  const count = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1
  if (count < 1) throw new HuashuError('bad_request', 'query.to: before query.from')
  if (count > LONGEST) throw new HuashuError('bad_request', `query.from: more than ${LONGEST} days before query.to`)
  return Array.from({ length: count }, (_, i) => dayBefore(last, count - 1 - i))
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10)
}

function channelsOf(sheets: readonly Sheet[]): string[] {
  const channels = new Set<string>()
  for (const sheet of sheets) for (const { channel } of cellsOf(sheet)) channels.add(channel)
  return [...channels].sort()
}
