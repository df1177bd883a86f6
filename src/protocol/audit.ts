import { z } from 'zod'
import { Id, Timestamp } from './atoms.ts'

export const AuditQuery = z.object({ store: Id.optional(), channel: Id, conversationId: Id })

/** Who has looked at a conversation, oldest first, once a day for each reader and way. `key` = the beginning of the sha256 of the key, or `open`. */
export const AuditResult = z
  .object({
    reads: z.array(
      z.object({
        at: Timestamp,
        key: z.string(),
        agent: z.string().optional(),
        how: z.enum(['opened', 'asked', 'checked', 'exported']),
      }),
    ),
  })
  .meta({ id: 'AuditResult' })
