import type { ErrorBody } from '../../protocol/index.ts'
import { useSession, useWords } from '../session.ts'
import { POLICY } from '../words/policy.ts'
import { policyFieldName } from '../words/policy-fields.ts'
import { ByCondition, type ConditionalValue } from './by-condition.tsx'
import { JsonInput } from './json-input.tsx'
import { LocalisedInput } from './localised-input.tsx'
import { ListInput, NumberInput, SwitchInput, TextInput } from './plain-inputs.tsx'
import { kindOf, plainOf, type Schema } from './schema.ts'
import { type Values, withValue } from './with-value.ts'

export interface PolicyFieldProps {
  /** `section.field`, as errors name it. */
  readonly path: string
  readonly schema: Schema
  readonly root: Schema
  readonly value: unknown
  readonly change: (value: unknown) => void
  readonly faults: ErrorBody['error']['details']
}

/** One field of a policy, with what is wrong with it; a group is a set of fields. */
export function PolicyField({ path, schema, root, value: written, change, faults }: PolicyFieldProps) {
  const { language } = useSession()
  const words = useWords(POLICY)
  const name = policyFieldName(path, language)
  const value = plainOf(written)
  const kind = kindOf(schema, value, root)
  const mine = faults.filter((fault) => isAt(fault.path, path))

  if (kind.is === 'group') {
    const values = (value ?? {}) as Values
    return (
      <fieldset class="policy-group">
        <legend>{name}</legend>
        {Object.entries(kind.properties).map(([key, one]) => (
          <PolicyField
            key={key}
            path={`${path}.${key}`}
            schema={one}
            root={root}
            value={values[key]}
            change={(changed) => {
              const next = withValue(values, key, changed)
              change(Object.keys(next).length === 0 ? undefined : next)
            }}
            faults={faults}
          />
        ))}
      </fieldset>
    )
  }
  if (kind.is === 'by_condition') {
    const cases = value as readonly ConditionalValue[]
    return <ByCondition {...{ path, name, root, change, faults }} plain={kind.plain} value={cases} />
  }
  const input = { name, value, change }
  return (
    <div class={`policy-field ${mine.length > 0 ? 'faulty' : ''}`}>
      {kind.is === 'text' && <TextInput {...input} />}
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
      {kind.is === 'localised' && <LocalisedInput {...input} />}
      {kind.is === 'list' && <ListInput {...input} />}
      {kind.is === 'json' && <JsonInput {...input} />}
      {mine.map(({ path: at, message }) => (
        <p key={at} class="problem" role="alert">
          <code>{at}</code> {message}
        </p>
      ))}
    </div>
  )
}

/** Faults below a field that is edited as one belong to it. */
const isAt = (fault: string, path: string): boolean =>
  fault.replace(/^body\.(?:policy\.)?/, '') === path || fault.replace(/^body\.(?:policy\.)?/, '').startsWith(`${path}.`)
