import type { ClientFrame } from '../protocol/index.ts'
import { fetchModule } from './fetch-module.ts'
import type { Heard, PanelSource } from './source.ts'

export interface OwnSourceOptions {
  /** Where the gateway is, `https://…`. */
  readonly server: string
  readonly agent: { readonly id: string; readonly name?: string }
  readonly uiLocale: string
  readonly limit: number
  /** A ticket for one session; undefined where the gateway serves without keys. */
  ticket(): Promise<string | undefined>
}

/**
 * A connection of the panel's own, by the SDK that the same gateway serves. That is fetched when it is needed: an extension or a console that holds the
 * connection itself never loads it. Until it is there frames wait and the connection counts as lost.
 */
export function ownSource(options: OwnSourceOptions): PanelSource & { close(): void } {
  const { server, ticket, ...session } = options
  const listeners = new Set<(heard: Heard) => void>()
  const waiting: ClientFrame[] = []
  let real: (PanelSource & { close(): void }) | undefined
  let isClosed = false
  const tell = (heard: Heard) => {
    for (const listener of listeners) listener(heard)
  }
  const connected = connect()
  // who asks something is told
  connected.catch(() => undefined)

  function stillWaits(): void {
    if (isClosed) throw new Error('the panel was closed before it was connected')
  }

  async function connect(): Promise<PanelSource> {
    const url = new URL('/sdk.js', server).href
    const { createClient, createPanelSource } = await fetchModule<typeof import('../sdk/index.ts')>(url, () => {
      stillWaits()
      tell({ kind: 'connection', state: 'lost' })
    })
    stillWaits()
    const client = createClient({ url: server })
    const stream = client.stream({ ...session, ticket, client: { name: 'huashu-panel', version: '0.1.0' } })
    real = { ...createPanelSource(client, stream), close: () => stream.close() }
    real.listen(tell)
    for (const frame of waiting.splice(0)) real.send(frame)
    return real
  }

  return {
    send(frame) {
      if (real) real.send(frame)
      else waiting.push(frame)
    },
    request: async (path, init) => (await connected).request(path, init),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      isClosed = true
      real?.close()
    },
  }
}
