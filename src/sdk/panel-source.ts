import type { Client } from './client.ts'
import { createPanelTokens } from './panel-tokens.ts'
import type { Heard, Stream } from './stream.ts'
import type { ClientFrame } from './wire.ts'

/** What a panel needs of the service: the `PanelSource` of the panel, by its shape. */
export interface Source {
  send(frame: ClientFrame): void
  request(path: string, init?: { method?: string; body?: unknown; signal?: AbortSignal }): Promise<unknown>
  listen(listener: (heard: Heard) => void): () => void
}

/** Puts a client and its stream behind a panel. A listener that comes late is told how the connection stands. */
export function createPanelSource(client: Client, stream: Stream): Source {
  const request = createPanelTokens(client, stream)
  return {
    send: stream.send,
    request: (path, init) => request(path, init),
    listen(listener) {
      const { state } = stream
      let isListening = true
      if (state === 'ready' || state === 'lost' || state === 'refused')
        queueMicrotask(() => {
          if (isListening && stream.state === state) listener({ kind: 'connection', state })
        })
      const stop = stream.listen(listener)
      return () => {
        isListening = false
        stop()
      }
    },
  }
}
