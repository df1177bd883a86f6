import { useEffect, useState } from 'preact/hooks'
import type { ErrorBody } from '../../protocol/index.ts'
import { ApiError, ask } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { Scrolls } from '../parts/scrolls.tsx'
import { isLead, useSession, useWords } from '../session.ts'
import { GOODS_CARD } from '../words/goods-card.ts'
import { SETTINGS } from '../words/settings.ts'
import { filled } from '../words/table.ts'
import { type AgingField, type GoodsCard, toldAt, variantName } from './goods-card.ts'
import { NumberCell } from './number-cell.tsx'
import { useShown } from './show-goods.ts'
import { type FieldFault, fieldFaults, stockChangeOf, stockDraftOf } from './stock-draft.ts'

interface GoodsNumbersProps {
  readonly card: GoodsCard
  readonly stale: readonly AgingField[]
  /** Called when something was written. */
  readonly told: () => void
}

/** Prices and stock of a product, written where they stand. */
export function GoodsNumbers({ card, stale, told }: GoodsNumbersProps) {
  const { me, store, language } = useSession()
  const words = useWords(GOODS_CARD)
  const { needs_lead } = useWords(SETTINGS)
  const { time } = useShown()
  const [draft, setDraft] = useState(() => stockDraftOf(card))
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [error, setError] = useState<ApiError>()
  const [says, setSays] = useState('')
  useEffect(() => setDraft(stockDraftOf(card)), [card])
  const mayWrite = isLead(me)

  async function save() {
    const { change, faults: found } = stockChangeOf(card, draft)
    setSays('')
    setError(undefined)
    setFaults(found)
    if (found.length > 0) return
    const refused = (details: ErrorBody['error']['details']) => setFaults(fieldFaults(details, change, draft))
    try {
      const body = { store: store?.id, products: [change] }
      const result = await ask<{ faults: ErrorBody['error']['details'] }>('/v1/products', { method: 'PATCH', body })
      if (result.faults.length > 0) return refused(result.faults)
      setSays(words.saved)
      told()
    } catch (failed) {
      if (!(failed instanceof ApiError)) throw failed
      if (failed.code === 'bad_request' && failed.details.length > 0) refused(failed.details)
      else setError(failed)
    }
  }

  const cell = (field: string, label: string, hasLabel = false) => (
    <NumberCell
      label={label}
      hasLabel={hasLabel}
      value={draft[field] ?? ''}
      otherwise={field.startsWith('price ') ? draft.price : undefined}
      change={mayWrite ? (value) => setDraft({ ...draft, [field]: value }) : undefined}
      fault={faults.find((one) => one.field === field)}
    />
  )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div class="row">
        {cell('price', words.price, true)}
        {cell('specialPrice', words.special_price, true)}
      </div>
      <p class="soft">
        {(['price', 'stock'] as const).map((field) => {
          const at = toldAt(card, field)
          return (
            <span key={field} class="told">
              {at && filled(words[`told_${field}`], { at: time(at) })}
              {stale.includes(field) && <b class="finding warn"> {words[`stale_${field}`]}</b>}
            </span>
          )
        })}
      </p>
      {card.variants.length > 0 && (
        <Scrolls label={words.variants}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.variants}</th>
                <th scope="col">{words.price}</th>
                <th scope="col">{words.stock}</th>
              </tr>
            </thead>
            <tbody>
              {card.variants.map((variant) => {
                const name = variantName(variant, language)
                return (
                  <tr key={variant.sku}>
                    <th scope="row">
                      {name} {name !== variant.sku && <small>{variant.sku}</small>}
                    </th>
                    <td>{cell(`price ${variant.sku}`, `${variant.sku} ${words.price}`)}</td>
                    <td>{cell(`stock ${variant.sku}`, `${variant.sku} ${words.stock}`)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Scrolls>
      )}
      {faults
        .filter(({ field }) => field === '')
        .map(({ message }) => (
          <p key={message} class="problem" role="alert">
            {message}
          </p>
        ))}
      <ErrorNote error={error} />
      {mayWrite ? (
        <div class="row">
          <button type="submit" class="main">
            {words.save}
          </button>
          <span role="status">{says}</span>
        </div>
      ) : (
        <p class="soft">{needs_lead}</p>
      )}
    </form>
  )
}
