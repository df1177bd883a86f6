import { Scrolls } from '../parts/scrolls.tsx'
import { useSession, useWords } from '../session.ts'
import { GOODS_CARD } from '../words/goods-card.ts'
import { filled } from '../words/table.ts'
import type { SizeChart } from './goods-card.ts'

/** Each size with the measures it is cut for. */
export function SizeChartTable({
  chart: { bias, rows },
  label,
}: {
  readonly chart: SizeChart
  readonly label: string
}) {
  const { slotName } = useSession()
  const words = useWords(GOODS_CARD)
  const measures = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => name !== 'size')
  return (
    <section>
      <h3>{label}</h3>
      {bias !== 0 && (
        <p class="soft">{filled(bias > 0 ? words.runs_large : words.runs_small, { n: Math.abs(bias) })}</p>
      )}
      <Scrolls label={label}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.size}</th>
              {measures.map((name) => (
                <th key={name} scope="col" class="number">
                  {slotName(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={String(row.size)}>
                <th scope="row">{String(row.size)}</th>
                {measures.map((name) => (
                  <td key={name} class="number">
                    {Array.isArray(row[name]) ? row[name].join('–') : ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  )
}
