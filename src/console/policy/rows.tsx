import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useSession, useWords } from '../session.ts'
import { POLICY } from '../words/policy.ts'
import { filled } from '../words/table.ts'
import { FaultList } from './fault-list.tsx'
import { faultsAt, isFaulty } from './faults.ts'
import { PolicyField, type PolicyFieldProps } from './policy-field.tsx'
import { titleOf } from './row-title.ts'
import { emptyOf, type Schema } from './schema.ts'

interface RowsProps extends Omit<PolicyFieldProps, 'schema' | 'value'> {
  readonly items: Schema
  readonly value: readonly unknown[] | undefined
}

/** Where the focus goes once a change is drawn: a row is known by a number of its own. */
interface Focus {
  readonly row: number | undefined
  readonly on: string
}

/** A list of what has a form of its own: rows that are added, taken out and put in another order; a long one is folded until it is wanted. */
export function Rows({ path, name, items, value = [], root, change, faults }: RowsProps) {
  const { language } = useSession()
  const words = useWords(POLICY)
  const place = useRef<HTMLFieldSetElement>(null)
  const [rows, setRows] = useState<readonly number[]>([])
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const next = useRef(0)
  const focus = useRef<Focus>(undefined)
  // a list that came from elsewhere is another one: its rows are new
  const ids = rows.length === value.length ? rows : value.map(() => next.current++)
  if (ids !== rows) setRows(ids)
  useLayoutEffect(() => {
    const { row, on } = focus.current ?? {}
    focus.current = undefined
    if (on === undefined) return
    const within = row === undefined ? place.current : place.current?.querySelector(`:scope > ol > [data-row="${row}"]`)
    const wanted = within?.querySelector<HTMLElement>(on) ?? within?.querySelector<HTMLElement>('button:not(:disabled)')
    wanted?.focus()
  })

  function put(now: readonly number[], values: readonly unknown[], then: Focus) {
    focus.current = then
    setRows(now)
    change(values.length === 0 ? undefined : values)
  }
  function add() {
    const id = next.current++
    setOpen(new Set([...open, id]))
    put([...ids, id], [...value, emptyOf(items, root)], { row: id, on: 'input, textarea, select' })
  }
  function remove(at: number) {
    const beside = ids[at + 1] ?? ids[at - 1]
    put(without(ids, at), without(value, at), { row: beside, on: beside === undefined ? '.add' : '.remove' })
  }
  function move(at: number, by: 1 | -1) {
    put(swapped(ids, at, at + by), swapped(value, at, at + by), {
      row: ids[at],
      on: by === 1 ? '.down:enabled' : '.up:enabled',
    })
  }
  function toggle(id: number) {
    setOpen(new Set(open.has(id) ? [...open].filter((one) => one !== id) : [...open, id]))
  }

  return (
    <fieldset ref={place} class="policy-rows">
      {name && <legend>{name}</legend>}
      {value.length === 0 && <p class="soft">{words.rows_none}</p>}
      <ol>
        {value.map((one, at) => {
          const id = ids[at]!
          const isObject = typeof one === 'object' && one !== null
          const isBad = isFaulty(faults, `${path}.${at}`)
          const isOpen = !isObject || isBad || open.has(id)
          const title = titleOf(one, language)
          const told = (act: string) => filled(act, { n: at + 1, name: title })
          return (
            <li key={id} data-row={id} class={isBad ? 'policy-row faulty' : 'policy-row'}>
              <div class="row-head">
                {isObject ? (
                  <button type="button" class="quiet title" aria-expanded={isOpen} onClick={() => toggle(id)}>
                    <b>{at + 1}</b> {title}
                  </button>
                ) : (
                  <b class="title">{at + 1}</b>
                )}
                <button
                  type="button"
                  class="quiet up"
                  disabled={at === 0}
                  aria-label={told(words.up)}
                  onClick={() => move(at, -1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  class="quiet down"
                  disabled={at === value.length - 1}
                  aria-label={told(words.down)}
                  onClick={() => move(at, 1)}
                >
                  ↓
                </button>
                <button
                  type="button"
                  class="quiet remove"
                  aria-label={told(words.remove_row)}
                  onClick={() => remove(at)}
                >
                  ✕
                </button>
              </div>
              {isOpen && (
                <PolicyField
                  path={`${path}.${at}`}
                  name={isObject ? '' : `${name} ${at + 1}`}
                  schema={items}
                  root={root}
                  value={one}
                  change={(changed) =>
                    change(value.map((before, i) => (i === at ? (changed ?? emptyOf(items, root)) : before)))
                  }
                  faults={faults}
                />
              )}
            </li>
          )
        })}
      </ol>
      <button type="button" class="add" onClick={add}>
        {words.add_row}
      </button>
      <FaultList faults={faultsAt(faults, path, Object.keys(value))} />
    </fieldset>
  )
}

const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at)

function swapped<T>(list: readonly T[], one: number, other: number): T[] {
  const next = [...list]
  next[one] = list[other]!
  next[other] = list[one]!
  return next
}
