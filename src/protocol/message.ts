import { z } from 'zod'
import { AgentRef, Id, Text, Timestamp } from './atoms.ts'

export const MessageRole = z.enum(['shopper', 'agent', 'bot', 'system'])
export const MessageKind = z.enum(['text', 'product', 'order', 'image', 'voice', 'video', 'sticker', 'file', 'recall'])

/** One message of a conversation. `text` may be empty for kinds other than text; `bot` and `system` never end a turn. */
export const Message = z
  .object({
    messageId: Id.optional(),
    role: MessageRole,
    agent: AgentRef.optional(),
    kind: MessageKind.optional(),
    text: Text.optional(),
    ref: z.object({ id: Id.optional(), url: z.string().max(2_000).optional() }).optional(),
    at: Timestamp.optional(),
  })
  .refine((m) => (m.kind ?? 'text') !== 'text' || (m.text ?? '').trim() !== '', {
    path: ['text'],
    message: 'a text message needs a text',
  })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof Message>
