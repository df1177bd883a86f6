import { useWords } from '../session.ts'
import { POLICY } from '../words/policy.ts'
import { FaultList } from './fault-list.tsx'
import { faultsAt } from './faults.ts'
import { PolicyField, type PolicyFieldProps } from './policy-field.tsx'
import type { Schema } from './schema.ts'

export interface ConditionalValue {
  readonly value: unknown
  readonly only?: unknown
}

interface ByConditionProps extends Omit<PolicyFieldProps, 'schema' | 'value'> {
  /** Describes one value. */
  readonly plain: Schema
  /** Describes when it holds. */
  readonly only: Schema
  readonly value: readonly ConditionalValue[]
}

/** A field that says different things by channel, region or date; the first that fits counts. */
export function ByCondition({ path, name, plain, only, value, root, change, faults }: ByConditionProps) {
  const words = useWords(POLICY)
  const edit = (at: number, one: ConditionalValue) => change(value.map((before, i) => (i === at ? one : before)))
  return (
    <fieldset class="policy-group by-condition">
      <legend>{name}</legend>
      {value.map((one, at) => (
        <div key={at} class="case">
          <PolicyField
            path={`${path}.${at}.value`}
            name={name ?? ''}
            schema={plain}
            root={root}
            value={one.value}
            change={(changed) => edit(at, { ...one, value: changed })}
            faults={faults}
          />
          <PolicyField
            path={`${path}.${at}.only`}
            name={words.only}
            schema={only}
            root={root}
            value={one.only}
            change={(changed) => edit(at, changed === undefined ? { value: one.value } : { ...one, only: changed })}
            faults={faults}
          />
          <button type="button" class="quiet" onClick={() => change(value.filter((_, i) => i !== at))}>
            {words.remove}
          </button>
        </div>
      ))}
      <button type="button" onClick={() => change([...value, { value: value.at(-1)?.value }])}>
        {words.add}
      </button>
      <FaultList faults={faultsAt(faults, path, Object.keys(value))} />
    </fieldset>
  )
}
