export { foldKpis } from './fold.ts'
export { KLM } from './keystrokes.ts'
export { monthEnd } from './month-end.ts'
export { answerKpis, type KpiQuestion } from './query.ts'
export { addSheet, type Sheet } from './sheet.ts'
export {
  emptyKpis,
  type KpiSettings,
  type KpiState,
  loadKpis,
  loadSheet,
  type SavedKpis,
  type SavedSheet,
  saveKpis,
  saveSheet,
} from './state.ts'
