import type { PanelSource } from './source.ts'

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
 * A connection of the panel's own, by the SDK that the same gateway serves. It is fetched when it is needed: an extension or a console that holds the
 * connection itself never loads it. Rejects when the gateway cannot be reached.
 */
export async function ownSource(options: OwnSourceOptions): Promise<PanelSource & { close(): void }> {
  const { server, ticket, ...session } = options
  const { createClient, createPanelSource } = (await import(
    new URL('/sdk.js', server).href
  )) as typeof import('../sdk/index.ts')
  const client = createClient({ url: server })
  const stream = client.stream({ ...session, ticket, client: { name: 'huashu-panel', version: '0.1.0' } })
  return { ...createPanelSource(client, stream), close: () => stream.close() }
}
