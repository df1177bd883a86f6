interface Props {
  /** What is searched, said to readers of the screen and shown while nothing is typed. */
  readonly label: string
  readonly value: string
  readonly change: (value: string) => void
}

/** As long as the service reads. */
const LONGEST = 200

export function SearchField({ label, value, change }: Props) {
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={LONGEST}
      value={value}
      onInput={(event) => change(event.currentTarget.value)}
    />
  )
}
