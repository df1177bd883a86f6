import type { Answer } from '../protocol/index.ts'
import { talkOf } from './conversation.ts'
import type { Conversations } from './conversations.ts'
import type { Push } from './ports.ts'
import type { Rewrites } from './rewrite.ts'

/** Rewrites the first suggestion of answers to shoppers unasked, where the store wants it: once per answer, for all who see it. */
export interface AutomaticRewrites {
  /** A socket (`owner`) was just shown this. Costs the live path nothing: the work begins after it. */
  shown(push: Push, owner: string, send: (frame: object) => void): void
  /** A socket is gone; what nobody follows any more is given up. */
  end(owner: string): void
}

export function createAutomaticRewrites(rewrites: Rewrites, conversations: Conversations): AutomaticRewrites {
  const followers = new Map<string, Map<string, (frame: object) => void>>()
  const ownerOf = (turnId: string) => `automatic ${turnId}`

  function begin({ topic, turnId, frame }: Push): void {
    const { because, suggestions } = JSON.parse(frame.toString()) as Answer
    const suggestionId = suggestions[0]?.id
    if (because !== 'message' || suggestionId === undefined) {
      followers.delete(turnId)
      return
    }
    void conversations.use(talkOf(topic), (conversation) => {
      rewrites.start(conversation, {
        owner: ownerOf(turnId),
        rewriteId: `auto-${suggestionId}`,
        turnId,
        suggestionId,
        send: (frame) => {
          for (const send of followers.get(turnId)?.values() ?? []) send(frame)
          if ((frame as { type: string }).type !== 'rewrite.delta') followers.delete(turnId)
        },
      })
    })
  }

  return {
    shown(push, owner, send) {
      if (push.type !== 'suggestions.ready') return
      if (!rewrites.isAutomatic(JSON.parse(push.topic)[0])) return
      const known = followers.get(push.turnId)
      if (known) known.set(owner, send)
      else {
        followers.set(push.turnId, new Map([[owner, send]]))
        setImmediate(begin, push)
      }
    },
    end(owner) {
      for (const [turnId, sends] of followers) {
        if (sends.delete(owner) && sends.size === 0) {
          followers.delete(turnId)
          rewrites.end(ownerOf(turnId))
        }
      }
    },
  }
}
