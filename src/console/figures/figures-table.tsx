import { useState } from 'preact/hooks'
import type { KpisResult } from '../../protocol/index.ts'
import { Scrolls } from '../parts/scrolls.tsx'
import { useSession, useWords } from '../session.ts'
import { FIGURE_NAMES, type FigureName } from '../words/figure-names.ts'
import { FIGURES } from '../words/figures.ts'
import { showFigure } from './show-figure.ts'

interface FiguresTableProps {
  readonly result: KpisResult
  readonly names: readonly FigureName[]
}

/** Of scripts and intents there are so many that one is looked for by a part of its name. */
const MANY = ['script', 'intent']

/** A row for each key and one for the whole. */
export function FiguresTable({ result, names }: FiguresTableProps) {
  const [part, setPart] = useState('')
  const { language } = useSession()
  const words = useWords(FIGURES)
  const nameOf = useWords(FIGURE_NAMES)
  const { by, rows, total } = result
  const isLong = MANY.includes(by)
  const shown = isLong ? rows.filter(({ key }) => key.includes(part.trim())) : rows
  return (
    <>
      {isLong && (
        <label class="choice">
          <span>{words.find}</span>
          <input
            type="search"
            name="part"
            value={part}
            placeholder={words[`find_${by as 'script' | 'intent'}`]}
            onInput={({ currentTarget }) => setPart(currentTarget.value)}
          />
        </label>
      )}
      <Scrolls label={words[`by_${by}`]}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words[`by_${by}`]}</th>
              {names.map((name) => (
                <th key={name} scope="col" class="number">
                  {nameOf[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, figures }) => (
              <tr key={key}>
                <th scope="row">{key === '' ? words.nobody : key}</th>
                {names.map((name) => (
                  <td key={name} class="number">
                    {showFigure(name, figures, language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              {names.map((name) => (
                <td key={name} class="number">
                  {showFigure(name, total, language)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </Scrolls>
    </>
  )
}
