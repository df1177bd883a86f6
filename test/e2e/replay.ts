import type { Message, ServerFrame } from '../../src/protocol/index.ts'
import { openSession } from '../server/socket-client.ts'
import { type Conversation, pauseMs, type Turn } from './conversation-file.ts'

export type Ready = Extract<ServerFrame, { type: 'suggestions.ready' }>
export type Shown = Ready['suggestions'][number]

/** One turn of a conversation as it came about. */
export interface Step {
  readonly turn: Turn
  /** Where it stands in the file. */
  readonly line: number
  /** The answer that the turn brought; none when nothing was due. */
  readonly answer: Ready | undefined
  /** What the agent sent, the suggestion it was when it was one. */
  readonly sent: string | undefined
  readonly chosen: Shown | undefined
}

/** A clock for the gateway that stands where the conversation is. */
export interface SetClock {
  now(): number
  set(ms: number): void
}

const STEP_MS = 60_000
const BURST_MS = 300

/**
 * Plays a conversation over a websocket of its own, the agent sending what it says.
 * @throws Error when a suggestion that is to be sent was not shown, or an answer fails to come
 */
export async function replay(conversation: Conversation, url: string, clock: SetClock): Promise<Step[]> {
  const { id: conversationId, store, channel, roles, facts, turns, lines } = conversation
  const where = { store, channel, conversationId }
  clock.set(Date.parse(conversation.at))
  const client = await openSession(url, { agent: { id: '01', name: '小满', roles } })
  client.send({ type: 'conversation.open', ...where, facts })
  await client.next('conversation.opened')

  let sent = 0
  let shown: Ready | undefined
  const steps: Step[] = []

  /** Sends a frame and waits for its acknowledgement, which comes after what it brings about. */
  async function act(frame: object, ack: 'message.ack' | 'event.ack' | 'facts.ack'): Promise<Ready | undefined> {
    sent += 1
    const before = client.frames.length
    client.send({ id: `f${sent}`, ...where, ...frame })
    await client.next(ack, ({ re }) => re === `f${sent}`)
    const frames = client.frames.slice(before)
    if (frames.some(({ type }) => type === 'suggestions.stale')) shown = undefined
    const answer = frames.findLast((one): one is Ready => one.type === 'suggestions.ready')
    shown = answer ?? shown
    return answer
  }

  const say = (message: Partial<Message>) =>
    act(
      { type: 'message.add', messageId: `m${sent + 1}`, at: new Date(clock.now()).toISOString(), ...message },
      'message.ack',
    )

  async function play(turn: Turn): Promise<Pick<Step, 'answer' | 'sent' | 'chosen'>> {
    if (turn.shopper) {
      let answer: Ready | undefined
      for (const [index, line] of turn.shopper.entries()) {
        if (index > 0) clock.set(clock.now() + BURST_MS)
        answer = await say({ role: 'shopper', ...(typeof line === 'string' ? { text: line } : line) })
      }
      if (!answer?.messageIds.includes(`m${sent}`)) throw new Error('the newest message was not answered')
      return { answer, sent: undefined, chosen: undefined }
    }
    if (turn.event) {
      const event = { eventId: `${conversationId}-${sent + 1}`, event: turn.event, data: turn.data }
      const at = new Date(clock.now()).toISOString()
      const answer = await act({ type: 'event.add', at, ...event }, 'event.ack')
      return { answer, sent: undefined, chosen: undefined }
    }
    if (turn.facts)
      return {
        answer: await act({ type: 'facts.update', facts: turn.facts }, 'facts.ack'),
        sent: undefined,
        chosen: undefined,
      }
    const chosen = turn.send === undefined ? undefined : shown?.suggestions[turn.send - 1]
    const text = turn.agent ?? chosen?.text
    if (text === undefined) throw new Error(`there is no suggestion ${turn.send} to send`)
    return { answer: await say({ role: 'agent', text }), sent: text, chosen }
  }

  try {
    for (const [index, turn] of turns.entries()) {
      if (index > 0) clock.set(clock.now() + (turn.after ? pauseMs(turn.after) : STEP_MS))
      const line = lines[index]!
      try {
        steps.push({ turn, line, ...(await play(turn)) })
      } catch (error) {
        throw new Error(`${conversationId}:${line} ${(error as Error).message}`, { cause: error })
      }
    }
  } finally {
    client.socket.terminate()
  }
  return steps
}
