import { useRef, useState } from 'preact/hooks'
import type { FactScope } from '../desk-deps.ts'
import { isComposing } from '../keys.ts'
import type { List } from '../talk.ts'
import type { Ui } from './ui.ts'

/** For what a fact of the store's files may be told; what shoppers say of themselves is for their talk alone. */
const SCOPES: readonly FactScope[] = ['chat', 'product', 'store']
/** More fields than that are a form, which nobody fills in while a shopper waits. */
const FIELDS = 4

/** What the suggestions lack, to be filled in on the spot. */
export function Missing({ ui, list }: { ui: Ui; list: List }) {
  const { words } = ui
  const slots = new Set(list.suggestions.flatMap(({ missing, asks }) => [...missing, ...asks]))
  if (slots.size === 0 || ui.desk.watches) return null
  return (
    <section class="missing" aria-label={words.missing}>
      {[...slots].slice(0, FIELDS).map((slot) => (
        <Field key={slot} ui={ui} slot={slot} scopes={scopesOf(slot, list)} />
      ))}
    </section>
  )
}

function scopesOf(slot: string, { answer }: List): readonly FactScope[] {
  if (!slot.includes('.') || slot.startsWith('order.') || slot.startsWith('shopper.')) return ['chat']
  return SCOPES.filter((scope) => scope !== 'product' || answer.state.product !== undefined)
}

function Field({ ui, slot, scopes }: { ui: Ui; slot: string; scopes: readonly FactScope[] }) {
  const { desk, words } = ui
  const box = useRef<HTMLInputElement>(null)
  const [products, setProducts] = useState<readonly { id: string; name: string }[]>([])
  const [scope, setScope] = useState<FactScope>('chat')
  const isProduct = slot === 'product_ref'
  const fill = () => {
    const said = box.current?.value ?? ''
    desk.fill(slot, products.find(({ name }) => name === said)?.id ?? said, scope)
    ui.leave()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        fill()
      }}
    >
      <label>
        <span>{ui.slotName(slot)}</span>
        <input
          ref={box}
          placeholder={words.value}
          list={isProduct ? 'products' : undefined}
          onFocus={() => {
            if (isProduct && products.length === 0) ui.products().then(setProducts)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isComposing(event)) event.preventDefault()
          }}
        />
      </label>
      {isProduct && (
        <datalist id="products">
          {products.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
      )}
      {scopes.length > 1 && (
        <select
          aria-label={`${ui.slotName(slot)}: ${words.fill}`}
          value={scope}
          onChange={(event) => setScope(event.currentTarget.value as FactScope)}
        >
          {scopes.map((one) => (
            <option key={one} value={one}>
              {words[one]}
            </option>
          ))}
        </select>
      )}
      <button type="submit">{words.fill}</button>
    </form>
  )
}
