import { type Card, type Catalogue, type GoodsSearch, goodsSearchInSteps } from '../../policy/index.ts'
import { createPauses } from '../in-slices.ts'

/** Made when somebody first searches, and for as long as the catalogue is in use. */
const KNOWN = new WeakMap<Catalogue, Promise<GoodsSearch>>()

/** A store's goods that fit what was typed, best first; a large catalogue is read while conversations go on. */
export async function searchGoods(catalogue: Catalogue, typed: string): Promise<readonly Card[]> {
  const known = KNOWN.get(catalogue) ?? read(catalogue)
  KNOWN.set(catalogue, known)
  return (await known)(typed).map((id) => catalogue.get(id)!)
}

async function read(catalogue: Catalogue): Promise<GoodsSearch> {
  const pause = createPauses()
  const steps = goodsSearchInSteps(catalogue.all)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await pause()
  }
}
