import { useEffect, useState } from 'preact/hooks'
import { useWords } from '../session.ts'
import { POLICY } from '../words/policy.ts'
import type { InputProps } from './plain-inputs.tsx'

/** What has no simple form, as it stands in the file. Only what can be read is taken over. */
export function JsonInput({ name, value, change, hint }: InputProps & { readonly hint?: string }) {
  const words = useWords(POLICY)
  const written = value === undefined ? '' : JSON.stringify(value, null, hint === undefined ? 1 : 0)
  const [text, setText] = useState(written)
  const [isBad, setBad] = useState(false)
  useEffect(() => {
    setText(written)
    setBad(false)
  }, [written])

  function take() {
    try {
      change(text.trim() === '' ? undefined : JSON.parse(text))
      setBad(false)
    } catch {
      setBad(true)
    }
  }

  return (
    <label class="field json">
      <span>{name}</span>
      <textarea
        class="code"
        rows={Math.min(12, Math.max(hint === undefined ? 2 : 1, text.split('\n').length))}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={take}
      />
      {isBad ? <span class="problem">{words.json_bad}</span> : <small>{hint ?? words.json_hint}</small>}
    </label>
  )
}
