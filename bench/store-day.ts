import type { LogEvent } from '../src/insight/index.ts'
import { createRandom, type Random } from './random.ts'

/** How large a day is. */
export interface DaySize {
  readonly events: number
  readonly agents: number
  readonly scripts: number
  readonly seed: number
}

const CHANNELS = ['taobao', 'jd', 'pdd', 'web']
const BEGIN = Date.parse('2026-11-11T00:00:00+08:00')
const DAY_MS = 86_400_000
/** Talks that go on at a time. */
const OPEN = 900
const WORDS = '亲这款面料是纯棉的不起球一般三天左右能到有货喜欢可以先拍下今天发帮您看一下尺码建议包邮退换运费险'

interface Talk {
  readonly id: string
  readonly channel: string
  readonly agent: string
  readonly steps: number
  step: number
  turns: number
  offered: readonly { readonly id: string; readonly text: string }[]
}

/**
 * The log of a busy shop's day, in the order of arrival: shoppers in bursts, three suggestions each time, replies used, worked on or written, some a little late or in the wrong order, orders,
 * payments, reminders, ratings. Seeded: the same size gives the same day.
 */
export function* storeDay(size: DaySize): Generator<LogEvent> {
  const random = createRandom(size.seed)
  const scripts = Array.from({ length: size.scripts }, (_, i) => ({
    id: `zh.script.${i}`,
    intent: `family${i % 23}.topic${i % 130}`,
    text: sentence(random, 18 + (i % 40)),
  }))
  const talks = Array.from({ length: OPEN }, (_, i) => openTalk(random, size, i))
  let opened = OPEN
  for (let n = 1; n <= size.events; n += 1) {
    const at = BEGIN + Math.floor((n / size.events) * DAY_MS)
    const place = Math.floor(random.next() * OPEN)
    const talk = talks[place]!
    const { channel, id: conversationId } = talk
    const record = { n, store: 's', channel, conversationId, at }
    yield { ...record, ...next(talk, random, scripts, n, at) } as LogEvent
    if (talk.step >= talk.steps) {
      talks[place] = openTalk(random, size, opened)
      opened += 1
    }
  }
}

function openTalk(random: Random, { agents }: DaySize, i: number): Talk {
  const agent = Math.floor(random.next() * agents)
  return {
    id: `shopper-${i.toString(36)}-${Math.floor(random.next() * 1e9).toString(36)}`,
    // most agents sit in one channel
    channel: CHANNELS[(agent + (random.next() < 0.9 ? 0 : 1)) % CHANNELS.length]!,
    agent: `agent-${agent}`,
    steps: 8 + Math.floor(random.next() * 30),
    step: 0,
    turns: 0,
    offered: [],
  }
}

type Body = Pick<LogEvent, 'kind'> & { readonly body: object }
type Scripts = readonly { readonly id: string; readonly intent: string; readonly text: string }[]

/** Message, answer, reply, answer, and what the platform and the client tell in between. */
function next(talk: Talk, random: Random, scripts: Scripts, n: number, at: number): Body {
  const phase = talk.step % 5
  talk.step += 1
  const chance = random.next()
  const told = new Date(at - (chance < 0.03 ? Math.floor(chance * 1e6) : 0)).toISOString()
  if (phase === 0 || (phase === 2 && chance < 0.15))
    return {
      kind: 'message',
      body: { role: 'shopper', messageId: `m${n}`, text: sentence(random, 4 + Math.floor(chance * 20)), at: told },
    }
  if (phase === 1 || phase === 4) return answered(talk, random, scripts, n, phase === 1 ? 'message' : 'agent_reply')
  if (phase === 2 || chance < 0.1) return replied(talk, random, n, told, chance)
  if (chance < 0.5) {
    const suggestionId = talk.offered[Math.floor(random.next() * talk.offered.length)]?.id
    const action = chance < 0.45 ? 'sent' : 'dismissed'
    return {
      kind: 'feedback',
      body: { eventId: `f${n}`, turnId: `t${n}`, suggestionId, action, at: told, matched: true },
    }
  }
  return { kind: 'event', body: { eventId: `e${n}`, at: told, ...happening(random, talk) } }
}

function answered(talk: Talk, random: Random, scripts: Scripts, n: number, because: string): Body {
  const suggestions = Array.from({ length: 3 }, (_, i) => {
    const { id, intent, text } = scripts[Math.floor(random.next() ** 4 * scripts.length)]!
    // every third script shows a fact of its own
    const filled = i === 0 ? `${text}${Math.floor(random.next() * 200)}元` : text
    return {
      id: `t${n}.${i}`,
      scriptId: id,
      intent,
      tier: 'answer',
      score: 3 - i,
      text: filled,
      features: { words: 1, topic: 2 },
    }
  })
  talk.offered = suggestions
  const name = suggestions[0]!.intent
  const intents = [{ name, family: name.slice(0, name.indexOf('.')), confidence: 0.8 }]
  const messageIds = [`m${n - 1}`]
  return {
    kind: 'answer',
    body: {
      turnId: `t${n}`,
      messageIds,
      because,
      locale: 'zh',
      abstained: false,
      intents,
      suggestions,
      agent: talk.agent,
      stage: 'presale',
    },
  }
}

function replied(talk: Talk, random: Random, n: number, at: string, chance: number): Body {
  talk.turns += 1
  const offered = talk.offered[Math.floor(random.next() ** 2 * talk.offered.length)]
  const used = offered && chance > 0.5 ? offered.text : undefined
  const text = used === undefined ? sentence(random, 25) : chance > 0.8 ? `${used}${sentence(random, 5)}` : used
  return { kind: 'message', body: { role: 'agent', messageId: `m${n}`, text, at, agent: { id: talk.agent } } }
}

function happening(random: Random, talk: Talk): object {
  const type = random.pick([
    'order_created',
    'order_paid',
    'order_paid',
    'order_unpaid',
    'rating_given',
    'tracking_update',
    'conversation_closed',
  ])
  if (type === 'rating_given') return { type, data: { score: 1 + Math.floor(random.next() * 5) } }
  const order = { id: `o-${talk.id}`, total: 59.9, lines: [{ quantity: 1 + Math.floor(random.next() * 3) }] }
  return type.startsWith('order') ? { type, data: { order } } : { type }
}

function sentence(random: Random, length: number): string {
  let text = ''
  for (let i = 0; i < length; i += 1) text += WORDS[Math.floor(random.next() * WORDS.length)]
  return text
}
