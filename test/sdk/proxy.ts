import { createServer, connect as dial, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What lies between a client and the gateway, for tests of what happens when it breaks. */
export interface Proxy {
  readonly url: string
  /** Connections taken so far. */
  readonly taken: number
  /** Breaks every connection. */
  cut(): void
  /** From now on nothing more gets through to the client on the connections there are, which stay open. */
  silence(): void
  /** Takes no more connections, or takes them again. */
  shut(isShut: boolean): void
  /** New connections lead elsewhere. */
  lead(url: string): void
}

/** A TCP proxy in front of `url`. */
export async function proxyTo(url: string): Promise<Proxy> {
  let target = new URL(url)
  const open = new Set<{ client: Socket; server: Socket }>()
  let taken = 0
  let isShut = false
  const listener = createServer((client) => {
    if (isShut) {
      client.destroy()
      return
    }
    taken += 1
    const server = dial(Number(target.port), target.hostname)
    const pair = { client, server }
    open.add(pair)
    client.pipe(server)
    server.pipe(client)
    const end = () => {
      open.delete(pair)
      client.destroy()
      server.destroy()
    }
    for (const socket of [client, server]) socket.on('close', end).on('error', end)
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    for (const { client } of open) client.destroy()
  }
  onTestFinished(() => {
    cut()
    listener.close()
  })
  const at = listener.address() as { port: number }
  return {
    // the gateway looks at the Host header, which names a loopback address either way
    url: `http://127.0.0.1:${at.port}`,
    get taken() {
      return taken
    },
    cut,
    silence() {
      for (const { client, server } of open) {
        server.unpipe(client)
        server.resume()
      }
    },
    shut(shut) {
      isShut = shut
    },
    lead(url) {
      target = new URL(url)
    },
  }
}
