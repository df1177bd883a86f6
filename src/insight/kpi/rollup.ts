import type { KpiBy } from '../../protocol/index.ts'
import { addCell, type Cell, cellAt, cellsOf, emptySheet, type Sheet } from './sheet.ts'

/**
 * A day added up along what is mostly asked for, so that a month of a large store is answered from some thousands of cells and not from half a million: by agent, by intent and
 * by script, each with the channel.
 */
export interface Rollup {
  readonly agents: Sheet
  readonly intents: Sheet
  readonly scripts: Sheet
}

export function rollupOf(sheet: Sheet): Rollup {
  const { store, day } = sheet
  const rollup = { agents: emptySheet(store, day), intents: emptySheet(store, day), scripts: emptySheet(store, day) }
  addToRollup(rollup, sheet)
  return rollup
}

/** `rollupOf(a + b)` = `rollupOf(a)` with `b` added. */
export function addToRollup({ agents, intents, scripts }: Rollup, sheet: Sheet): void {
  for (const cell of cellsOf(sheet)) {
    const { channel, agent, intent, script } = cell
    addCell(cellAt(agents, { channel, agent, intent: '', script: '' }), cell)
    if (intent !== '') addCell(cellAt(intents, { channel, agent: '', intent, script: '' }), cell)
    if (script !== '') addCell(cellAt(scripts, { channel, agent: '', intent: '', script }), cell)
  }
}

/** The cells that answer a question by `by`: those its rows are made of, of one agent when `agent` says so. */
export function rowCells(sheet: Sheet, rollup: Rollup, by: KpiBy, agent: string | undefined): Iterable<Cell> {
  if (by !== 'intent' && by !== 'script') return cellsOf(rollup.agents)
  if (agent !== undefined) return cellsOf(sheet, agent)
  return cellsOf(rollup[by === 'intent' ? 'intents' : 'scripts'])
}
