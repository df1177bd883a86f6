import type { GoodsReport } from '../../protocol/index.ts'
import { Scrolls } from '../parts/scrolls.tsx'
import { Totals } from '../parts/totals.tsx'
import { useWords } from '../session.ts'
import { GOODS } from '../words/goods.ts'
import { filled } from '../words/table.ts'

const DRAWN = 300
const COUNTED = ['added', 'changed', 'unchanged', 'faults'] as const

/** What would become of a file of goods, and what is to be mended in it, by row. */
export function GoodsFaults({ report: { counts, unknown, faults } }: { readonly report: GoodsReport }) {
  const words = useWords(GOODS)
  const totals = { ...counts, faults: faults.length }
  return (
    <section class="card">
      <Totals of={COUNTED.map((one) => [words[one], totals[one]])} />
      {unknown.length > 0 && <p class="finding warn">{filled(words.unknown, { columns: unknown.join(', ') })}</p>}
      {faults.length > DRAWN && <p class="soft">{filled(words.more, { n: DRAWN })}</p>}
      {faults.length > 0 && (
        <Scrolls label={words.faults}>
          <table>
            <thead>
              <tr>
                <th scope="col" class="number">
                  {words.row}
                </th>
                <th scope="col">{words.where}</th>
                <th scope="col">{words.about}</th>
              </tr>
            </thead>
            <tbody>
              {faults.slice(0, DRAWN).map(({ sheet, row, path, kind, value = '' }) => (
                <tr key={`${sheet} ${row} ${path} ${kind} ${value}`}>
                  <td class="number">{row}</td>
                  <td>
                    {sheet && <b>{sheet} </b>}
                    <code>{path}</code>
                  </td>
                  <td>{filled(words[`fault_${kind}`], { value })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
    </section>
  )
}
