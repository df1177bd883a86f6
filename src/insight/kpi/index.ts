export { foldKpis } from './fold.ts'
export { KLM } from './keystrokes.ts'
export { monthEnd } from './month-end.ts'
export { answerKpis, createKpiTable, type KpiQuestion, type KpiTable } from './query.ts'
export { addSheet, type Cell, emptySheet, type Sheet } from './sheet.ts'
export {
  emptyKpis,
  forgetTalks,
  type KpiSettings,
  type KpiState,
  loadKpis,
  loadSheet,
  type SavedKpis,
  type SavedSheet,
  saveKpis,
  saveSheet,
} from './state.ts'
