import { FaultList } from './fault-list.tsx'
import { faultsAt } from './faults.ts'
import { PolicyField, type PolicyFieldProps } from './policy-field.tsx'
import type { Schema } from './schema.ts'
import { type Values, withValue } from './with-value.ts'

export interface GroupProps extends Omit<PolicyFieldProps, 'schema' | 'value'> {
  readonly properties: Readonly<Record<string, Schema>>
  readonly value: Values | undefined
  /** What stands there anyway, beside the fields. */
  readonly kept?: Values
}

/** Several fields that belong together. Without any of them the group is not said. */
export function Group({ name, path, properties, value = {}, kept = {}, root, change, faults }: GroupProps) {
  return (
    <fieldset class={name ? 'policy-group' : 'policy-group bare'}>
      {name && <legend>{name}</legend>}
      {Object.entries(properties).map(([key, one]) => (
        <PolicyField
          key={key}
          path={`${path}.${key}`}
          schema={one}
          root={root}
          value={value[key]}
          change={(changed) => {
            const next = { ...kept, ...withValue(value, key, changed) }
            change(Object.keys(next).length === 0 ? undefined : next)
          }}
          faults={faults}
        />
      ))}
      <FaultList faults={faultsAt(faults, path, Object.keys(properties))} />
    </fieldset>
  )
}
