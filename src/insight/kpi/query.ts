import type { KpiBy, KpiFigures, KpiRow } from '../../protocol/index.ts'
import { figuresOf, inTimeOf, type Tally } from './figures.ts'
import { type Rollup, rollupOf, rowCells } from './rollup.ts'
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
}

/** Adds up days, in any order. */
export interface KpiTable {
  take(sheet: Sheet, rollup: Rollup): void
  answer(): KpiAnswer
}

export function createKpiTable({ by, agent, channel, currency, replySec }: KpiQuestion): KpiTable {
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
    take(sheet, rollup) {
      const { day } = sheet
      const limits = new Map<string, number>()
      const isAsked = (cell: Cell) =>
        (agent === undefined || cell.agent === agent) && (channel === undefined || cell.channel === channel)
      const add = (sum: Sum, cell: Cell) => {
        addCell(sum, cell)
        if (!cell.times.response) return
        const limit = limits.get(cell.channel) ?? replySec(cell.channel, day)
        limits.set(cell.channel, limit)
        sum.inTime += inTimeOf(cell, limit)
      }
      for (const cell of cellsOf(rollup.agents)) if (isAsked(cell)) add(total, cell)
      for (const cell of rowCells(sheet, rollup, by, agent)) {
        const key = by === 'day' ? day : cell[by]
        // what is kept at another depth has no script or intent; an agent whom nobody named is one
        if ((key !== '' || by === 'agent') && isAsked(cell)) add(sumOf(key), cell)
      }
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
export function answerKpis(sheets: Iterable<Sheet>, question: KpiQuestion): KpiAnswer {
  const table = createKpiTable(question)
  for (const sheet of sheets) table.take(sheet, rollupOf(sheet))
  return table.answer()
}

type Sum = Cell & { inTime: Tally['inTime'] }

function emptySum(): Sum {
  return { channel: '', agent: '', intent: '', script: '', counts: {}, times: {}, inTime: 0 }
}
