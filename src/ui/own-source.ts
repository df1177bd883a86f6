import type { ClientFrame } from '../protocol/index.ts'
import type { Heard, PanelSource } from './source.ts'

type Sdk = typeof import('../sdk/index.ts')

export interface OwnSourceOptions {
  /** Where the gateway is, `https://…`. */
  readonly server: string
  readonly agent: { readonly id: string; readonly name?: string }
  readonly uiLocale: string
  readonly limit: number
  /** A ticket for one session; undefined where the gateway serves without keys. */
  ticket(): Promise<string | undefined>
}

const FIRST_MS = 500
const LONGEST_MS = 10_000

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

  async function connect(): Promise<PanelSource> {
    const sdk = await load()
    if (!sdk) throw new Error('the panel was closed before it was connected')
    const { createClient, createPanelSource } = sdk
    const client = createClient({ url: server })
    const stream = client.stream({ ...session, ticket, client: { name: 'huashu-panel', version: '0.1.0' } })
    real = { ...createPanelSource(client, stream), close: () => stream.close() }
    real.listen(tell)
    for (const frame of waiting.splice(0)) real.send(frame)
    return real
  }

  /** Undefined once nobody waits for it. */
  async function load(): Promise<Sdk | undefined> {
    for (let wait = FIRST_MS, tries = 0; ; wait = Math.min(LONGEST_MS, wait * 2), tries += 1) {
      const url = new URL('/sdk.js', server)
      // a browser may remember that a module could not be had
      if (tries > 0) url.search = `?${tries}`
      const sdk: Sdk | undefined = await import(url.href).catch(() => undefined)
      if (isClosed) return undefined
      if (sdk) return sdk
      tell({ kind: 'connection', state: 'lost' })
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
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
