import type { KpiBy, KpiFigures, KpiRow } from '../../protocol/index.ts'
import { figuresOf, inTimeOf, type Tally } from './figures.ts'
import { addCell, type Cell, type Sheet } from './sheet.ts'

export interface KpiQuestion {
  readonly by: KpiBy
  /** Only this agent's figures. */
  readonly agent?: string | undefined
  readonly channel?: string | undefined
  readonly currency: string
  /** Within how many seconds a channel wants a reply, on a day. */
  readonly replySec: (channel: string, day: string) => number
}

/** Adds up the cells of some days, in any order; a cell costs about a microsecond, so that whoever has other work can pause between two. */
export interface KpiTable {
  take(day: string, cell: Cell): void
  /** Rows in the order of their keys. */
  answer(): { rows: KpiRow[]; total: KpiFigures }
}

export function createKpiTable({ by, agent, channel, currency, replySec }: KpiQuestion): KpiTable {
  const groups = new Map<string, Sum>()
  const total = emptySum()
  const limits = new Map<string, number>()
  const limitOf = (at: string, day: string) => {
    const key = day + at
    let limit = limits.get(key)
    if (limit === undefined) {
      limit = replySec(at, day)
      limits.set(key, limit)
    }
    return limit
  }
  return {
    take(day, cell) {
      if (agent !== undefined && cell.agent !== agent) return
      if (channel !== undefined && cell.channel !== channel) return
      const inTime = cell.times.response ? inTimeOf(cell, limitOf(cell.channel, day)) : 0
      addTo(total, cell, inTime)
      const key = by === 'day' ? day : cell[by]
      // what is kept at another depth has no script or intent; an agent whom nobody named is one
      if (key === '' && by !== 'agent') return
      let sum = groups.get(key)
      if (!sum) {
        sum = emptySum()
        groups.set(key, sum)
      }
      addTo(sum, cell, inTime)
    },
    answer: () => ({
      rows: [...groups]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, sum]) => ({ key, figures: figuresOf(sum, currency) }))
        // what was counted for one and then for another leaves zeros behind
        .filter(({ figures }) => Object.keys(figures).length > 0),
      total: figuresOf(total, currency),
    }),
  }
}

/** The figures of some days, parted and as a whole. */
export function answerKpis(sheets: Iterable<Sheet>, question: KpiQuestion): ReturnType<KpiTable['answer']> {
  const table = createKpiTable(question)
  for (const { day, cells } of sheets) for (const cell of cells.values()) table.take(day, cell)
  return table.answer()
}

type Sum = Cell & { inTime: Tally['inTime'] }

function emptySum(): Sum {
  return { channel: '', agent: '', intent: '', script: '', counts: {}, times: {}, inTime: 0 }
}

function addTo(sum: Sum, cell: Cell, inTime: number): void {
  addCell(sum, cell)
  sum.inTime += inTime
}
