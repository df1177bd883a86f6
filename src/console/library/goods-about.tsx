import { inLanguage, useSession, useWords } from '../session.ts'
import { GOODS_CARD } from '../words/goods-card.ts'
import type { GoodsCard } from './goods-card.ts'
import { hrefOfGoods } from './goods-list.tsx'

/** All that a card says of its product; what it does not say is not listed. */
export function GoodsAbout({ card }: { readonly card: GoodsCard }) {
  const { language, slotName } = useSession()
  const words = useWords(GOODS_CARD)
  const say = (text: GoodsCard['title'] | undefined) => inLanguage(text, language)
  const yesNo = (flag: boolean | undefined) => flag !== undefined && (flag ? words.yes : words.no)
  const number = (value: number | undefined, unit = '') => value !== undefined && `${value}${unit}`
  const platforms = Object.keys(card.externalIds) as (keyof typeof card.externalIds)[]
  const lines: readonly (readonly [string, string | false])[] = [
    [words.id, card.id],
    [words.short_name, say(card.shortName)],
    [words.aliases, card.aliases.join(' · ')],
    [words.category, words[`category_${card.category}`]],
    [words.type, card.type ?? ''],
    ...platforms.map((platform) => [words[`platform_${platform}`], card.externalIds[platform] ?? ''] as const),
    ...Object.entries(card.attributes).map(([name, text]) => [slotName(slotOf(name)), say(text)] as const),
    [slotName('product.care'), say(card.care)],
    [slotName('product.flaw'), card.flaws.map(say).join(' · ')],
    [slotName('product.restock'), say(card.restock)],
    [words.dark, card.dark.join(' · ')],
    [words.weight, number(card.weight, ' kg')],
    [words.per_person, number(card.perPerson)],
    [words.sold, number(card.sold)],
    [words.rating, number(card.rating)],
    [words.photos_real, yesNo(card.photosReal)],
    [words.no_reason_return, yesNo(card.noReasonReturn)],
  ]
  return (
    <section>
      <h3>{words.about}</h3>
      <dl class="facts">
        {lines.map(([name, value]) => value && [<dt key={name}>{name}</dt>, <dd key={`${name} says`}>{value}</dd>])}
        {card.url && [
          <dt key="url">{words.url}</dt>,
          <dd key="url says">
            <a href={card.url} target="_blank" rel="noreferrer">
              {card.url}
            </a>
          </dd>,
        ]}
        {card.companions.length > 0 && [
          <dt key="companions">{slotName('product.companion')}</dt>,
          <dd key="companions say">
            <ul>
              {card.companions.map(({ id, why }) => (
                <li key={id}>
                  <a href={hrefOfGoods(id)}>{id}</a> {say(why)}
                </li>
              ))}
            </ul>
          </dd>,
        ]}
      </dl>
    </section>
  )
}

/** The slot that prints an attribute: `shelfLife` is `product.shelf_life`. */
const slotOf = (attribute: string): string =>
  `product.${attribute.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
