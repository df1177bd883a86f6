import type { KpisResult, ScriptFigures } from '../../protocol/index.ts'
import { FAMILIES } from '../../ui/index.ts'
import { withQuery } from '../api.ts'
import { showFigure } from '../figures/show-figure.ts'
import { useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { LIBRARY } from '../words/library.ts'

/** How a script does: what was counted in seven days, and what learning makes of it. */
export function ScriptUsage({ id }: { readonly id: string }) {
  const { language, store } = useSession()
  const words = useWords(LIBRARY)
  const learned = useRead<{ scripts: ScriptFigures[] }>(
    withQuery('/v1/learning/scripts', { store: store?.id, script: id }),
  )
  const counted = useRead<KpisResult>(withQuery('/v1/kpis', { store: store?.id, by: 'script' }))
  const figures = counted.data?.rows.find(({ key }) => key === id)?.figures
  const rows = learned.data?.scripts ?? []
  return (
    <section>
      <h3>{words.usage}</h3>
      {!figures && rows.length === 0 && <p class="soft">{words.usage_none}</p>}
      {figures && (
        <dl class="facts">
          <dt>{words.shown}</dt>
          <dd>{showFigure('shown', figures, language)}</dd>
          <dt>{words.used}</dt>
          <dd>{showFigure('used', figures, language)}</dd>
          <dt>{words.use_rate}</dt>
          <dd>{showFigure('useRate', figures, language)}</dd>
        </dl>
      )}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.family}</th>
              <th scope="col" class="number">
                {words.sent}
              </th>
              <th scope="col" class="number">
                {words.passed}
              </th>
              <th scope="col" class="number">
                {words.agents}
              </th>
              <th scope="col" class="number">
                {words.merit}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ intent, sent, passed, agents, merit }) => (
              <tr key={intent}>
                <td>
                  {FAMILIES[language][intent.split('.')[0]!] ?? intent} <small>{intent.split('.')[1]}</small>
                </td>
                <td class="number">{sent.toFixed(1)}</td>
                <td class="number">{passed.toFixed(1)}</td>
                <td class="number">{agents}</td>
                <td class="number">{merit.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
