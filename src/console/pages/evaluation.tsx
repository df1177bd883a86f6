import { useMemo, useState } from 'preact/hooks'
import type { Intent } from '../../protocol/index.ts'
import { ask } from '../api.ts'
import { measure, type Reading } from '../evaluation/measure.ts'
import { readRows } from '../evaluation/read-rows.ts'
import { Report } from '../evaluation/report.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { RunBar } from '../parts/run-bar.tsx'
import { TextSource } from '../parts/text-source.tsx'
import { useSession, useWords } from '../session.ts'
import { useRun } from '../use-run.ts'
import { RUN } from '../words/run.ts'
import { SHELL } from '../words/shell.ts'
import { filled } from '../words/table.ts'
import '../styles/figures.css'
import '../styles/run.css'

/** Messages sent at once: often enough for a bar that moves. */
const PIECE = 100

interface Results {
  readonly results: readonly { readonly intents: readonly Intent[]; readonly abstained: boolean }[]
}

/** How well labelled messages are read, measured from the browser. */
export default function Evaluation() {
  const { store } = useSession()
  const words = useWords(RUN)
  const shell = useWords(SHELL)
  const [text, setText] = useState('')
  const [readings, setReadings] = useState<readonly Reading[]>([])
  const [perMessageMs, setPerMessageMs] = useState(0)
  const run = useRun()
  const { rows, bad } = useMemo(() => readRows(text), [text])
  const measured = useMemo(() => measure(readings), [readings])

  function start() {
    setReadings([])
    run.start(async (signal) => {
      let spentMs = 0
      for (let from = 0; from < rows.length; from += PIECE) {
        const piece = rows.slice(from, from + PIECE)
        const asked = performance.now()
        const body = { store: store?.id, texts: piece.map((row) => row.text) }
        const { results } = await ask<Results>('/v1/intents', { body, signal })
        spentMs += performance.now() - asked
        setPerMessageMs(spentMs / (from + piece.length))
        setReadings((before) => [...before, ...piece.map((row, i) => ({ row, ...results[i]! }))])
      }
    })
  }

  return (
    <>
      <h1>{shell.evaluation}</h1>
      <section class="card run">
        <p class="soft">{words.eval_says}</p>
        <TextSource
          text={text}
          change={(changed) => {
            run.stop()
            setReadings([])
            setText(changed)
          }}
          accept=".jsonl,.ndjson"
          placeholder={words.eval_paste}
        />
        {bad.length > 0 && <p class="problem">{filled(words.bad, { lines: bad.slice(0, 20).join(', ') })}</p>}
        {text.trim() !== '' && rows.length === 0 && <p class="problem">{words.unlabelled}</p>}
        <RunBar run={run} start={start} canStart={rows.length > 0} of={rows.length} done={readings.length} />
        <ErrorNote error={run.error} again={start} />
      </section>
      {readings.length > 0 && <Report measured={measured} readings={readings} perMessageMs={perMessageMs} />}
    </>
  )
}
