import type { ImportReport, ImportRow } from '../../protocol/index.ts'
import { showShare } from '../figures/show-figure.ts'
import { Scrolls } from '../parts/scrolls.tsx'
import { Totals } from '../parts/totals.tsx'
import { useSession, useWords } from '../session.ts'
import { IMPORT } from '../words/import.ts'
import { filled } from '../words/table.ts'

const DRAWN = 300
const OUTCOMES = ['new', 'draft', 'same', 'fault'] as const

/** What becomes of each phrase of a file; what needs a look comes first. */
export function ImportRows({ report }: { readonly report: ImportReport }) {
  const words = useWords(IMPORT)
  const { counts, format, encoding, unmapped } = report
  const rows = report.rows.toSorted(
    (a, b) => OUTCOMES.indexOf(b.outcome) - OUTCOMES.indexOf(a.outcome) || a.row - b.row,
  )
  return (
    <section class="card">
      <p class="soft">{filled(words.read_as, { format, encoding })}</p>
      <Totals of={OUTCOMES.map((one) => [words[one], counts[one]])} />
      {unmapped.length > 0 && (
        <p class="finding warn">
          {filled(words.unmapped, {
            variables: unmapped.map(({ variable, rows: n }) => `${variable} (${n})`).join(', '),
          })}
        </p>
      )}
      {rows.length > DRAWN && <p class="soft">{filled(words.more, { n: DRAWN })}</p>}
      <Scrolls label={words.title}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                {words.row}
              </th>
              <th scope="col">{words.outcome}</th>
              <th scope="col">{words.about}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, DRAWN).map((row) => (
              <tr key={row.row}>
                <td class="number">{row.row}</td>
                <td>{words[row.outcome]}</td>
                <td>
                  <Remarks row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  )
}

function Remarks({ row }: { readonly row: ImportRow }) {
  const { language } = useSession()
  const words = useWords(IMPORT)
  const { id, kind, column, message, sameAs, sameRow, codeOfRow, isOff, unfiled, near } = row
  const { intents = [], findings = [], unmapped = [], leftOut = [] } = row
  const [likeliest] = intents
  const why = kind === undefined || kind === 'no_text_column' ? message : words[`fault_${kind}`]
  return (
    <>
      {id && <code>{id} </code>}
      {why && (
        <span>
          {column && <b>{column} </b>}
          {why}{' '}
        </span>
      )}
      {sameRow !== undefined && <span>{filled(words.same_row, { n: sameRow })} </span>}
      {sameAs && sameRow === undefined && <span>{filled(words.same_as, { id: sameAs })} </span>}
      {codeOfRow !== undefined && <span>{filled(words.code_of_row, { n: codeOfRow })} </span>}
      {isOff && <span>{words.is_off} </span>}
      {unfiled && <span>{words.unfiled} </span>}
      {near && <span>{filled(words.near, { id: near.scriptId, likeness: showShare(near.likeness, language) })} </span>}
      {likeliest && (
        <small>
          {likeliest.name} {showShare(likeliest.confidence, language)}{' '}
        </small>
      )}
      {unmapped.length > 0 && <span class="finding warn">{unmapped.join(', ')} </span>}
      {leftOut.length > 0 && <span class="finding warn">{filled(words.left_out, { what: leftOut.join(', ') })} </span>}
      {findings.map(({ path, verdict, warnings }) => (
        <span key={path} class={`finding ${verdict}`}>
          {warnings.map(({ says }) => says).join(' ')}{' '}
        </span>
      ))}
    </>
  )
}
