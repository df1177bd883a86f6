import { downloadBlob } from './download-blob.ts'

/** With this in front, spreadsheets read UTF-8 as such. */
const BOM = '\ufeff'

/** Gives a text to the browser to save. */
export function downloadText(text: string, name: string, type: 'text/csv' | 'application/json'): void {
  const isMarked = type === 'application/json' || text.startsWith(BOM)
  downloadBlob(new Blob([isMarked ? text : BOM + text], { type: `${type};charset=utf-8` }), name)
}
