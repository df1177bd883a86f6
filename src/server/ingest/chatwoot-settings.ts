import { z } from 'zod'
import { Channel } from '../../protocol/index.ts'
import { FactsMapping } from './mapping-record.ts'
import type { Signing } from './signature.ts'

const BaseUrl = z
  .url({ protocol: /^https?$/, error: 'an address looks like https://chat.example' })
  .refine((url) => URL.canParse(url) && new URL(url).search === '' && new URL(url).username === '', {
    message: 'an address without a user, a query or a fragment',
  })
  .transform((url) => url.replace(/[/]+$/, ''))

/** `STORES_DIR/<store>/ingest/chatwoot.yaml`; the secrets of it stand in INGEST_SECRETS_FILE. */
export const ChatwootSettings = z.strictObject({
  /** Where Chatwoot answers, for agents' browsers and for notes. Nothing but this address is ever called. */
  baseUrl: BaseUrl,
  account: z.int().positive(),
  /** Numbers of the inboxes that belong to this store; absent = all of the account. */
  inboxes: z.array(z.int().positive()).min(1).optional(),
  /** The channel its conversations are kept under. */
  channel: Channel.default('chatwoot'),
  /** Whether the suggestions go into the conversation as a private note. */
  notes: z.boolean().default(false),
  /** Live facts, found in a webhook's body as in a mapping: `order.id: conversation.custom_attributes.order_id`. */
  facts: FactsMapping.optional(),
})
export type ChatwootSettings = z.infer<typeof ChatwootSettings>

/** How Chatwoot signs: HMAC-SHA256 over time and raw body. */
export const CHATWOOT_SIGNING: Signing = {
  header: 'x-chatwoot-signature',
  algorithm: 'sha256',
  encoding: 'hex',
  prefix: 'sha256=',
  timestamp: { header: 'x-chatwoot-timestamp', toleranceSeconds: 300 },
  signs: '{timestamp}.{body}',
}
/** The same on every retry of one webhook. */
export const CHATWOOT_DELIVERY = 'x-chatwoot-delivery'
