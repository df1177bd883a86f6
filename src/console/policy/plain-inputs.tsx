import { useWords } from '../session.ts'
import { POLICY } from '../words/policy.ts'

export interface InputProps {
  readonly name: string
  readonly value: unknown
  /** Undefined = not set. */
  readonly change: (value: unknown) => void
}

export function TextInput({ name, value, change }: InputProps) {
  return (
    <label class="field">
      <span>{name}</span>
      <input
        value={(value as string | undefined) ?? ''}
        onInput={({ currentTarget }) => change(currentTarget.value === '' ? undefined : currentTarget.value)}
      />
    </label>
  )
}

export function NumberInput({ name, value, change, step }: InputProps & { readonly step: 'any' | 1 }) {
  return (
    <label class="field">
      <span>{name}</span>
      <input
        type="number"
        step={step}
        value={(value as number | undefined) ?? ''}
        onInput={({ currentTarget }) =>
          change(Number.isNaN(currentTarget.valueAsNumber) ? undefined : currentTarget.valueAsNumber)
        }
      />
    </label>
  )
}

export function DateInput({ name, value, change }: InputProps) {
  return (
    <label class="field">
      <span>{name}</span>
      <input
        type="date"
        value={(value as string | undefined) ?? ''}
        onInput={({ currentTarget }) => change(currentTarget.value === '' ? undefined : currentTarget.value)}
      />
    </label>
  )
}

/** Any of a few. */
export function ChoicesInput({ name, value, change, values }: InputProps & { readonly values: readonly string[] }) {
  const chosen = (value as readonly string[] | undefined) ?? []
  return (
    <fieldset class="choices">
      <legend>{name}</legend>
      {values.map((one) => (
        <label key={one}>
          <input
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={({ currentTarget }) => {
              const next = currentTarget.checked ? [...chosen, one] : chosen.filter((other) => other !== one)
              change(next.length === 0 ? undefined : next)
            }}
          />
          {one}
        </label>
      ))}
    </fieldset>
  )
}

/** Yes, no, or not said. */
export function SwitchInput({ name, value, change }: InputProps) {
  const words = useWords(POLICY)
  return (
    <label class="field">
      <span>{name}</span>
      <select
        value={value === undefined ? '' : String(value)}
        onChange={({ currentTarget }) =>
          change(currentTarget.value === '' ? undefined : currentTarget.value === 'true')
        }
      >
        <option value="">{words.unset}</option>
        <option value="true">{words.yes}</option>
        <option value="false">{words.no}</option>
      </select>
    </label>
  )
}

/** Short texts or numbers, parted by commas. Taken when the field is left, so that a comma can be typed. */
export function ListInput({ name, value, change }: InputProps) {
  const words = useWords(POLICY)
  // one may stand without a list
  const items = typeof value === 'string' ? [value] : ((value as readonly (string | number)[] | undefined) ?? [])
  const isNumbers = items.length > 0 && items.every((one) => typeof one === 'number')
  return (
    <label class="field">
      <span>
        {name} <small>({words.list_hint})</small>
      </span>
      <input
        value={items.join(', ')}
        onChange={({ currentTarget }) => {
          const texts = currentTarget.value
            .split(/[,，、]/)
            .map((text) => text.trim())
            .filter((text) => text !== '')
          change(texts.length === 0 ? undefined : isNumbers ? texts.map(Number) : texts)
        }}
      />
    </label>
  )
}
