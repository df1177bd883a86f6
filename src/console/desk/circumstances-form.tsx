import type { Locale } from '../../protocol/index.ts'
import { Choice } from '../parts/choice.tsx'
import { inLanguage, useSession, useWords } from '../session.ts'
import { DESK } from '../words/desk.ts'
import { CHANNELS, type Circumstances, ORDERS } from './circumstances.ts'

/** The part of a product card that is shown here. */
export interface Product {
  readonly id: string
  readonly shortName: string | Readonly<Partial<Record<Locale, string>>>
}

interface CircumstancesFormProps {
  readonly value: Circumstances
  readonly change: (value: Circumstances) => void
  readonly products: readonly Product[]
}

export function CircumstancesForm({ value, change, products }: CircumstancesFormProps) {
  const { language } = useSession()
  const words = useWords(DESK)
  const goods = products.map(({ id, shortName }) => [id, inLanguage(shortName, language) || id] as const)
  const orders = ORDERS.map((one) => [one, words[one === '' ? 'order_none' : (`order_${one}` as const)]] as const)
  const channels = CHANNELS.map((one) => [one, words[`channel_${one}` as const]] as const)
  return (
    <div class="circumstances">
      <Choice
        label={words.product}
        name="product"
        value={value.product}
        options={Object.fromEntries([['', words.no_product], ...goods])}
        choose={(product) => change({ ...value, product })}
      />
      <Choice
        label={words.order}
        name="order"
        value={value.order}
        options={Object.fromEntries(orders) as Record<Circumstances['order'], string>}
        choose={(order) => change({ ...value, order })}
      />
      <Choice
        label={words.channel}
        name="channel"
        value={value.channel}
        options={Object.fromEntries(channels)}
        choose={(channel) => change({ ...value, channel })}
      />
    </div>
  )
}
