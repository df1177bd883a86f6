export { foldKpis } from './fold.ts'
export { KLM } from './keystrokes.ts'
export { monthEnd } from './month-end.ts'
export { answerKpis, createKpiTable, type KpiAnswer, type KpiQuestion, type KpiTable, needsDetail } from './query.ts'
export { rollupOf } from './rollup.ts'
export { addSheet, cellsOf, emptySheet, type Sheet } from './sheet.ts'
export {
  emptyKpis,
  forgetTalks,
  type KpiSettings,
  type KpiState,
  loadKpis,
  loadSheet,
  type SavedKpis,
  type SavedSheet,
  savingKpis,
  savingSheet,
} from './state.ts'
