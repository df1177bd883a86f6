import { useState } from 'preact/hooks'
import { useWords } from '../session.ts'
import { POLICY } from '../words/policy.ts'
import { filled } from '../words/table.ts'
import { PolicyField, type PolicyFieldProps } from './policy-field.tsx'
import type { Schema } from './schema.ts'

interface PerNameProps extends Omit<PolicyFieldProps, 'schema'> {
  readonly name: string
  /** Describes one value. */
  readonly plain: Schema
  /** Describes the values by their names. */
  readonly each: Schema
}

/** One value that holds for all, or rows of one for each. */
export function PerName({ plain, each, ...field }: PerNameProps) {
  const { name, value, change } = field
  const words = useWords(POLICY)
  // nothing is said yet, but where it will be said is chosen
  const [wantsEach, setWantsEach] = useState(false)
  const isEach = value === undefined ? wantsEach : typeof value === 'object'
  return (
    <fieldset class="policy-group bare">
      <label class="field">
        <span>{filled(words.per_name, { name })}</span>
        <select
          value={isEach ? 'each' : 'all'}
          onChange={({ currentTarget }) => {
            setWantsEach(currentTarget.value === 'each')
            change(undefined)
          }}
        >
          <option value="all">{words.for_all}</option>
          <option value="each">{words.for_each}</option>
        </select>
      </label>
      <PolicyField {...field} schema={isEach ? each : plain} />
    </fieldset>
  )
}
