import { PolicyField, type PolicyFieldProps } from './policy-field.tsx'
import type { Schema } from './schema.ts'

interface TupleProps extends Omit<PolicyFieldProps, 'schema' | 'value'> {
  readonly items: readonly Schema[]
  readonly value: readonly unknown[] | undefined
}

/** A few values in a fixed order; one that is left open is null in the file. */
export function Tuple({ name, path, items, value = [], root, change, faults }: TupleProps) {
  return (
    <fieldset class="policy-tuple">
      <legend>{name}</legend>
      {items.map((one, at) => (
        <PolicyField
          key={at}
          path={`${path}.${at}`}
          name={`${name} ${at + 1}`}
          schema={one}
          root={root}
          value={value[at] ?? undefined}
          change={(changed) => change(items.map((_, i) => (i === at ? changed : value[i]) ?? null))}
          faults={faults}
        />
      ))}
    </fieldset>
  )
}
