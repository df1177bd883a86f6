import type { Loose } from './frame-of.ts'
import { HuashuError } from './huashu-error.ts'
import { newId } from './new-id.ts'
import type { ClientFrame, ServerFrame } from './wire.ts'

/** What answers a frame; a frame of another type is done once it is written. */
const ANSWERED: { readonly [T in ClientFrame['type']]?: readonly ServerFrame['type'][] } = {
  'conversation.open': ['conversation.opened'],
  'conversation.close': ['conversation.closed'],
  'message.add': ['message.ack'],
  'facts.update': ['facts.ack'],
  'event.add': ['event.ack'],
  'feedback.add': ['feedback.ack'],
  'draft.check': ['draft.checked'],
  'suggest.request': ['suggestions.ready'],
  'rewrite.request': ['rewrite.done', 'rewrite.failed'],
  'token.request': ['token.granted'],
}
/** What must not get lost: tried again when the service could not take it just then. The service knows a repeated one by its id. */
const DURABLE: readonly ClientFrame['type'][] = ['message.add', 'facts.update', 'event.add', 'feedback.add']

/** A frame that is not done, in the order in which frames were given. */
interface Entry {
  readonly frame: ClientFrame & { readonly id: string }
  readonly text: string
  isWritten: boolean
  readonly resolve: (answer: ServerFrame | undefined) => void
  readonly reject: (error: unknown) => void
}

export interface OutgoingParts {
  /** Frames not done, at the most. */
  readonly limit: number
  /** Unsent bytes of the socket from which frames wait here. */
  readonly slowBytes: number
  /** How often a slow socket is looked at again. */
  readonly slowMs: number
  /** How long before a frame is tried again that the service could not take. */
  readonly retryMs: number
  readonly isReady: () => boolean
  readonly bufferedAmount: () => number
  readonly write: (frame: ClientFrame, text: string) => void
}

/** The frames on their way: each is written once the connection stands, again when it was lost before the answer came, and done with its answer. */
export interface Outgoing {
  /**
   * Resolves to the answer; a frame that none answers, once it is written. Rejects with what the service answers instead, or with the signal's reason: then it is
   * not sent any more. @throws HuashuError `overloaded` when too many wait, `bad_request` for an id that is under way, or how the stream ended
   */
  add(frame: ClientFrame, signal?: AbortSignal): Promise<ServerFrame | undefined>
  /** Takes note of what the service says. */
  heard(frame: ServerFrame): void
  flush(): void
  /** The connection is gone: what was not answered will be written again. Gives the rewrites that went with it. */
  lost(): ClientFrame[]
  end(error: HuashuError): void
  readonly size: number
  /** Resolves once nothing is under way. */
  drained(): Promise<void>
}

export function createOutgoing(parts: OutgoingParts): Outgoing {
  const entries = new Map<string, Entry>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let over: HuashuError | undefined
  const waiting: (() => void)[] = []

  function remove({ frame: { id } }: Entry): void {
    entries.delete(id)
    if (entries.size === 0) for (const wake of waiting.splice(0)) wake()
  }

  function flushLater(ms: number): void {
    timer ??= setTimeout(() => {
      timer = undefined
      flush()
    }, ms)
  }

  function flush(): void {
    if (!parts.isReady()) return
    for (const entry of entries.values()) {
      if (entry.isWritten) continue
      if (parts.bufferedAmount() > parts.slowBytes) {
        flushLater(parts.slowMs)
        return
      }
      entry.isWritten = true
      parts.write(entry.frame, entry.text)
      if (ANSWERED[entry.frame.type]) continue
      remove(entry)
      entry.resolve(undefined)
    }
  }

  function done(entry: Entry, answer: ServerFrame): void {
    // an answer shows what a talk needs now: who asked earlier in the same talk is answered by it, too
    if (answer.type === 'suggestions.ready') {
      for (const other of entries.values()) {
        if (other === entry) break
        const { frame } = other
        if (frame.type !== 'suggest.request' || !isSameTalk(frame, entry.frame as typeof frame)) continue
        remove(other)
        other.resolve(answer)
      }
    }
    remove(entry)
    entry.resolve(answer)
  }

  return {
    add(given, signal) {
      if (over) throw over
      if (signal?.aborted) return Promise.reject(signal.reason)
      const frame = { ...given, id: given.id ?? newId() }
      if (entries.has(frame.id)) throw new HuashuError('bad_request', `frame.id: "${frame.id}" is under way already`)
      if (entries.size >= parts.limit)
        throw new HuashuError('overloaded', `${parts.limit} frames wait for the service already`)
      return new Promise((resolve, reject) => {
        const stop = () => {
          remove(entry)
          reject(signal!.reason)
        }
        const settled =
          <V>(act: (value: V) => void) =>
          (value: V) => {
            signal?.removeEventListener('abort', stop)
            act(value)
          }
        const entry: Entry = {
          frame,
          text: JSON.stringify(frame),
          isWritten: false,
          resolve: settled(resolve),
          reject: settled(reject),
        }
        signal?.addEventListener('abort', stop)
        entries.set(frame.id, entry)
        flush()
      })
    },

    heard(answer) {
      const { re } = answer as Loose
      const entry = re === undefined ? undefined : entries.get(re)
      if (!entry) return
      if (answer.type !== 'error') {
        if (ANSWERED[entry.frame.type]?.includes(answer.type)) done(entry, answer)
        return
      }
      const error = new HuashuError(answer.code, answer.message, { details: answer.details })
      if (error.isPassing && DURABLE.includes(entry.frame.type)) {
        // not with the next frame that comes: the service wants a rest
        setTimeout(() => {
          entry.isWritten = false
          flush()
        }, parts.retryMs)
        return
      }
      remove(entry)
      entry.reject(error)
    },

    flush,

    lost() {
      const rewrites: ClientFrame[] = []
      for (const entry of entries.values()) {
        if (!entry.isWritten) continue
        entry.isWritten = false
        if (entry.frame.type !== 'rewrite.request') continue
        rewrites.push(entry.frame)
        remove(entry)
        entry.reject(new HuashuError('unavailable', 'the connection was lost while the model wrote'))
      }
      return rewrites
    },

    end(error) {
      over = error
      clearTimeout(timer)
      for (const entry of [...entries.values()]) {
        remove(entry)
        entry.reject(error)
      }
    },

    get size() {
      return entries.size
    },

    drained() {
      return entries.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))
    },
  }
}

function isSameTalk(a: Loose, b: Loose): boolean {
  return a.conversationId === b.conversationId && a.channel === b.channel && a.store === b.store
}
