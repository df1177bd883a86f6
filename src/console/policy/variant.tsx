import { useSession, useWords } from '../session.ts'
import { POLICY } from '../words/policy.ts'
import { policyFieldName, policyValueName } from '../words/policy-fields.ts'
import { FaultList } from './fault-list.tsx'
import { faultsAt } from './faults.ts'
import { Group } from './group.tsx'
import type { PolicyFieldProps } from './policy-field.tsx'
import type { Schema } from './schema.ts'
import type { Values } from './with-value.ts'

interface VariantProps extends Omit<PolicyFieldProps, 'schema' | 'value'> {
  readonly by: string
  readonly variants: Readonly<Record<string, Readonly<Record<string, Schema>>>>
  readonly value: Values | undefined
}

/** One of several groups: first which, then its fields. */
export function Variant({ name, path, by, variants, value = {}, root, change, faults }: VariantProps) {
  const { language } = useSession()
  const words = useWords(POLICY)
  const which = value[by] as string | undefined
  const properties = which === undefined ? undefined : variants[which]
  return (
    <fieldset class="policy-group">
      <legend>{name}</legend>
      <label class="field">
        <span>{policyFieldName(`${path}.${by}`, language)}</span>
        <select
          value={which ?? ''}
          onChange={({ currentTarget }) =>
            change(currentTarget.value === '' ? undefined : { [by]: currentTarget.value })
          }
        >
          <option value="">{words.unset}</option>
          {Object.keys(variants).map((one) => (
            <option key={one} value={one}>
              {policyValueName(one, language)}
            </option>
          ))}
        </select>
      </label>
      {properties && which !== undefined ? (
        <Group key={which} {...{ path, root, change, faults, value, properties }} kept={{ [by]: which }} />
      ) : (
        <FaultList faults={faultsAt(faults, path)} />
      )}
    </fieldset>
  )
}
