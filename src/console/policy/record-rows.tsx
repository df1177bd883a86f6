import { useState } from 'preact/hooks'
import { useSession, useWords } from '../session.ts'
import { POLICY } from '../words/policy.ts'
import { policyFieldName, policyValueName } from '../words/policy-fields.ts'
import { filled } from '../words/table.ts'
import { FaultList } from './fault-list.tsx'
import { faultsAt, isFaulty } from './faults.ts'
import { PolicyField, type PolicyFieldProps } from './policy-field.tsx'
import { emptyOf, type Schema } from './schema.ts'
import { type Values, withValue } from './with-value.ts'

interface RecordRowsProps extends Omit<PolicyFieldProps, 'schema' | 'value'> {
  readonly values: Schema
  readonly names?: readonly string[]
  readonly value: Values | undefined
}

/** Values under names of the store's own, such as a fee for each courier; their order stays as it is. */
export function RecordRows({ path, name, values, names, value = {}, root, change, faults }: RecordRowsProps) {
  const { language } = useSession()
  const words = useWords(POLICY)
  const [wanted, setWanted] = useState('')
  const keys = Object.keys(value)
  const free = names?.filter((one) => !keys.includes(one))
  // names of the store's own are called as they are
  const called = (key: string) => (names ? policyValueName(key, language) : key)
  const put = (next: Values) => change(Object.keys(next).length === 0 ? undefined : next)

  function add() {
    const key = wanted.trim()
    if (key === '' || keys.includes(key)) return
    setWanted('')
    put({ ...value, [key]: emptyOf(values, root) })
  }
  const asked = {
    placeholder: policyFieldName('*.name', language),
    'aria-label': filled(words.new_name, { name: name ?? '' }),
    value: wanted,
    onKeyDown: (event: KeyboardEvent) => {
      // the form would be sent
      if (event.key !== 'Enter') return
      event.preventDefault()
      add()
    },
  }

  return (
    <fieldset class="policy-rows">
      {name && <legend>{name}</legend>}
      <ol>
        {keys.map((key) => (
          <li key={key} class={isFaulty(faults, `${path}.${key}`) ? 'policy-row faulty' : 'policy-row'}>
            <div class="row-head">
              <b class="title">{called(key)}</b>
              <button
                type="button"
                class="quiet remove"
                aria-label={filled(words.remove_row, { n: '', name: called(key) })}
                onClick={() => put(withValue(value, key, undefined))}
              >
                ✕
              </button>
            </div>
            <PolicyField
              path={`${path}.${key}`}
              name={typeof value[key] === 'object' ? '' : called(key)}
              schema={values}
              root={root}
              value={value[key]}
              change={(changed) => put({ ...value, [key]: changed ?? emptyOf(values, root) })}
              faults={faults}
            />
          </li>
        ))}
      </ol>
      <div class="row">
        {free ? (
          <select {...asked} onChange={({ currentTarget }) => setWanted(currentTarget.value)}>
            <option value="" />
            {free.map((one) => (
              <option key={one} value={one}>
                {called(one)}
              </option>
            ))}
          </select>
        ) : (
          <input {...asked} onInput={({ currentTarget }) => setWanted(currentTarget.value)} />
        )}
        <button type="button" class="add" disabled={wanted.trim() === '' || keys.includes(wanted.trim())} onClick={add}>
          {words.add_row}
        </button>
      </div>
      <FaultList faults={faultsAt(faults, path, keys)} />
    </fieldset>
  )
}
