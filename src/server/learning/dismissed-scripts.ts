import type { Dismissed, Spot } from '../../insight/index.ts'
import type { DismissedScript } from '../../protocol/index.ts'
import type { Library } from '../../scripts/index.ts'
import type { Decision } from './store-settings.ts'

/** Dismissed so often a script is shown to the lead, though too few agents say so to take it away. */
const WORTH_A_LOOK = 3

export const spotOf = ({ scriptId, topic, stage }: Spot) => `${scriptId}\n${topic}\n${stage}`

/** What a lead is to see: what agents dismiss, and what was decided about it. */
export function dismissedScripts(
  dismissed: readonly Dismissed[],
  decisions: readonly Decision[],
  library: Library,
): DismissedScript[] {
  const all = new Map(dismissed.map((one) => [spotOf(one), one]))
  const decided = new Map(decisions.map((one) => [spotOf(one), one.state]))
  for (const { scriptId, topic, stage } of decisions) {
    const spot = { scriptId, topic, stage }
    if (!all.has(spotOf(spot))) all.set(spotOf(spot), { ...spot, at: 0, agents: [], sent: 0, isSuppressed: false })
  }
  return [...all].flatMap(([key, { scriptId, topic, stage, agents, sent, isSuppressed }]): DismissedScript[] => {
    const times = agents.reduce((sum, [, count]) => sum + count, 0)
    const decision = decided.get(key)
    if (!decision && !isSuppressed && times < WORTH_A_LOOK) return []
    const state = decision ?? (isSuppressed ? 'suppressed' : 'proposed')
    const text = library.get(scriptId)?.script.wordings[0]?.short
    const by = decision ? 'lead' : 'agents'
    return [{ scriptId, intent: topic, stage, state, by, agents: agents.length, times, sent, text }]
  })
}
