import { useMemo, useState } from 'preact/hooks'
import type { KpisResult } from '../../protocol/index.ts'
import { withQuery } from '../api.ts'
import { FiguresTable } from '../figures/figures-table.tsx'
import { Filters } from '../figures/filters.tsx'
import { MonthEnds } from '../figures/month-ends.tsx'
import { type FiguresQuery, QueryForm } from '../figures/query-form.tsx'
import { ResponseTimes } from '../figures/response-times.tsx'
import { numberOf, showFigure, unitOf } from '../figures/show-figure.ts'
import { tagOf } from '../language.ts'
import { Choice } from '../parts/choice.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { Plot } from '../parts/plot.tsx'
import { useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { FIGURE_NAMES, type FigureName, GROUPS, type Group } from '../words/figure-names.ts'
import { FIGURES } from '../words/figures.ts'
import { SHELL } from '../words/shell.ts'
import { filled } from '../words/table.ts'
import '../styles/figures.css'
import { Totals } from '../parts/totals.tsx'

const DAY_MS = 86_400_000
const DAYS = 14
const UNITS = { share: '%', time: 's', money: '', count: '' } as const

/** What was counted, over time and parted; docs/kpis.md says how. */
export default function Figures() {
  const { language, store } = useSession()
  const words = useWords(FIGURES)
  const names = useWords(FIGURE_NAMES)
  const shell = useWords(SHELL)
  const [query, setQuery] = useState<FiguresQuery>(() => lastDays(store?.timezone))
  const [group, setGroup] = useState<Group>('service')
  const [figure, setFigure] = useState<FigureName>('enquiries')
  const parted = useRead<KpisResult>(withQuery('/v1/kpis', { store: store?.id, ...query }))
  const daily = useRead<KpisResult>(withQuery('/v1/kpis', { store: store?.id, ...query, by: 'day' }))
  const { data, error, again } = parted
  const series = useMemo(() => seriesOf(daily.data, figure, names[figure]), [daily.data, figure, names])

  return (
    <>
      <div class="bar">
        <h1>{shell.figures}</h1>
        <QueryForm query={query} change={setQuery} />
      </div>
      <div class="row">
        <Filters query={query} change={setQuery} />
      </div>
      <ErrorNote error={error} again={again} />
      {data && (
        <>
          {data.months && data.months.length > 0 && <MonthEnds months={data.months} />}
          <div class="row">
            {(Object.keys(GROUPS) as Group[]).map((one) => (
              <button
                key={one}
                type="button"
                class="quiet"
                aria-pressed={one === group}
                onClick={() => {
                  setGroup(one)
                  setFigure(GROUPS[one][0])
                }}
              >
                {words[one]}
              </button>
            ))}
          </div>
          <Totals of={GROUPS[group].map((name) => [names[name], showFigure(name, data.total, language)])} />
          {data.rows.length === 0 ? (
            <p class="soft card">{words.none}</p>
          ) : (
            <>
              <div class="plots">
                <section class="card">
                  <div class="bar">
                    <h2>{filled(words.over_time, { figure: names[figure] })}</h2>
                    <Choice
                      label={words.figure}
                      name="figure"
                      value={figure}
                      options={
                        Object.fromEntries(GROUPS[group].map((name) => [name, names[name]])) as Record<
                          FigureName,
                          string
                        >
                      }
                      choose={setFigure}
                    />
                  </div>
                  <Plot
                    label={filled(words.over_time, { figure: names[figure] })}
                    isTime
                    unit={UNITS[unitOf(figure)]}
                    {...series}
                  />
                </section>
                <ResponseTimes bands={data.responseTimes} />
              </div>
              <section class="card">
                <FiguresTable result={data} names={GROUPS[group]} />
              </section>
            </>
          )}
          {data.countedTo && (
            <p class="soft">
              {words.counted} {new Date(data.countedTo).toLocaleString(tagOf(language), { timeZone: data.timezone })}
            </p>
          )}
        </>
      )}
    </>
  )
}

/** The last days of the store's calendar, today included. */
function lastDays(timeZone: string | undefined): FiguresQuery {
  const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', ...(timeZone ? { timeZone } : {}) })
  const now = Date.now()
  return { from: day.format(now - (DAYS - 1) * DAY_MS), to: day.format(now), by: 'agent' }
}

function seriesOf(daily: KpisResult | undefined, figure: FigureName, label: string) {
  const rows = daily?.rows ?? []
  return {
    x: rows.map(({ key }) => Date.parse(key) / 1_000),
    lines: [{ label, y: rows.map(({ figures }) => numberOf(figure, figures) ?? null) }],
  }
}
