import type { ClientFrame, ServerFrame } from '../protocol/index.ts'

/**
 * What a panel needs of the service, whatever lies between: the SDK's own socket, or an extension's background that
 * holds the socket and the token for it. Frames are those of the contract.
 */
export interface PanelSource {
  /** Sends a frame now, or as soon as the connection is there again. */
  send(frame: ClientFrame): void
  /** A REST call: `path` below the service's address, a JSON body. Rejects with the catalogue's code in `code`. */
  request(path: string, init?: { method?: string; body?: unknown; signal?: AbortSignal }): Promise<unknown>
  /** Calls back with everything that is heard until the returned function is called. */
  listen(listener: (heard: Heard) => void): () => void
}

export type Heard =
  | { readonly kind: 'frame'; readonly frame: ServerFrame }
  | { readonly kind: 'connection'; readonly state: 'ready' | 'lost' | 'refused' }
