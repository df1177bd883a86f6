import type { SaidScript } from '../intents/index.ts'
import type { Entry } from './library.ts'

/** What the dialogue's fold needs to know of what an agent has sent; of two scripts in one reply both, under `a+b`. */
export function saidScript([first, ...more]: readonly Entry[]): SaidScript | undefined {
  if (!first) return undefined
  const scripts = [first, ...more].map(({ script }) => script)
  const { category, tier } = first.script
  return {
    id: scripts.map(({ id }) => id).join('+'),
    category,
    tier,
    intents: scripts.flatMap(({ intents }) => intents),
    asks: scripts.flatMap(({ asks }) => asks),
  }
}
