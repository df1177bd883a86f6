import type { KpiMonth } from '../../protocol/index.ts'
import { useSession, useWords } from '../session.ts'
import { FIGURES } from '../words/figures.ts'
import { filled } from '../words/table.ts'
import { showShare, showTime } from './show-figure.ts'

/** How the running month will end, by the clock of each platform. */
export function MonthEnds({ months }: { readonly months: readonly KpiMonth[] }) {
  return (
    <div class="months">
      {months.map((month) => (
        <MonthEnd key={month.channel} month={month} />
      ))}
    </div>
  )
}

function MonthEnd({ month }: { readonly month: KpiMonth }) {
  const { language } = useSession()
  const words = useWords(FIGURES)
  const { channel, clock, answerRate, answerRateMin, points, pointsNow, alert, expectedEnquiries } = month
  const share = (value: number | undefined) => (value === undefined ? '–' : showShare(value, language))
  const least = (value: number | undefined) =>
    value === undefined ? '' : filled(words.month_min, { min: showShare(value, language) })
  const lines: readonly (readonly [string, string, string])[] = [
    [words.month_rate, share(answerRate), least(answerRateMin)],
    [words.month_points, String(points), filled(words.month_points_now, { n: pointsNow })],
    [
      words.month_response,
      month.responseMeanMs === undefined ? '–' : showTime(month.responseMeanMs, language),
      month.responseMeanMaxMs === undefined ? '' : `≤ ${showTime(month.responseMeanMaxMs, language)}`,
    ],
    [words.month_satisfaction, share(month.satisfaction), least(month.satisfactionMin)],
    [words.month_expected, String(expectedEnquiries), ''],
  ]
  return (
    <section class={`card month ${alert}`}>
      <h2>{filled(words.month, { month: month.month, channel })}</h2>
      <p class={`alert ${alert}`}>{words[`alert_${alert}`]}</p>
      <dl>
        {lines.map(([name, value, beside]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <b>{value}</b> <small>{beside}</small>
            </dd>
          </div>
        ))}
      </dl>
      <small>{filled(words.clock, { source: `${clock.source[language]} (${clock.date})` })}</small>
    </section>
  )
}
