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

/** The figures of some days, parted and as a whole; rows in the order of their keys. */
export function answerKpis(
  sheets: Iterable<Sheet>,
  { by, agent, channel, currency, replySec }: KpiQuestion,
): { rows: KpiRow[]; total: KpiFigures } {
  const groups = new Map<string, Sum>()
  const total = emptySum()
  for (const { day, cells } of sheets) {
    const limits = new Map<string, number>()
    for (const cell of cells.values()) {
      if (agent !== undefined && cell.agent !== agent) continue
      if (channel !== undefined && cell.channel !== channel) continue
      let limit = limits.get(cell.channel)
      if (limit === undefined) {
        limit = replySec(cell.channel, day)
        limits.set(cell.channel, limit)
      }
      const inTime = inTimeOf(cell, limit)
      addTo(total, cell, inTime)
      const key = by === 'day' ? day : cell[by]
      // what is kept at another depth has no script or intent; an agent whom nobody named is one
      if (key === '' && by !== 'agent') continue
      let sum = groups.get(key)
      if (!sum) {
        sum = emptySum()
        groups.set(key, sum)
      }
      addTo(sum, cell, inTime)
    }
  }
  const rows = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, sum]) => ({ key, figures: figuresOf(sum, currency) }))
  return { rows, total: figuresOf(total, currency) }
}

type Sum = Cell & { inTime: Tally['inTime'] }

function emptySum(): Sum {
  return { channel: '', agent: '', intent: '', script: '', counts: {}, times: {}, inTime: 0 }
}

function addTo(sum: Sum, cell: Cell, inTime: number): void {
  addCell(sum, cell)
  sum.inTime += inTime
}
