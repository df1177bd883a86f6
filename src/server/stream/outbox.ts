import type { Push } from '../ports.ts'

/** The part of a websocket that writing needs. */
export interface Sink {
  readonly bufferedAmount: number
  send(frame: string | Buffer): void
  terminate(): void
  /** Holds what is sent from now on back, to leave in one write at `uncork`. */
  cork(): void
  uncork(): void
}

/** Writes to one socket. While the socket is slow only the newest answer of each conversation is kept for it. */
export interface Outbox {
  /** Answers to the client's own frames: never dropped. */
  send(frame: object): void
  /** `frame` is the push's own, or made from it for this socket. */
  push(push: Push, frame: Buffer): void
  close(): void
}

export interface OutboxLimits {
  /** Unsent bytes from which a socket counts as slow. */
  readonly slowBytes: number
  /** Unsent bytes at which the socket is given up; its client resends what was not acknowledged. */
  readonly hardBytes: number
  /** How often a slow socket is looked at again. */
  readonly retryMs: number
}

/** What waits for one conversation: that the answer the client shows is no longer good, the newest answer, status and reminder. */
type Held = Partial<Record<Push['type'], { readonly turnId: string; readonly seq: number; readonly frame: Buffer }>>

export function createOutbox(sink: Sink, limits: OutboxLimits, dropped: () => void): Outbox {
  const held = new Map<string, Held>()
  let retry: NodeJS.Timeout | undefined

  let isCorked = false

  const isSlow = () => sink.bufferedAmount > limits.slowBytes

  /** Writing to the system costs more than most frames: those of one moment (the old answer is stale, here is the new one) leave together. */
  function write(frame: string | Buffer): void {
    if (!isCorked) {
      isCorked = true
      sink.cork()
      process.nextTick(flush)
    }
    sink.send(frame)
  }

  function flush(): void {
    isCorked = false
    sink.uncork()
  }

  function hold({ topic, type, turnId, seq }: Push, frame: Buffer): void {
    const waiting = held.get(topic) ?? {}
    if (type === 'suggestions.stale' && waiting['suggestions.ready']?.turnId === turnId) {
      // the client never saw this answer, so it need not hear that it is gone
      delete waiting['suggestions.ready']
      dropped()
    } else {
      if (type === 'suggestions.ready' && waiting[type]) dropped()
      waiting[type] = { turnId, seq, frame }
    }
    held.set(topic, waiting)
    retry ??= setInterval(release, limits.retryMs).unref()
  }

  function release(): void {
    for (const [topic, waiting] of held) {
      if (isSlow()) return
      for (const { frame } of Object.values(waiting).sort((a, b) => a.seq - b.seq)) write(frame)
      held.delete(topic)
    }
    clearInterval(retry)
    retry = undefined
  }

  return {
    send(frame) {
      if (sink.bufferedAmount > limits.hardBytes) sink.terminate()
      else write(JSON.stringify(frame))
    },
    push(push, frame) {
      if (held.has(push.topic) || isSlow()) hold(push, frame)
      else write(frame)
    },
    close: () => clearInterval(retry),
  }
}
