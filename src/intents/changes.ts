import type { Entity, State } from '../protocol/index.ts'
import { normalise } from './normalise.ts'

/** Words with which a shopper means another thing than the one just spoken of. */
const ANOTHER =
  /另|别的|其他|其它|换一?[个款种件]|[这那][个款种件条双套只](?!订?单|地址|快递|[邮运]费|价|活动|时间|问题|意思)|上面|下面的|前面|后面|第[一二三四五\d]个|图|\d{9}|\b(?:another|other|different|this one|that one|these|those)\b|다른|이거|그거|저거|이건|그건/

/** What is meant as long as nothing is told. */
const UNTOLD: Readonly<Record<string, number>> = { quantity: 1 }

/**
 * The number of the agent's latest line for every slot that a message tells anew: what agents said up to there may have been said of something else.
 * A picture, and words for another thing, are another product.
 */
export function changesIn(state: State, original: string, found: readonly Entity[]): NonNullable<State['changed']> {
  const changed = { ...state.changed }
  for (const { slot, value } of found) {
    const before = state.slots[slot]?.value ?? UNTOLD[slot]
    if (before !== value) changed[slot] = state.agentTurns
  }
  if (original === '' || ANOTHER.test(normalise(original).text)) changed.product_ref = state.agentTurns
  return changed
}
