import type { Locale } from '../../protocol/index.ts'
import { LANGUAGES } from '../language.ts'
import { useSession } from '../session.ts'
import type { InputProps } from './plain-inputs.tsx'
import { withValue } from './with-value.ts'

/** A text in each language of the store; one that is the same in all of them stands once in the file and in each field here. */
export function LocalisedInput({ name, value, change }: InputProps) {
  const { store } = useSession()
  const locales = store?.locales ?? (['zh'] as const)
  const texts: Readonly<Partial<Record<Locale, string>>> =
    typeof value === 'string'
      ? Object.fromEntries(locales.map((one) => [one, value]))
      : ((value ?? {}) as Partial<Record<Locale, string>>)
  return (
    <fieldset class="localised">
      <legend>{name}</legend>
      {locales.map((one) => (
        <label key={one} class="field">
          <span>{LANGUAGES[one]}</span>
          <textarea
            rows={1}
            value={texts[one] ?? ''}
            onInput={({ currentTarget }) => {
              const next = withValue(texts, one, currentTarget.value)
              change(Object.values(next).every((text) => text === '') ? undefined : next)
            }}
          />
        </label>
      ))}
    </fieldset>
  )
}
