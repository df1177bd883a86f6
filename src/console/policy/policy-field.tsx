import { useSession, useWords } from '../session.ts'
import { POLICY } from '../words/policy.ts'
import { policyFieldName } from '../words/policy-fields.ts'
import { ByCondition, type ConditionalValue } from './by-condition.tsx'
import { FaultList } from './fault-list.tsx'
import { type Faults, faultsAt, isFaulty } from './faults.ts'
import { Group } from './group.tsx'
import { JsonInput } from './json-input.tsx'
import { LocalisedInput } from './localised-input.tsx'
import { PerName } from './per-name.tsx'
import { ChoicesInput, DateInput, ListInput, NumberInput, SwitchInput, TextInput } from './plain-inputs.tsx'
import { RecordRows } from './record-rows.tsx'
import { Rows } from './rows.tsx'
import { kindOf, plainOf, type Schema } from './schema.ts'
import { Tuple } from './tuple.tsx'
import { Variant } from './variant.tsx'
import type { Values } from './with-value.ts'

export interface PolicyFieldProps {
  /** `section.field`, as errors name it. */
  readonly path: string
  /** What it is called, where its path does not say. */
  readonly name?: string
  readonly schema: Schema
  readonly root: Schema
  readonly value: unknown
  readonly change: (value: unknown) => void
  readonly faults: Faults
}

/** One field of a policy, with what is wrong with it; a group is a set of fields, a list a set of rows. */
export function PolicyField(props: PolicyFieldProps) {
  const { path, schema, root, change, faults } = props
  const { language } = useSession()
  const words = useWords(POLICY)
  const name = props.name ?? policyFieldName(path, language)
  const value = plainOf(props.value, schema, root)
  const kind = kindOf(schema, value, root)
  const part = { path, name, root, change, faults }

  if (kind.is === 'group') return <Group {...part} properties={kind.properties} value={value as Values} />
  if (kind.is === 'variant') return <Variant {...part} {...kind} value={value as Values} />
  if (kind.is === 'rows') return <Rows {...part} items={kind.items} value={value as readonly unknown[]} />
  if (kind.is === 'record') return <RecordRows {...part} {...kind} value={value as Values} />
  if (kind.is === 'per_name') return <PerName {...part} {...kind} value={value} />
  if (kind.is === 'by_condition')
    return <ByCondition {...part} {...kind} value={value as readonly ConditionalValue[]} />
  const input = { name, value, change }
  return (
    <div class={`policy-field ${isFaulty(faults, path) ? 'faulty' : ''}`}>
      {kind.is === 'text' && <TextInput {...input} />}
      {kind.is === 'date' && <DateInput {...input} />}
      {kind.is === 'number' && <NumberInput {...input} step={kind.step} />}
      {kind.is === 'switch' && <SwitchInput {...input} />}
      {kind.is === 'choice' && (
        <label class="field">
          <span>{name}</span>
          <select
            value={(value as string | undefined) ?? ''}
            onChange={({ currentTarget }) => change(currentTarget.value || undefined)}
          >
            <option value="">{words.unset}</option>
            {kind.values.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      )}
      {kind.is === 'choices' && <ChoicesInput {...input} values={kind.values} />}
      {kind.is === 'localised' && <LocalisedInput {...input} />}
      {kind.is === 'list' && <ListInput {...input} />}
      {kind.is === 'tuple' && <Tuple {...part} items={kind.items} value={value as readonly unknown[]} />}
      {kind.is === 'json' && <JsonInput {...input} />}
      <FaultList faults={faultsAt(faults, path)} />
    </div>
  )
}
