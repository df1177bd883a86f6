import { z } from 'zod'
import { redact } from '../intents/index.ts'
import { Id, OpenConversation } from '../protocol/index.ts'
import { type Conversation, speaks } from './conversation.ts'
import type { Conversations } from './conversations.ts'
import type { Survey } from './ports.ts'
import type { ReplyClocks } from './reply-clock.ts'

/** Who asks: an agent sees their own and those nobody has, and without one all are seen. */
const Asked = z.object({ store: Id, agent: Id.optional(), limit: z.int().min(1) })
export type Asked = z.infer<typeof Asked>

/** The conversations under way, whichever process works on them. */
export interface OpenConversations {
  /** Those that wait longest first, then the most recently used. What was said is masked and cut. */
  list(asked: Asked): Promise<OpenConversation[]>
}

const PREVIEW_CHARS = 120
/** A process that has not answered by then is done without. */
const WITHIN_MS = 500

export function createOpenConversations({
  conversations,
  replyClocks,
  survey,
}: {
  readonly conversations: Conversations
  readonly replyClocks: ReplyClocks
  readonly survey: Survey
}): OpenConversations {
  function here({ store, agent, limit }: Asked): OpenConversation[] {
    const shown = [...conversations.inMemory()].filter(
      ({ store: of, desk }) =>
        of === store && (agent === undefined || desk.agent === undefined || desk.agent.id === agent),
    )
    return inOrder(shown.map(onWire)).slice(0, limit)
  }

  function onWire(conversation: Conversation): OpenConversation {
    const { channel, conversationId, desk, state, usedAt, waitingSince } = conversation
    const said = conversation.turn.findLast(speaks)
    return {
      channel,
      conversationId,
      ...(desk.agent ? { agent: { id: desk.agent.id, name: desk.agent.name } } : {}),
      mood: state.mood,
      intent: state.openQuestions.at(-1)?.name ?? state.about?.[0]?.name ?? '',
      openQuestions: state.openQuestions.length,
      ...(waitingSince
        ? { waitingSince, dueAt: new Date(replyClocks.due(conversation, waitingSince).dueAt).toISOString() }
        : {}),
      usedAt: new Date(usedAt).toISOString(),
      ...(said?.text
        ? { last: { role: said.role === 'agent' ? 'agent' : 'shopper', text: previewOf(said.text) } }
        : {}),
    }
  }

  survey.answer((asked) => {
    const { data } = Asked.safeParse(asked)
    return data && here(data)
  })

  return {
    async list(asked) {
      const elsewhere = await survey.ask(asked, WITHIN_MS)
      // another process may be of another version, and then is done without
      const theirs = elsewhere.flatMap((answer) => z.array(OpenConversation).safeParse(answer).data ?? [])
      const newest = new Map<string, OpenConversation>()
      for (const one of [...theirs, ...here(asked)]) {
        const key = JSON.stringify([one.channel, one.conversationId])
        // one that has moved may be remembered where it was
        if ((newest.get(key)?.usedAt ?? '') < one.usedAt) newest.set(key, one)
      }
      return inOrder([...newest.values()]).slice(0, asked.limit)
    },
  }
}

function inOrder(all: readonly OpenConversation[]): OpenConversation[] {
  const waits = ({ waitingSince }: OpenConversation) => (waitingSince ? Date.parse(waitingSince) : Infinity)
  return [...all].sort((a, b) => waits(a) - waits(b) || Date.parse(b.usedAt) - Date.parse(a.usedAt))
}

/** Masked before it is cut: half a phone number is not read as one. */
function previewOf(text: string): string {
  const masked = [...redact(text).text]
  return masked.length > PREVIEW_CHARS ? `${masked.slice(0, PREVIEW_CHARS).join('')}…` : masked.join('')
}
