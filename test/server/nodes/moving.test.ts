import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Message } from '../../../src/protocol/index.ts'
import type { Conversation } from '../../../src/server/conversation.ts'
import type { Gateway } from '../../../src/server/gateway.ts'
import { type Redis, startRedis } from '../../services/redis.ts'
import { gatewayUnderTest } from '../gateway-under-test.ts'
import { twoNodes } from './two-nodes.ts'

let redis: Redis
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())

type Step = { readonly is: 'message'; readonly message: Message } | { readonly is: 'event' | 'facts' | 'pause' }

const AT = '2026-11-22T10:00:00+08:00'
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant('message' as const),
      message: fc.record({
        role: fc.constantFrom('shopper', 'shopper', 'shopper', 'agent', 'bot'),
        text: fc.constantFrom('在吗', '稍等', '好', '长'.repeat(300)),
        at: fc.constantFrom(...[0, 200, 5_900].map((ms) => new Date(1.79e12 + ms).toISOString())),
      }) as fc.Arbitrary<Message>,
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ is: 'event' }, { is: 'facts' }, { is: 'pause' }) },
)

/** One piece of work; resolves when it is durable. */
function work(gateway: Gateway, conversationId: string, step: Step, i: number): Promise<unknown> {
  if (step.is === 'pause') return new Promise(setImmediate)
  const { conversations, intake } = gateway
  return Promise.resolve(
    conversations.use({ store: 'demo', channel: 'web', conversationId }, async (conversation) => {
      if (step.is === 'message') await intake.message(conversation, { ...step.message, messageId: `m${i}` }).stored
      else if (step.is === 'facts')
        await intake.facts(conversation, { order: { id: 'o', status: i % 2 ? 'paid' : 'dispatched' } })
      else await intake.event(conversation, { eventId: `${conversationId}-${i}`, type: 'order_paid', at: AT })
    }),
  )
}

const seenOf = ({ before, turn, state, facts, waitingSince, seen, events, current }: Conversation) => ({
  before,
  turn,
  state,
  facts,
  waitingSince,
  seen: seen
    .list()
    .map(([id]) => id)
    .toArray()
    .sort(),
  events: events.size,
  shown: current && JSON.parse(current.frame.toString()).messageIds,
})

async function standing(gateway: Gateway, conversationId: string) {
  await gateway.log.flush()
  return gateway.conversations.use({ store: 'demo', channel: 'web', conversationId }, seenOf)
}

describe('a conversation on two nodes', () => {
  test('stands where it would stand on one, whichever node got which message', async () => {
    const { nodes } = await twoNodes(redis.url)
    const { gateway: single } = await gatewayUnderTest()
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(step, fc.nat(1)), { minLength: 1, maxLength: 14 }), async (steps) => {
        run += 1
        const id = `c${run}`
        for (const [i, [step, at]] of steps.entries()) {
          await work(nodes[at]!.gateway, id, step, i)
          await work(single, id, step, i)
        }
        const expected = JSON.parse(JSON.stringify(await standing(single, id)))
        for (const { gateway } of nodes)
          expect(JSON.parse(JSON.stringify(await standing(gateway, id)))).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  test('is in the log in the order in which it was worked on, when both get work at once', async () => {
    const { nodes, database } = await twoNodes(redis.url)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1), { minLength: 2, maxLength: 30 }), fc.uuid(), async (ats, id) => {
        const talk = { store: 'demo', channel: 'web', conversationId: id }
        const order: string[] = []
        await Promise.all(
          ats.map((at, i) =>
            nodes[at]!.gateway.conversations.use(talk, (conversation) => {
              order.push(`m${i}`)
              return nodes[at]!.gateway.intake.message(conversation, {
                messageId: `m${i}`,
                role: 'shopper',
                text: `${i}`,
              }).stored
            }),
          ),
        )
        const logged = (await database.conversation(talk)).map(({ body }) => (body as { messageId: string }).messageId)
        expect(logged).toEqual(order)
        for (const { gateway } of nodes) {
          const { seen, state } = await gateway.conversations.use(talk, (conversation) => conversation)
          expect([seen.size, state.shopperTurns]).toEqual([ats.length, ats.length])
        }
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})
