import type { FromPanel, ToPanel } from '../wire.ts'
import type { Connection } from './connection.ts'
import { isForPanels } from './service.ts'

/** A panel in the frame of a page, or the side panel. */
export interface Panel {
  readonly port: chrome.runtime.Port
  tabId: number | undefined
  readonly calls: Map<number, AbortController>
  /** Told apart in the ids of frames: two panels may count alike. */
  readonly name: string
}

/** Whether a page of the extension stands behind a port; in a page's frame its address is made up by Chrome anew for each session, and its origin ours all the same. */
export function isOwnPage({ sender }: chrome.runtime.Port): boolean {
  const root = chrome.runtime.getURL('')
  return sender?.url?.startsWith(root) || sender?.origin === root.replace(/\/$/, '')
}

export function say(panel: Panel, message: ToPanel): void {
  panel.port.postMessage(message)
}

/** Asks the service what a panel wants to know of it. */
export async function answer(
  panel: Panel,
  said: FromPanel & { type: 'request' },
  connect: () => Promise<Connection | undefined>,
): Promise<void> {
  const call = new AbortController()
  const { requestId, path, method, body } = said
  panel.calls.set(requestId, call)
  try {
    const { client } = (await connect()) ?? {}
    if (!client) throw Object.assign(new Error('not paired'), { code: 'unauthorized' })
    if (!isForPanels(path)) throw Object.assign(new Error('not for panels'), { code: 'forbidden' })
    const found = await client.request(path, { method, body, signal: call.signal })
    say(panel, { type: 'answer', requestId, body: found })
  } catch (error) {
    const { code = 'internal', message } = error as Error & { code?: string }
    say(panel, { type: 'failure', requestId, code, message })
  } finally {
    panel.calls.delete(requestId)
  }
}
