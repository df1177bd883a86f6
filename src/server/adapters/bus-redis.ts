import type { Bus, Push } from '../ports.ts'
import { keysOf } from './redis/keys.ts'
import type { RedisLink } from './redis/link.ts'
import { decodePush, encodePush } from './redis/push-codec.ts'
import { TTL } from './redis/scripts.ts'

export interface RedisBus extends Bus {
  /** No number that this process has seen, of any conversation, is higher. */
  readonly highest: number
  /** Gives local listeners what they have not heard yet of these. */
  catchUp(pushes: readonly Push[]): void
  /** Told of a push that no other node has: it was made while Redis was being lost, or another node has the conversation. */
  attend(unshared: (topic: string) => void): void
}

/** Who listens in this process, and up to which number they have heard. */
interface Listening {
  heard: number
  readonly listeners: Set<{ readonly after: number; readonly listener: (push: Push) => void }>
}

/**
 * The bus of many processes: local listeners at once, other nodes through Redis, in one step with numbering. What a node could not hear while it was cut
 * off it reads when it is back, as far as it is kept.
 */
export function createRedisBus(link: RedisLink): RedisBus {
  const topics = new Map<string, Listening>()
  let highest = 0
  let unshared: (topic: string) => void = () => undefined

  function deliver(push: Push): void {
    highest = Math.max(highest, push.seq)
    const listening = topics.get(push.topic)
    if (!listening || push.seq <= listening.heard) return
    listening.heard = push.seq
    for (const { after, listener } of listening.listeners) if (push.seq > after) listener(push)
  }

  const catchUp = (pushes: readonly Push[]) => pushes.forEach(deliver)

  async function readMissed(topic: string): Promise<void> {
    if (!link.isJoined) return
    const kept = await link.commands.lrangeBuffer(keysOf(topic).recent, 0, -1)
    catchUp(kept.map((bytes) => decodePush(topic, bytes).push))
  }
  /** What cannot be read now is read with the next joining. */
  const catchUpSoon = (topic: string) => void readMissed(topic).catch(() => undefined)

  link.attend({ joined: () => [...topics.keys()].forEach(catchUpSoon) })

  return {
    catchUp,
    get highest() {
      return highest
    },
    attend(told) {
      unshared = told
    },
    publish(push) {
      deliver(push)
      // alone: who was worked with is renewed when the others are back
      if (!link.isJoined) return
      const { topic, seq } = push
      const { owner, seq: numbering, recent, channel } = keysOf(topic)
      const bytes = encodePush(push, link.node)
      link.commands
        .hsPublish(owner, numbering, recent, link.node, seq, bytes, channel, TTL.owner, TTL.numbering, TTL.talk)
        .then(
          (done) => {
            if (done === 0) unshared(topic)
          },
          () => unshared(topic),
        )
    },
    subscribe(topic, after, listener) {
      const known = topics.get(topic)
      const listening = known ?? { heard: after, listeners: new Set() }
      const entry = { after, listener }
      listening.listeners.add(entry)
      if (!known) {
        topics.set(topic, listening)
        void link
          .hear(keysOf(topic).channel, (message) => {
            const { node, push } = decodePush(topic, message)
            if (node !== link.node) deliver(push)
          })
          .then(() => catchUpSoon(topic))
      }
      return () => {
        if (!listening.listeners.delete(entry) || listening.listeners.size > 0) return
        topics.delete(topic)
        link.unhear(keysOf(topic).channel)
      }
    },
    async isHeardElsewhere(topic) {
      if (!link.isJoined) return false
      const counted = await link.commands.pubsub('NUMSUB', keysOf(topic).channel).catch(() => undefined)
      return Number(counted?.[1] ?? 0) > (topics.has(topic) ? 1 : 0)
    },
    async close() {
      for (const topic of topics.keys()) link.unhear(keysOf(topic).channel)
      topics.clear()
    },
  }
}
