import type { Heard, PanelSource } from '../../ui/index.ts'
import { type FromPanel, PORTS, type ToPanel } from '../wire.ts'

export interface PortSource extends PanelSource {
  say(said: FromPanel): void
}

const AGAIN_MS = 200

/** The service as a panel sees it, by way of the background, which holds the socket and the token. A background that slept is woken. */
export function createPortSource(attach: FromPanel & { type: 'attach' }, hear: (said: ToPanel) => void): PortSource {
  const listeners = new Set<(heard: Heard) => void>()
  const calls = new Map<number, { resolve(body: unknown): void; reject(error: Error): void }>()
  let requested = 0
  let port: chrome.runtime.Port | undefined
  let current = attach

  function connect(): void {
    if (!chrome.runtime?.id) return
    const opened = chrome.runtime.connect({ name: PORTS.panel })
    port = opened
    opened.onMessage.addListener((said: ToPanel) => {
      if (said.type === 'heard') for (const listener of listeners) listener(said.heard)
      else if (said.type === 'answer') settle(said.requestId)?.resolve(said.body)
      else if (said.type === 'failure')
        settle(said.requestId)?.reject(Object.assign(new Error(said.message), { code: said.code }))
      else hear(said)
    })
    opened.onDisconnect.addListener(() => {
      for (const requestId of [...calls.keys()])
        settle(requestId)?.reject(Object.assign(new Error('the background went away'), { code: 'unavailable' }))
      for (const listener of listeners) listener({ kind: 'connection', state: 'lost' })
      setTimeout(connect, AGAIN_MS)
    })
    opened.postMessage(current satisfies FromPanel)
  }

  function settle(requestId: number) {
    const call = calls.get(requestId)
    calls.delete(requestId)
    return call
  }

  function say(said: FromPanel): void {
    if (said.type === 'attach') current = said
    port?.postMessage(said)
  }

  connect()
  return {
    say,
    send: (frame) => say({ type: 'frame', frame }),
    request(path, { method = 'GET', body, signal } = {}) {
      requested += 1
      const requestId = requested
      signal?.addEventListener('abort', () => {
        say({ type: 'abort', requestId })
        settle(requestId)?.reject(signal.reason)
      })
      return new Promise((resolve, reject) => {
        calls.set(requestId, { resolve, reject })
        say({ type: 'request', requestId, path, method, body })
      })
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
