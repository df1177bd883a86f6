import type { ServerFrameOf } from './frame-of.ts'
import { newId } from './new-id.ts'
import type { Stream } from './stream.ts'
import type { Tone } from './wire.ts'

export interface RewriteAsked {
  readonly store?: string | undefined
  readonly channel?: string | undefined
  readonly conversationId: string
  readonly turnId: string
  readonly suggestionId: string
  readonly tone?: Tone | undefined
}

/** How a rewrite ended: reworded (and `accepted` or not), or come to nothing for a `reason`. */
export type Rewritten = ServerFrameOf<'rewrite.done'> | ServerFrameOf<'rewrite.failed'>

/** A rewrite under way: its pieces as they come, for one reader. What counts is `result` alone: a piece is a draft that nobody has checked. */
export interface Rewriting extends AsyncIterable<string> {
  readonly rewriteId: string
  /** Rejects with `HuashuError`, or with the reason of the signal that stopped it. */
  readonly result: Promise<Rewritten>
}

export function startRewriting(stream: Stream, asked: RewriteAsked, signal: AbortSignal | undefined): Rewriting {
  const rewriteId = newId()
  const pieces: string[] = []
  let wake: () => void = () => undefined
  let isOver = false

  const stop = stream.listen((heard) => {
    if (heard.kind !== 'frame' || heard.frame.type !== 'rewrite.delta' || heard.frame.rewriteId !== rewriteId) return
    pieces.push(heard.frame.delta)
    wake()
  })
  const cancel = () => stream.send({ type: 'rewrite.cancel', rewriteId, conversationId: asked.conversationId })
  const result = stream.ask({ type: 'rewrite.request', rewriteId, ...asked }, signal) as Promise<Rewritten>
  signal?.addEventListener('abort', cancel)
  const end = () => {
    isOver = true
    stop()
    signal?.removeEventListener('abort', cancel)
    wake()
  }
  // rejects for who waits for it; the pieces end either way
  result.then(end, end)

  return {
    rewriteId,
    result,
    async *[Symbol.asyncIterator]() {
      for (;;) {
        while (pieces.length > 0) yield pieces.shift()!
        if (isOver) return
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}
