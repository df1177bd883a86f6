import { addCell, type Cell, cellAt, cellsOf, emptySheet, type Sheet } from './sheet.ts'

/**
 * A day added up along what is mostly asked for: agents as a whole, and intents and scripts of all agents together, which stand under agent ''. A month of a large store is
 * answered from some ten thousands of such cells and not from millions. `rollup(a + b) = rollup(a) + rollup(b)`.
 */
export function rollupOf(sheet: Sheet): Sheet {
  const sums = emptySheet(sheet.store, sheet.day)
  for (const cell of cellsOf(sheet)) {
    const { channel, agent, intent, script } = cell
    addCell(cellAt(sums, { channel, agent, intent: '', script: '' }), cell)
    if (intent !== '' || script !== '') addCell(cellAt(sums, { channel, agent: '', intent, script }), cell)
  }
  return sums
}

/** Whether a cell of a rollup stands for an agent's whole day: all of these together are the day. */
export function isWhole({ intent, script }: Cell): boolean {
  return intent === '' && script === ''
}
