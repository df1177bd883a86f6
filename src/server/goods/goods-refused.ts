import type { GoodsFault } from '../../policy/index.ts'
import { HuashuError } from '../../protocol/index.ts'

/** A fault of one of the cards that were handed in; `index` = its place among them. */
export interface IndexedFault extends GoodsFault {
  readonly index: number
}

/** Faults that are told at the most. */
const TOLD = 200

/** Cards that cannot be taken: none is written, and each fault is named. */
export class GoodsRefused extends HuashuError {
  readonly faults: readonly IndexedFault[]

  constructor(found: readonly IndexedFault[]) {
    const details = found
      .slice(0, TOLD)
      .map(({ index, path, message }) => ({ path: `body.products.${index}.${path}`, message }))
    super('bad_request', `${details[0]!.path}: ${details[0]!.message}`, { details })
    this.faults = found.slice(0, TOLD)
  }
}
