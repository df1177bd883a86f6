import { useState } from 'preact/hooks'
import type { ImportReport } from '../../protocol/index.ts'
import { useWords } from '../session.ts'
import { IMPORT } from '../words/import.ts'
import { FileImport } from './file-import.tsx'
import { ImportRows } from './import-rows.tsx'
import { PastImports } from './past-imports.tsx'

const isWritten = ({ importId }: ImportReport) => importId !== undefined

/** Phrases of another program: what would become of each is shown before anything is written. */
export function Import() {
  const words = useWords(IMPORT)
  const [report, setReport] = useState<ImportReport>()
  const [times, setTimes] = useState(0)

  function tell(told: ImportReport | undefined) {
    setReport(told)
    if (told && isWritten(told)) setTimes(times + 1)
  }

  return (
    <>
      <FileImport
        path="/v1/scripts/import"
        accept=".csv,.xlsx,.json,.yaml,.yml"
        words={words}
        report={report}
        tell={tell}
        brings={({ counts }) => counts.new + counts.draft}
        isWritten={isWritten}
      />
      {report && <ImportRows report={report} />}
      <PastImports key={times} changed={() => setReport(undefined)} />
    </>
  )
}
