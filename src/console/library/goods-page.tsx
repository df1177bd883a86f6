import type { ProductStanding } from '../../protocol/index.ts'
import { withQuery } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { inLanguage, useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { GOODS_CARD } from '../words/goods-card.ts'
import { LIBRARY } from '../words/library.ts'
import { SHELL } from '../words/shell.ts'
import { GoodsAbout } from './goods-about.tsx'
import type { GoodsCard } from './goods-card.ts'
import { hrefOfGoods } from './goods-list.tsx'
import { GoodsNumbers } from './goods-numbers.tsx'
import { GoodsStanding } from './goods-standing.tsx'
import { SizeChartTable } from './size-chart-table.tsx'

interface GoodsPageProps {
  readonly id: string
  readonly changed: () => void
}

/** One product: what it costs and what is left of it, what is said of it, and what is lacking. */
export function GoodsPage({ id, changed }: GoodsPageProps) {
  const { language, store } = useSession()
  const words = useWords(GOODS_CARD)
  const library = useWords(LIBRARY)
  const shell = useWords(SHELL)
  const path = `/v1/products/${encodeURIComponent(id)}`
  const card = useRead<GoodsCard>(withQuery(path, { store: store?.id }))
  const standing = useRead<ProductStanding>(withQuery(`${path}/standing`, { store: store?.id }))
  const told = () => {
    card.again()
    standing.again()
    changed()
  }
  return (
    <section class="card script" aria-label={id}>
      <header class="row">
        <a href={hrefOfGoods('')}>← {library.back}</a>
        <h2>{card.data ? inLanguage(card.data.title, language) : id}</h2>
      </header>
      <ErrorNote error={card.error} again={card.again} />
      {!card.data && !card.error && <p class="loading">{shell.loading}</p>}
      {card.data && <GoodsNumbers card={card.data} stale={standing.data?.stale ?? []} told={told} />}
      <ErrorNote error={standing.error} again={standing.again} />
      {standing.data && <GoodsStanding standing={standing.data} />}
      {card.data && <GoodsAbout card={card.data} />}
      {card.data?.sizeChart && <SizeChartTable chart={card.data.sizeChart} label={words.size_chart} />}
    </section>
  )
}
