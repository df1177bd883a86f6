import type { Survey } from '../ports.ts'
import { ASKED, keyOf } from './redis/keys.ts'
import type { RedisLink } from './redis/link.ts'

interface Question {
  readonly by: string
  readonly n: number
  readonly asked: unknown
}
interface Reply {
  readonly n: number
  /** Null = that process has nothing to say. */
  readonly answer: unknown
}
interface Waiting {
  readonly answers: unknown[]
  replies: number
  /** How many replies there will be, once Redis has said so. */
  expected: number
  readonly done: () => void
}

/** Questions among the nodes that share a Redis; how many have heard one is what Redis says of the message. */
export function createRedisSurvey(link: RedisLink): Survey {
  const mine = keyOf('answers', link.node)
  const waiting = new Map<number, Waiting>()
  let answerer: (asked: unknown) => unknown = () => null
  let count = 0

  const tell = (channel: string, said: Question | Reply) => link.commands.publish(channel, JSON.stringify(said))

  void link.hear(ASKED, (message) => {
    const { by, n, asked } = JSON.parse(message.toString()) as Question
    if (by === link.node) return
    tell(keyOf('answers', by), { n, answer: answerer(asked) ?? null }).catch(() => undefined)
  })
  void link.hear(mine, (message) => {
    const { n, answer } = JSON.parse(message.toString()) as Reply
    const one = waiting.get(n)
    if (!one) return
    if (answer !== null) one.answers.push(answer)
    one.replies += 1
    if (one.replies >= one.expected) one.done()
  })

  return {
    answer(by) {
      answerer = by
    },
    async ask(asked, withinMs) {
      if (!link.isJoined) return []
      count += 1
      const n = count
      const { promise, resolve } = Promise.withResolvers<void>()
      // an answer may be here before it is known how many are to come
      const one: Waiting = { answers: [], replies: 0, expected: Number.POSITIVE_INFINITY, done: resolve }
      waiting.set(n, one)
      const timer = setTimeout(resolve, withinMs)
      try {
        // this process hears it, too
        one.expected = (await tell(ASKED, { by: link.node, n, asked })) - 1
        if (one.replies < one.expected) await promise
      } catch {
        // cut off meanwhile: what is here is all there is
      } finally {
        clearTimeout(timer)
        waiting.delete(n)
      }
      return one.answers
    },
  }
}
