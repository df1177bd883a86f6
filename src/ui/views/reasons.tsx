import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Reason } from '../desk-deps.ts'
import type { Words } from '../words/language.ts'

const REASONS: readonly Reason[] = ['wrong_fact', 'not_asked', 'tone', 'rule', 'outdated']

/** Why a suggestion is put away or reported; with `none` also for no reason, which Enter takes. */
export function Reasons({
  words,
  label,
  none,
  choose,
  close,
}: {
  words: Words
  label: string
  none?: string
  choose: (reason: Reason | undefined) => void
  close: () => void
}) {
  const group = useRef<HTMLFieldSetElement>(null)
  useLayoutEffect(() => group.current?.querySelector('button')?.focus(), [])
  return (
    <fieldset
      ref={group}
      class="chips"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      {none && (
        <button type="button" onClick={() => choose(undefined)}>
          {none}
        </button>
      )}
      {REASONS.map((reason) => (
        <button key={reason} type="button" onClick={() => choose(reason)}>
          {words[reason]}
        </button>
      ))}
    </fieldset>
  )
}
