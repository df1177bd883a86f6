import { createHmac } from 'node:crypto'
import { ChatwootSettings } from '../../../src/server/ingest/chatwoot-settings.ts'
import type { Secrets } from '../../../src/server/ingest/secrets.ts'
import { chatwootSource } from '../../../src/server/ingest/source.ts'

export const SECRET = 'the-secret-of-the-webhook'
export const TOKEN = 'the-access-token-of-a-bot'

/** What `STORES_DIR/<store>/ingest/chatwoot.yaml` and the secrets make of a store's Chatwoot. */
export const chatwoot = (settings: object = {}, secrets: Secrets = { secret: SECRET, token: TOKEN }, store = 'demo') =>
  chatwootSource(store, ChatwootSettings.parse({ baseUrl: 'https://chat.example', account: 1, ...settings }), secrets)

let deliveries = 0

/** A webhook as Chatwoot sends it, signed. */
export function webhook(
  body: unknown,
  options: { store?: string; secret?: string; at?: number; delivery?: string } = {},
) {
  const { store = 'demo', secret = SECRET, at = Date.now(), delivery = `d-${deliveries++}` } = options
  const payload = typeof body === 'string' ? body : JSON.stringify(body)
  const time = String(Math.floor(at / 1000))
  const hex = createHmac('sha256', secret).update(`${time}.${payload}`).digest('hex')
  return {
    method: 'POST' as const,
    url: `/v1/ingest/chatwoot?store=${store}`,
    headers: {
      host: 'localhost:8080',
      'content-type': 'application/json',
      'x-chatwoot-signature': `sha256=${hex}`,
      'x-chatwoot-timestamp': time,
      'x-chatwoot-delivery': delivery,
    },
    payload,
  }
}
