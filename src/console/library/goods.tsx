import { useState } from 'preact/hooks'
import { ErrorNote } from '../parts/error-note.tsx'
import { SearchField } from '../parts/search-field.tsx'
import { useWords } from '../session.ts'
import { GOODS_CARD } from '../words/goods-card.ts'
import { GoodsFiles } from './goods-files.tsx'
import { GoodsList } from './goods-list.tsx'
import { GoodsPage } from './goods-page.tsx'
import { useGoods } from './use-goods.ts'

/** What the store sells: the list, and beside it the product that is open, or the files that bring goods in and out. */
export function Goods({ open }: { readonly open: string }) {
  const words = useWords(GOODS_CARD)
  const [q, setQ] = useState('')
  const [times, setTimes] = useState(0)
  const { found, error, more } = useGoods(q.trim(), times)
  const again = () => setTimes((before) => before + 1)
  return (
    <div class={`library goods ${open === '' ? '' : 'reads'}`}>
      <section class="card found">
        <SearchField label={words.search} value={q} change={setQ} />
        <ErrorNote error={error} again={again} />
        {found && <GoodsList {...found} open={open} />}
        {more && (
          <button type="button" class="quiet" onClick={more}>
            {words.more}
          </button>
        )}
      </section>
      {open === '' ? <GoodsFiles written={again} /> : <GoodsPage key={open} id={open} changed={again} />}
    </div>
  )
}
