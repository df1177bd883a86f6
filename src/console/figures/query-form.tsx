import type { KpiBy } from '../../protocol/index.ts'
import { call, withQuery } from '../api.ts'
import { downloadText } from '../download-text.ts'
import { Choice } from '../parts/choice.tsx'
import { useSession, useWords } from '../session.ts'
import { FIGURES } from '../words/figures.ts'

export interface FiguresQuery {
  readonly from: string
  readonly to: string
  readonly by: KpiBy
  /** Absent = all of them. */
  readonly agent?: string | undefined
  readonly channel?: string | undefined
}

interface QueryFormProps {
  readonly query: FiguresQuery
  readonly change: (query: FiguresQuery) => void
}

export function QueryForm({ query, change }: QueryFormProps) {
  const { store } = useSession()
  const words = useWords(FIGURES)
  const { from, to, by } = query
  async function download() {
    const csv = await call(withQuery('/v1/kpis', { store: store?.id, ...query, format: 'csv' }))
    downloadText(await csv.text(), `kpis-${store?.id}-${from}-${to}-by-${by}.csv`, 'text/csv')
  }
  return (
    <form class="row" onSubmit={(event) => event.preventDefault()}>
      <label class="choice">
        <span>{words.from}</span>
        <input
          type="date"
          name="from"
          value={from}
          max={to}
          required
          onChange={({ currentTarget: { value } }) => value && change({ ...query, from: value })}
        />
      </label>
      <label class="choice">
        <span>{words.to}</span>
        <input
          type="date"
          name="to"
          value={to}
          min={from}
          required
          onChange={({ currentTarget: { value } }) => value && change({ ...query, to: value })}
        />
      </label>
      <Choice
        label={words.by}
        name="by"
        value={by}
        options={{
          day: words.by_day,
          agent: words.by_agent,
          channel: words.by_channel,
          script: words.by_script,
          intent: words.by_intent,
        }}
        choose={(chosen) => change({ ...query, by: chosen })}
      />
      <button type="button" onClick={download}>
        {words.csv}
      </button>
    </form>
  )
}
