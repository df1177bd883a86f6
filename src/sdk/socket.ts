import { HuashuError } from './huashu-error.ts'

/** What is needed of a websocket: that of a browser, of Node 22 and of the package `ws` have it. */
export interface SocketLike {
  readonly bufferedAmount: number
  send(text: string): void
  close(code?: number, reason?: string): void
  addEventListener(type: 'open', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: { code: number }) => void): void
  addEventListener(type: 'error', listener: () => void): void
}
export type SocketMaker = new (url: string) => SocketLike

/** @throws HuashuError `unavailable` where there is no websocket */
export function openSocket(url: string, maker: SocketMaker | undefined): SocketLike {
  const Maker = maker ?? (globalThis as { WebSocket?: SocketMaker }).WebSocket
  if (!Maker) throw new HuashuError('unavailable', 'no WebSocket here: hand one to createClient, such as that of "ws"')
  const base = url.endsWith('/') ? url : `${url}/`
  return new Maker(new URL('v1/stream', base).href.replace(/^http/, 'ws'))
}
