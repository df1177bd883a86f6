import { type Client, createClient, type Stream } from '../../sdk/index.ts'
import type { Heard } from '../../ui/index.ts'
import { languageOf } from '../words.ts'
import { settings } from './settings.ts'

/** What one list may hold: what the panel shows of it is the panel's affair. */
const SUGGESTIONS = 5

export interface Connection {
  readonly client: Client
  readonly stream: Stream
}

/** The one session with the service that this browser is paired with; undefined, and heard as refused, when it is not. */
export async function openConnection(heard: (what: Heard) => void): Promise<Connection | undefined> {
  const pairing = await settings.pairing()
  if (!pairing) {
    heard({ kind: 'connection', state: 'refused' })
    return undefined
  }
  const { server, token, agent } = pairing
  const client = createClient({ url: server, token })
  const uiLocale = languageOf((await settings.choices()).language)
  const name = { name: 'huashu-extension', version: chrome.runtime.getManifest().version }
  const stream = client.stream({ agent, client: name, uiLocale, limit: SUGGESTIONS })
  stream.listen(heard)
  return { client, stream }
}
