import type { Happening } from '../../protocol/index.ts'
import type { IdentifiedMessage } from '../intake.ts'

/** Where our own notes carry our mark, below `content_attributes`. */
export const OUR_MARK = 'huashu'

/** How long after it was reported by our side an agent's line may come back from the platform. */
const ECHO_MS = 120_000

/**
 * Whether an agent's message from a platform is one that the agent's own client has already told us, under an id of its own: the same words, in the running
 * turn, a moment ago. `isPlatformId` tells ids that the platform gave: two lines of the platform are two lines, however alike.
 */
export function isEcho(
  message: IdentifiedMessage,
  turn: readonly Happening[],
  isPlatformId: (id: string) => boolean,
): boolean {
  if (message.role !== 'agent' || message.text === undefined) return false
  const at = message.at === undefined ? undefined : Date.parse(message.at)
  return turn.some((known) => {
    if (known.role !== 'agent' || known.text?.trim() !== message.text?.trim()) return false
    if (known.messageId === undefined || isPlatformId(known.messageId)) return false
    return at === undefined || known.at === undefined || Math.abs(at - Date.parse(known.at)) <= ECHO_MS
  })
}
