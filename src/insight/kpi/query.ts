import type { KpiBy, KpiFigures, KpiRow } from '../../protocol/index.ts'
import { figuresOf, inTimeOf, type Tally } from './figures.ts'
import { responseBands } from './response-bands.ts'
import { isWhole, rollupOf } from './rollup.ts'
import { addCell, type Cell, cellsOf, type Sheet } from './sheet.ts'

export interface KpiQuestion {
  readonly by: KpiBy
  /** Only this agent's figures. */
  readonly agent?: string | undefined
  readonly channel?: string | undefined
  readonly currency: string
  /** Within how many seconds a channel wants a reply, on a day. */
  readonly replySec: (channel: string, day: string) => number
}

/** Rows in the order of their keys, and the whole. */
export interface KpiAnswer {
  readonly rows: KpiRow[]
  readonly total: KpiFigures
  readonly responseTimes: ReturnType<typeof responseBands>
}

/** True when a question needs a day's cells by agent and intent or script, and not only its sums. */
export function needsDetail({ by, agent }: Pick<KpiQuestion, 'by' | 'agent'>): boolean {
  return agent !== undefined && (by === 'intent' || by === 'script')
}

/** Adds up days, in any order. */
export interface KpiTable {
  /** Takes a day by its rollup, and in full where the question needs that. */
  take(sums: Sheet, detail?: Sheet): void
  /** To be called once, when all days are taken. */
  answer(): KpiAnswer
}

export function createKpiTable({ by, agent, channel, currency, replySec }: KpiQuestion): KpiTable {
  /** What rows are made of that agents' whole days do not tell. */
  const depth = by === 'intent' || by === 'script' ? by : undefined
  const groups = new Map<string, Sum>()
  const total = emptySum()

  function sumOf(key: string): Sum {
    let sum = groups.get(key)
    if (!sum) {
      sum = emptySum()
      groups.set(key, sum)
    }
    return sum
  }

  return {
    take(sums, detail) {
      const { day } = sums
      const limits = new Map<string, number>()
      const add = (sum: Sum, cell: Cell) => {
        addCell(sum, cell)
        if (!cell.times.response) return
        const limit = limits.get(cell.channel) ?? replySec(cell.channel, day)
        limits.set(cell.channel, limit)
        sum.inTime += inTimeOf(cell, limit)
      }
      for (const cell of cellsOf(sums)) {
        if (channel !== undefined && cell.channel !== channel) continue
        if (isWhole(cell)) {
          if (agent !== undefined && cell.agent !== agent) continue
          add(depth ? total : sumOf(by === 'day' ? day : by === 'agent' ? cell.agent : cell.channel), cell)
        } else if (depth && agent === undefined && cell[depth] !== '') {
          add(sumOf(cell[depth]), cell)
        }
      }
      if (!detail || !depth || agent === undefined) return
      for (const cell of cellsOf(detail, agent))
        if (cell[depth] !== '' && (channel === undefined || cell.channel === channel)) add(sumOf(cell[depth]), cell)
    },
    answer() {
      // agents, days and channels part the whole, intents and scripts only a part of it
      if (!depth) for (const sum of groups.values()) addSum(total, sum)
      const rows = [...groups]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, sum]) => ({ key, figures: figuresOf(sum, currency) }))
        // what was counted for one and then for another leaves zeros behind
        .filter(({ figures }) => Object.keys(figures).length > 0)
      return { rows, total: figuresOf(total, currency), responseTimes: responseBands(total.times.response) }
    },
  }
}

/** The figures of some days, parted and as a whole. */
export function answerKpis(sheets: Iterable<Sheet>, question: KpiQuestion): KpiAnswer {
  const table = createKpiTable(question)
  for (const sheet of sheets) table.take(rollupOf(sheet), needsDetail(question) ? sheet : undefined)
  return table.answer()
}

type Sum = Cell & { inTime: Tally['inTime'] }

function addSum(to: Sum, from: Sum): void {
  addCell(to, from)
  to.inTime += from.inTime
}

function emptySum(): Sum {
  return { channel: '', agent: '', intent: '', script: '', counts: {}, times: {}, inTime: 0 }
}
