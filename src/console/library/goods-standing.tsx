import type { ProductStanding } from '../../protocol/index.ts'
import { LANGUAGES } from '../language.ts'
import { hrefOf } from '../router.ts'
import { useSession, useWords } from '../session.ts'
import { GOODS_CARD } from '../words/goods-card.ts'
import { filled } from '../words/table.ts'

/** What scripts ask of a product in vain, and which of them are about it. */
export function GoodsStanding({ standing: { missing, scripts } }: { readonly standing: ProductStanding }) {
  const { slotName } = useSession()
  const words = useWords(GOODS_CARD)
  return (
    <>
      <section>
        <h3>{words.missing}</h3>
        <p class="soft">{missing.length === 0 ? words.missing_none : words.missing_says}</p>
        <ul class="history">
          {missing.map(({ slot, locales, scripts: { count, first } }) => (
            <li key={slot}>
              <b>{slotName(slot)}</b> {locales.map((locale) => LANGUAGES[locale]).join(' · ')}{' '}
              <a href={hrefOf('library', first[0])}>{filled(words.asked_by, { n: count })}</a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{words.scripts}</h3>
        {scripts.length === 0 && <p class="soft">{words.scripts_none}</p>}
        <ul class="scripts">
          {scripts.map(({ id, text, by }) => (
            <li key={id}>
              <a href={hrefOf('library', id)}>
                <span class="script-text">{text}</span>
                <span class="script-about">
                  {id} · {words[`by_${by}`]}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
