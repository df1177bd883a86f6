import { useMemo } from 'preact/hooks'
import { FAMILIES } from '../../ui/index.ts'
import { showShare } from '../figures/show-figure.ts'
import { Plot } from '../parts/plot.tsx'
import { Scrolls } from '../parts/scrolls.tsx'
import { Totals } from '../parts/totals.tsx'
import { useSession, useWords } from '../session.ts'
import { RUN } from '../words/run.ts'
import type { Measured, Reading } from './measure.ts'

interface ReportProps {
  readonly measured: Measured
  readonly readings: readonly Reading[]
  readonly perMessageMs: number
}

const CONFUSIONS = 12
const MISSES = 30
const WHOLE = [0, 100] as const

/** What an evaluation has shown so far. */
export function Report({ measured, readings, perMessageMs }: ReportProps) {
  const { language } = useSession()
  const words = useWords(RUN)
  const share = (value: number | undefined) => (value === undefined ? '–' : showShare(value, language))
  const named = (family: string) => FAMILIES[language][family] ?? family
  const totals: readonly (readonly [string, string])[] = [
    [words.rows, String(measured.count)],
    [words.strict, share(measured.strict)],
    [words.lenient, share(measured.lenient)],
    [words.top3, share(measured.top3)],
    [words.abstained, share(measured.abstained)],
    [words.ece, measured.ece.toFixed(3)],
    [`${words.latency} (${words.latency_says})`, `${perMessageMs.toFixed(2)} ms`],
  ]
  const reliability = useMemo(() => {
    const x = measured.bins.map(({ confidence }) => confidence * 100)
    return {
      x,
      lines: [
        { label: 'ideal', y: x, isDashed: true as const },
        { label: words.accuracy, y: measured.bins.map(({ accuracy }) => accuracy * 100) },
      ],
    }
  }, [measured, words])

  return (
    <>
      <Totals of={totals} />
      <div class="plots">
        <section class="card">
          <h2>{words.reliability}</h2>
          <Plot label={words.reliability} unit="%" range={WHOLE} {...reliability} />
          <table>
            <thead>
              <tr>
                <th scope="col" class="number">
                  {words.confidence}
                </th>
                <th scope="col" class="number">
                  {words.accuracy}
                </th>
                <th scope="col" class="number">
                  {words.rows}
                </th>
              </tr>
            </thead>
            <tbody>
              {measured.bins.map(({ confidence, accuracy, count }) => (
                <tr key={confidence}>
                  <td class="number">{share(confidence)}</td>
                  <td class="number">{share(accuracy)}</td>
                  <td class="number">{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section class="card">
          <h2>{words.confusions}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.confused_from}</th>
                <th scope="col">{words.confused_to}</th>
                <th scope="col" class="number">
                  {words.times}
                </th>
              </tr>
            </thead>
            <tbody>
              {measured.confusions.slice(0, CONFUSIONS).map(({ from, to, times }) => (
                <tr key={`${from} ${to}`}>
                  <td>{named(from)}</td>
                  <td>{named(to)}</td>
                  <td class="number">{times}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <section class="card">
        <h2>{words.families}</h2>
        <Scrolls label={words.families}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.family}</th>
                <th scope="col" class="number">
                  {words.rows}
                </th>
                <th scope="col" class="number">
                  {words.precision}
                </th>
                <th scope="col" class="number">
                  {words.recall}
                </th>
              </tr>
            </thead>
            <tbody>
              {measured.families.map(({ family, count, precision, recall }) => (
                <tr key={family}>
                  <th scope="row">{named(family)}</th>
                  <td class="number">{count}</td>
                  <td class="number">{share(precision)}</td>
                  <td class="number">{share(recall)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      </section>
      <section class="card">
        <h2>{words.misses}</h2>
        <Scrolls label={words.misses}>
          <table>
            <tbody>
              {readings
                .filter(({ row, intents }) => !row.right.includes(intents[0]?.family ?? ''))
                .slice(0, MISSES)
                .map(({ row, intents }) => (
                  <tr key={row.text}>
                    <th scope="row">{row.text}</th>
                    <td>{named(row.right[0]!)}</td>
                    <td>→ {named(intents[0]?.family ?? '–')}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </Scrolls>
      </section>
    </>
  )
}
