import { once } from 'node:events'
import { WebSocket } from 'ws'
import { SERVER_FRAMES, type ServerFrame, type ServerFrameType } from '../../../src/protocol/index.ts'
import { OPEN } from '../socket-client.ts'

type Numbered = Extract<ServerFrame, { seq: number }>
type Conversation = { seq: number; epoch: string; current: string | undefined }

/**
 * A client as the contract wants one: it comes back with where it was, forgets what is outdated, and takes a snapshot for what it is. It keeps account of what
 * it was told twice or in the wrong order.
 */
export class AgentClient {
  /** Shopper messages that an answer was for, by the answers' turns. */
  readonly answered = new Map<string, string[]>()
  /** What ought not to have been: numbers or turns a second time, a new answer while the old one still stands. */
  readonly faults: string[] = []
  /** Numbers that were left out, without a snapshot in their place. */
  readonly gaps: string[] = []
  snapshots = 0
  private readonly turns = new Set<string>()
  private readonly marks = new Map<string, Conversation>()
  private socket: WebSocket | undefined

  /** Resolves once the session is open and what was missed has been asked for. */
  async connect(url: string, conversations: readonly string[]): Promise<void> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/stream`)
    this.socket = socket
    socket.on('error', () => undefined)
    await once(socket, 'open')
    let epoch = ''
    const ready = new Promise<void>((resolve) => {
      socket.on('message', (data) => {
        if (socket !== this.socket) return
        const frame = JSON.parse(data.toString()) as ServerFrame
        SERVER_FRAMES[frame.type as ServerFrameType].parse(frame)
        if (frame.type === 'session.ready') {
          epoch = frame.epoch
          resolve()
        } else if ('seq' in frame && frame.type !== 'conversation.opened') this.hear(frame, epoch)
      })
    })
    const resume = Object.fromEntries([...this.marks].map(([id, { epoch, seq }]) => [`demo/web/${id}`, { epoch, seq }]))
    socket.send(JSON.stringify({ ...OPEN, resume }))
    await ready
    for (const conversationId of conversations)
      if (!this.marks.has(conversationId)) {
        socket.send(JSON.stringify({ type: 'conversation.open', store: 'demo', channel: 'web', conversationId }))
        this.marks.set(conversationId, { epoch, seq: -1, current: undefined })
      }
  }

  /** As when a network goes away. */
  drop(): void {
    this.socket?.terminate()
    this.socket = undefined
  }

  get isConnected(): boolean {
    return this.socket?.readyState === WebSocket.OPEN
  }

  private hear(frame: Numbered, epoch: string): void {
    const { conversationId, seq } = frame
    const mark = this.marks.get(conversationId)
    const isSnapshot = 'snapshot' in frame && frame.snapshot === true
    if (isSnapshot) this.snapshots += 1
    else if (mark && mark.epoch === epoch && seq <= mark.seq)
      this.faults.push(`${conversationId}: ${frame.type} ${seq} after ${mark.seq}`)
    else if (mark && mark.seq >= 0 && mark.epoch === epoch && !isSnapshot && seq > mark.seq + 1)
      this.gaps.push(`${conversationId}: ${frame.type} ${seq} after ${mark.seq}`)
    const isNewer = !mark || mark.epoch !== epoch || seq > mark.seq
    const known = { epoch, seq: isNewer ? seq : mark.seq, current: mark?.current }
    this.marks.set(conversationId, known)
    if (frame.type === 'suggestions.stale' && known.current === frame.turnId) known.current = undefined
    if (frame.type !== 'suggestions.ready') return
    const { turnId, messageIds } = frame
    if (!isSnapshot && this.turns.has(turnId)) this.faults.push(`${conversationId}: turn ${turnId} twice`)
    if (!isSnapshot && known.current !== undefined && known.current !== turnId)
      this.faults.push(`${conversationId}: ${seq} while ${known.current} stands`)
    known.current = turnId
    this.turns.add(turnId)
    for (const id of messageIds) this.answered.set(id, [...(this.answered.get(id) ?? []), turnId])
  }
}
