import { useWords } from '../session.ts'
import { POLICY } from '../words/policy.ts'
import { JsonInput } from './json-input.tsx'
import { PolicyField, type PolicyFieldProps } from './policy-field.tsx'
import type { Schema } from './schema.ts'

export interface ConditionalValue {
  readonly value: unknown
  readonly only?: unknown
}

interface ByConditionProps extends Omit<PolicyFieldProps, 'schema' | 'value'> {
  readonly name: string
  /** Describes one value. */
  readonly plain: Schema
  readonly value: readonly ConditionalValue[]
}

/** A field that says different things by channel, region or date; the first that fits counts. */
export function ByCondition({ path, name, plain, value, root, change, faults }: ByConditionProps) {
  const words = useWords(POLICY)
  const edit = (at: number, one: ConditionalValue) => change(value.map((before, i) => (i === at ? one : before)))
  return (
    <fieldset class="policy-group by-condition">
      <legend>{name}</legend>
      {value.map((one, at) => (
        <div key={at} class="case">
          <PolicyField
            path={`${path}.${at}.value`}
            schema={plain}
            root={root}
            value={one.value}
            change={(changed) => edit(at, { ...one, value: changed })}
            faults={faults}
          />
          <JsonInput
            name=""
            hint={words.only}
            value={one.only}
            change={(only) => edit(at, only === undefined ? { value: one.value } : { ...one, only })}
          />
          <button type="button" class="quiet" onClick={() => change(value.filter((_, i) => i !== at))}>
            {words.remove}
          </button>
        </div>
      ))}
      <button type="button" onClick={() => change([...value, { value: value.at(-1)?.value }])}>
        {words.add}
      </button>
    </fieldset>
  )
}
