import { CLIENT_FRAMES, type ClientFrame, SiteDescription } from '../../protocol/index.ts'
import type { FromContent, PageState, ToContent } from '../wire.ts'

/** A content script that reads one frame of a tab. */
export interface Reader {
  readonly port: chrome.runtime.Port
  readonly tabId: number
  /** With the port number: what all its conversation ids begin with. */
  readonly host: string
  readonly address: string
  state: PageState
  /** The talks it has opened, by id. */
  readonly talks: Map<string, OpenFrame>
}

export type OpenFrame = ClientFrame & { type: 'conversation.open' }

/** The reader behind a port, or undefined when no page of the web stands there. */
export function readerOf(port: chrome.runtime.Port): Reader | undefined {
  const { tab, origin, url } = port.sender ?? {}
  const address = URL.parse(url ?? '')?.host ? url! : (origin ?? '')
  const host = URL.parse(origin ?? address)?.host
  if (tab?.id === undefined || !host || address.startsWith('chrome-extension:')) return undefined
  return { port, tabId: tab.id, host, address, state: { is: 'unknown' }, talks: new Map() }
}

export function tell(reader: Reader, message: ToContent): void {
  reader.port.postMessage(message)
}

/**
 * The frame that a reader's word stands for, or undefined for one that is malformed or speaks of another host's talk: the process behind a page may be in other
 * hands, and may then spoil its own talks, but no others.
 */
export function frameOf(reader: Reader, said: FromContent): ClientFrame | undefined {
  if (said.type === 'open') {
    const { conversationId, channel, history, facts } = said.talk
    return checked(reader, { type: 'conversation.open', conversationId, channel, history, facts })
  }
  if (said.type !== 'add' && said.type !== 'facts') return undefined
  const where = { conversationId: said.conversationId, channel: reader.talks.get(said.conversationId)?.channel }
  if (said.type === 'facts') return checked(reader, { type: 'facts.update', ...where, facts: said.facts })
  return checked(reader, { ...said.message, type: 'message.add', ...where })
}

function checked(
  reader: Reader,
  frame: { type: keyof typeof CLIENT_FRAMES; conversationId: string; [field: string]: unknown },
) {
  if (!ownsTalk(reader, frame.conversationId)) return undefined
  return CLIENT_FRAMES[frame.type].safeParse(frame).data as ClientFrame | undefined
}

export const ownsTalk = ({ host }: Reader, conversationId: unknown): boolean =>
  typeof conversationId === 'string' && conversationId.startsWith(`${host}/`)

/** A state as a reader may claim it. */
export function checkedState(reader: Reader, state: PageState): PageState {
  return state.is === 'talk' && !ownsTalk(reader, state.conversationId) ? { is: 'unknown' } : state
}

/** What an agent pointed out, for the host it was pointed out on; whatever the page says it is called. */
export function pickedSite({ host }: Reader, site: unknown): SiteDescription | undefined {
  const { data } = SiteDescription.safeParse(site)
  return data && { ...data, id: 'picked', name: host, tested: 'picked', matches: [] }
}
