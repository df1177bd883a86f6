import { useId } from 'preact/hooks'
import { useWords } from '../session.ts'
import { GOODS_CARD } from '../words/goods-card.ts'
import { filled } from '../words/table.ts'
import type { FieldFault } from './stock-draft.ts'

interface NumberCellProps {
  readonly label: string
  /** True = the label is to be seen, too. */
  readonly hasLabel: boolean
  readonly value: string
  /** What holds where nothing is written. */
  readonly otherwise?: string | undefined
  /** Absent = it may only be read. */
  readonly change: ((value: string) => void) | undefined
  readonly fault: FieldFault | undefined
}

/** A number that is written where it stands, and beneath it what is wrong with it. */
export function NumberCell({ label, hasLabel, value, otherwise, change, fault }: NumberCellProps) {
  const words = useWords(GOODS_CARD)
  const id = useId()
  return (
    <div class="field">
      {hasLabel && <label for={id}>{label}</label>}
      <input
        id={id}
        {...(hasLabel ? {} : { 'aria-label': label })}
        inputMode="decimal"
        autoComplete="off"
        size={8}
        value={value}
        placeholder={otherwise}
        readOnly={change === undefined}
        aria-invalid={fault !== undefined}
        {...(fault ? { 'aria-describedby': `${id}-fault` } : {})}
        onInput={({ currentTarget }) => change?.(currentTarget.value)}
      />
      {fault && (
        <p id={`${id}-fault`} class="problem" role="alert">
          {filled(words[`fault_${fault.kind}`], { value: fault.value })}
          {fault.message && <small lang="en"> {fault.message}</small>}
        </p>
      )}
    </div>
  )
}
