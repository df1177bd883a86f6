import { randomInt } from 'node:crypto'
import type { Claim, Ownership, OwnershipEvents } from '../ports.ts'
import type { RedisBus } from './bus-redis.ts'
import { keysOf, NODES } from './redis/keys.ts'
import type { RedisLink } from './redis/link.ts'
import { decodePush } from './redis/push-codec.ts'
import { TTL } from './redis/scripts.ts'

/** What nodes say to each other: that a conversation is wanted, or that it may be claimed (again). */
interface Word {
  readonly wanted?: { readonly topic: string; readonly by: string }
  readonly free?: string
}

/**
 * An owner that was asked so often, each time for so long, does not hand over, though it lives: the conversation is taken from it. One that only stood still
 * counts as gone before that, and knows.
 */
const SILENCES = 8
const ASK_MS = 1_000
/** What is in memory is confirmed well before `TTL.owner`. */
const CONFIRM_MS = 600_000
const CONFIRM_AT_ONCE = 500
/** Numbers given out alone lie so far off that no two nodes give out the same: so many frames fit between two of so many places. */
const FRAMES = 1_000
const PLACES = 1_000_000

/** Ownership among the nodes that share a Redis. Without it a node works on whatever it is asked to, and makes up for it when it is back. */
export function createRedisOwnership(link: RedisLink, bus: RedisBus): Ownership & { close(): void } {
  const held = new Set<string>()
  /** Worked on without the others knowing. */
  const apart = new Set<string>()
  /** Who waits for a conversation of ours. */
  const waiting = new Map<string, Set<string>>()
  const asking = new Map<string, () => void>()
  let events: OwnershipEvents | undefined
  let confirmedAt = performance.now()

  const say = (node: string, word: Word) =>
    link.commands.publish(NODES + node, JSON.stringify(word)).catch(() => undefined)

  // who owns something must be there when it is asked for it
  const isHearing = link.hear(NODES + link.node, (message) => {
    const { wanted, free } = JSON.parse(message.toString()) as Word
    if (free !== undefined) asking.get(free)?.()
    if (!wanted) return
    waiting.set(wanted.topic, (waiting.get(wanted.topic) ?? new Set()).add(wanted.by))
    events?.wanted(wanted.topic)
  })

  link.attend({
    lost() {
      for (const done of asking.values()) done()
      events?.goesAlone(aside())
    },
    // what was only held and not worked on is looked at when it is next used
    lapsed: () => held.clear(),
    joined() {
      held.clear()
      if (apart.size > 0) events?.toRenew([...apart])
    },
  })

  bus.attend((topic) => {
    held.delete(topic)
    apart.add(topic)
    if (link.isJoined) events?.toRenew([topic])
  })

  /** Keys of what is held go on living; what another node has by now is let go. */
  async function confirm(): Promise<void> {
    const topics = [...held]
    for (let from = 0; from < topics.length; from += CONFIRM_AT_ONCE) {
      const some = topics.slice(from, from + CONFIRM_AT_ONCE)
      const keys = some.map((topic) => keysOf(topic).owner)
      const mine = await link.commands.hsConfirm(keys.length, ...keys, link.node, TTL.owner)
      for (const [i, topic] of some.entries()) if (mine[i] === 0) held.delete(topic)
    }
  }

  const timer = setInterval(() => {
    if (!link.isJoined || performance.now() - confirmedAt < CONFIRM_MS) return
    confirmedAt = performance.now()
    confirm().catch(() => undefined)
  }, CONFIRM_MS / 10)
  timer.unref()

  function alone(topic: string, seq: number | undefined): Claim {
    apart.add(topic)
    return { isUnbroken: seq !== undefined, wasApart: false, seq: bus.highest + aside(), recent: [] }
  }

  /** Asks the owner, and waits until it says something or the link is lost; not for long, and not at all when nobody hears the question. */
  async function ask(owner: string, topic: string): Promise<'answered' | 'silent' | 'gone'> {
    const answer = Promise.withResolvers<'answered' | 'silent'>()
    asking.set(topic, () => answer.resolve('answered'))
    const timer = setTimeout(() => answer.resolve('silent'), ASK_MS)
    const heardBy = await say(owner, { wanted: { topic, by: link.node } })
    const said = heardBy === 0 ? 'gone' : await answer.promise
    clearTimeout(timer)
    asking.delete(topic)
    return said
  }

  async function claimOf(topic: string, seq: number | undefined): Promise<Claim> {
    const { owner, talk, seq: numbering, recent } = keysOf(topic)
    await isHearing
    await link.settled()
    let from = ''
    for (let silences = 0; link.isJoined; ) {
      const said = await link.commands.hsClaimBuffer(owner, talk, numbering, recent, link.node, NODES, TTL.owner, from)
      const [before, now] = [said[0]!.toString(), said[1]!.toString()]
      if (now !== link.node) {
        const said = await ask(now, topic)
        silences = said === 'silent' ? silences + 1 : 0
        from = said === 'gone' || silences >= SILENCES ? now : ''
        continue
      }
      held.add(topic)
      const shared = Number(said[2]!.toString())
      const pushes = said.slice(4).map((bytes) => decodePush(topic, bytes).push)
      bus.catchUp(pushes)
      const isApart = apart.delete(topic)
      if (isApart) return { isUnbroken: false, wasApart: true, seq: Math.max(shared, seq ?? 0), recent: [] }
      const isUnbroken = seq !== undefined && shared <= seq && before === link.node
      const left = said[3]!.toString()
      return { isUnbroken, wasApart: false, seq: shared, recent: pushes, ...(left === '' ? {} : { talk: left }) }
    }
    return alone(topic, seq)
  }

  return {
    owns(topic) {
      if (link.isJoined) return held.has(topic) && link.isSure
      apart.add(topic)
      return true
    },
    claim: (topic, seq) => claimOf(topic, seq).catch(() => alone(topic, seq)),
    async release(topic, left) {
      held.delete(topic)
      const [next, ...others] = waiting.get(topic) ?? []
      waiting.delete(topic)
      if (!link.isJoined) return
      const { owner, talk, seq } = keysOf(topic)
      // what was worked on apart is not all of it
      const given = left && !apart.delete(topic) ? [left.talk, left.seq] : ['', left?.seq ?? '']
      await link.commands
        .hsRelease(owner, talk, seq, link.node, next ?? '', ...given, TTL.owner, TTL.talk, TTL.numbering)
        .catch(() => undefined)
      for (const node of next === undefined ? [] : [next, ...others]) void say(node, { free: topic })
    },
    async forget(topic) {
      if (!link.isJoined) throw new Error('Redis is lost: other processes cannot be asked')
      const { talk, recent } = keysOf(topic)
      await link.commands.del(talk, recent)
    },
    get epoch() {
      return link.epoch
    },
    get isAlone() {
      return !link.isJoined
    },
    attend(given) {
      events = given
    },
    close: () => clearInterval(timer),
  }
}

/** How far numbering jumps when a node goes on alone. */
function aside(): number {
  return FRAMES * randomInt(1, PLACES)
}
