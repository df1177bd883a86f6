import { hrefOf } from '../router.ts'
import { inLanguage, useSession, useWords } from '../session.ts'
import { GOODS_CARD } from '../words/goods-card.ts'
import { filled } from '../words/table.ts'
import { type AgingField, type GoodsCard, oldestOf, stockOf } from './goods-card.ts'
import { useShown } from './show-goods.ts'

/** Stands before the id of the product that is open, in an address. */
export const GOODS_PART = '+goods'
export const hrefOfGoods = (id: string): string => hrefOf('library', id === '' ? GOODS_PART : `${GOODS_PART}:${id}`)

interface GoodsListProps {
  readonly products: readonly GoodsCard[]
  readonly stale: readonly { readonly id: string; readonly fields: readonly AgingField[] }[]
  readonly open: string
}

/** The goods that were found, each with its price, what is left of it, and as of when that is told. */
export function GoodsList({ products, stale, open }: GoodsListProps) {
  const { language } = useSession()
  const words = useWords(GOODS_CARD)
  const { money, time } = useShown()
  const old = new Map(stale.map(({ id, fields }) => [id, fields]))
  if (products.length === 0) return <p class="soft">{words.none}</p>
  return (
    <ul class="scripts">
      {products.map((card) => {
        const left = stockOf(card)
        const told = oldestOf(card)
        const fields = old.get(card.id) ?? []
        return (
          <li key={card.id}>
            <a href={hrefOfGoods(card.id)} aria-current={card.id === open ? 'true' : undefined}>
              <span class="script-text">
                {inLanguage(card.shortName, language)} <b>{money(card.specialPrice ?? card.price)}</b>
              </span>
              <span class="script-about">
                {card.id}
                {left !== undefined && ` · ${left === 0 ? words.sold_out : filled(words.left, { n: left })}`}
                {told && ` · ${time(told)}`}
                {fields.map((field) => (
                  <b key={field} class="finding warn">
                    {' '}
                    {words[`stale_${field}`]}
                  </b>
                ))}
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
