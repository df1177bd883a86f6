import type { KpisResult } from '../../protocol/index.ts'
import { withQuery } from '../api.ts'
import { Choice } from '../parts/choice.tsx'
import { useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { FIGURES } from '../words/figures.ts'
import type { FiguresQuery } from './query-form.tsx'

interface FiltersProps {
  readonly query: FiguresQuery
  readonly change: (query: FiguresQuery) => void
}

/** Whose figures, and of which channel: those who were at work in the time that is asked for. */
export function Filters({ query, change }: FiltersProps) {
  const words = useWords(FIGURES)
  const { agent = '', channel = '' } = query
  return (
    <>
      <Choice
        label={words.agent}
        name="agent"
        value={agent}
        options={{ '': words.all, ...useKeys('agent', query, agent) }}
        choose={(chosen) => change({ ...query, agent: chosen || undefined })}
      />
      <Choice
        label={words.channel}
        name="channel"
        value={channel}
        options={{ '': words.all, ...useKeys('channel', query, channel) }}
        choose={(chosen) => change({ ...query, channel: chosen || undefined })}
      />
    </>
  )
}

/** What there is to choose from; what is chosen stays among it when the days change. */
function useKeys(by: 'agent' | 'channel', { from, to }: FiguresQuery, chosen: string): Record<string, string> {
  const { store } = useSession()
  const { data } = useRead<KpisResult>(withQuery('/v1/kpis', { store: store?.id, from, to, by }))
  const keys = new Set([...(data?.rows ?? []).map(({ key }) => key), chosen].filter((key) => key !== ''))
  return Object.fromEntries([...keys].sort().map((key) => [key, key]))
}
