import type { RowFault } from '../../policy/index.ts'
import type { GoodsReport } from '../../protocol/index.ts'
import type { GoodsDesk } from '../goods/goods-desk.ts'
import { GoodsRefused } from '../goods/goods-refused.ts'
import type { Principal } from '../principal.ts'
import type { GoodsFile } from './read-goods.ts'

/** Writes the goods of a file, or only says what would come of it; with any fault nothing is written. @throws HuashuError `precondition_failed`, `unavailable` */
export async function importGoods(
  desk: GoodsDesk,
  store: string,
  who: Principal,
  { cards, faults, unknown }: GoodsFile,
  isTrial: boolean,
): Promise<GoodsReport> {
  const report = { store, written: false, counts: { added: 0, changed: 0, unchanged: 0 }, unknown: [...unknown] }
  const raw = cards.map(({ card }) => card)
  // a file with faults is tried all the same: all of them are told at once
  const isOnlyTried = isTrial || faults.length > 0
  try {
    const counts = raw.length === 0 ? report.counts : await desk.put(store, who, raw, isOnlyTried)
    return { ...report, written: !isOnlyTried && raw.length > 0, counts, faults: [...faults] }
  } catch (error) {
    if (!(error instanceof GoodsRefused)) throw error
    const found = error.faults.map(({ index, ...fault }): RowFault => {
      const { sheet, row } = cards[index]!
      return { sheet, row, ...fault }
    })
    // what a cell could not be read as is missing in its card: told once
    const isTold = (one: RowFault) => faults.some(({ row, path }) => row === one.row && path === one.path)
    const told = [...faults, ...found.filter((one) => !isTold(one))]
    return { ...report, faults: told.toSorted((a, b) => a.row - b.row) }
  }
}
