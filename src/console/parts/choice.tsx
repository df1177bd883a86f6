interface ChoiceProps<K extends string> {
  readonly label: string
  readonly value: K
  readonly options: Readonly<Record<K, string>>
  readonly choose: (value: K) => void
  readonly name?: string
}

/** A labelled list to choose one from. */
export function Choice<K extends string>({ label, value, options, choose, name }: ChoiceProps<K>) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select name={name} value={value} onChange={(event) => choose(event.currentTarget.value as K)}>
        {Object.entries<string>(options).map(([id, says]) => (
          <option key={id} value={id}>
            {says}
          </option>
        ))}
      </select>
    </label>
  )
}
