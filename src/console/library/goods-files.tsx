import { useState } from 'preact/hooks'
import type { GoodsReport } from '../../protocol/index.ts'
import { type ApiError, call, withQuery } from '../api.ts'
import { downloadBlob } from '../download-blob.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { useSession, useWords } from '../session.ts'
import { GOODS } from '../words/goods.ts'
import { FileImport } from './file-import.tsx'
import { GoodsFaults } from './goods-faults.tsx'

const FILES = { sheet: 'xlsx', csv: 'csv', charts: 'charts', lines: 'jsonl' } as const
const KINDS = ['sheet', 'csv', 'charts', 'lines'] as const
const NAMES = { xlsx: 'goods.xlsx', csv: 'goods.csv', charts: 'size-charts.csv', jsonl: 'goods.jsonl' } as const

/** What the store sells, brought in and taken out as a file: what would become of it is shown before anything is written. */
export function GoodsFiles({ written }: { readonly written: () => void }) {
  const { store } = useSession()
  const words = useWords(GOODS)
  const [report, setReport] = useState<GoodsReport>()
  const [error, setError] = useState<ApiError>()

  function tell(told: GoodsReport | undefined) {
    setReport(told)
    if (told?.written) written()
  }
  async function takeOut(kind: (typeof KINDS)[number]) {
    setError(undefined)
    const format = FILES[kind]
    const path = withQuery('/v1/products/export', { store: store?.id, format })
    await call(path)
      .then(async (response) => downloadBlob(await response.blob(), NAMES[format]))
      .catch(setError)
  }

  return (
    <div class="files">
      <FileImport
        path="/v1/products/import"
        accept=".csv,.xlsx,.json,.jsonl"
        words={words}
        report={report}
        tell={tell}
        brings={({ faults, counts }) => (faults.length === 0 ? counts.added + counts.changed : 0)}
        isWritten={({ written }) => written}
      />
      {report && <GoodsFaults report={report} />}
      <section class="card">
        <h2>{words.take_out}</h2>
        <div class="row">
          {KINDS.map((kind) => (
            <button key={kind} type="button" onClick={() => takeOut(kind)}>
              {words[kind]}
            </button>
          ))}
        </div>
        <ErrorNote error={error} />
      </section>
    </div>
  )
}
