import { useState } from 'preact/hooks'
import type { GoodsReport } from '../../protocol/index.ts'
import { type ApiError, ask, call, withQuery } from '../api.ts'
import { downloadBlob } from '../download-blob.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { isLead, useSession, useWords } from '../session.ts'
import { GOODS } from '../words/goods.ts'
import { SETTINGS } from '../words/settings.ts'
import { filled } from '../words/table.ts'
import { GoodsFaults } from './goods-faults.tsx'

const FILES = { sheet: 'xlsx', csv: 'csv', charts: 'charts', lines: 'jsonl' } as const
const KINDS = ['sheet', 'csv', 'charts', 'lines'] as const
const NAMES = { xlsx: 'goods.xlsx', csv: 'goods.csv', charts: 'size-charts.csv', jsonl: 'goods.jsonl' } as const

/** What the store sells, brought in and taken out as a file: what would become of it is shown before anything is written. */
export function GoodsFiles({ written }: { readonly written: () => void }) {
  const { me, store } = useSession()
  const words = useWords(GOODS)
  const { needs_lead } = useWords(SETTINGS)
  const [file, setFile] = useState<File>()
  const [report, setReport] = useState<GoodsReport>()
  const [error, setError] = useState<ApiError>()
  const [isBusy, setBusy] = useState(false)

  async function send(chosen: File, dryRun: boolean) {
    setBusy(true)
    setError(undefined)
    const path = withQuery('/v1/products/import', { store: store?.id, dryRun: String(dryRun) })
    await ask<GoodsReport>(path, { method: 'POST', body: chosen }).then((told) => {
      setReport(told)
      if (told.written) written()
    }, setError)
    setBusy(false)
  }
  async function takeOut(kind: (typeof KINDS)[number]) {
    setError(undefined)
    const format = FILES[kind]
    const path = withQuery('/v1/products/export', { store: store?.id, format })
    await call(path)
      .then(async (response) => downloadBlob(await response.blob(), NAMES[format]))
      .catch(setError)
  }

  const brings = report && report.faults.length === 0 ? report.counts.added + report.counts.changed : 0
  return (
    <div class="files">
      <section class="card run">
        <p class="soft">{words.says}</p>
        {isLead(me) ? (
          <div class="row">
            <label class="file">
              <span>{file?.name ?? words.file}</span>
              <input
                type="file"
                accept=".csv,.xlsx,.json,.jsonl"
                onChange={({ currentTarget: { files } }) => {
                  setReport(undefined)
                  setFile(files?.[0])
                  if (files?.[0]) send(files[0], true)
                }}
              />
            </label>
            <button type="button" disabled={!file || isBusy} onClick={() => file && send(file, true)}>
              {words.look}
            </button>
            <button
              type="button"
              class="main"
              disabled={!file || isBusy || brings === 0 || report?.written}
              onClick={() => file && send(file, false)}
            >
              {filled(words.go, { n: brings })}
            </button>
          </div>
        ) : (
          <p class="soft">{needs_lead}</p>
        )}
        <ErrorNote error={error} />
        {report?.written && <p role="status">{words.done}</p>}
      </section>
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
      </section>
    </div>
  )
}
