import type { KpisResult } from '../../protocol/index.ts'
import { useSession, useWords } from '../session.ts'
import { FIGURES } from '../words/figures.ts'
import { filled } from '../words/table.ts'
import { showShare } from './show-figure.ts'

/** How long replies took: a table whose bars are the plot. */
export function ResponseTimes({ bands }: { readonly bands: KpisResult['responseTimes'] }) {
  const { language } = useSession()
  const words = useWords(FIGURES)
  const all = bands.reduce((sum, { turns }) => sum + turns, 0)
  const most = Math.max(...bands.map(({ turns }) => turns))
  if (all === 0) return null
  return (
    <section class="card">
      <h2>{words.response_times}</h2>
      <table class="bands">
        <tbody>
          {bands.map(({ withinSec, turns }) => (
            <tr key={withinSec ?? 'later'}>
              <th scope="row">{withinSec === undefined ? words.later : filled(words.within, { n: withinSec })}</th>
              <td class="bar-cell">
                <progress value={turns} max={most} aria-hidden="true" />
              </td>
              <td class="number">
                {turns} {words.turns}
              </td>
              <td class="number">{showShare(turns / all, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
