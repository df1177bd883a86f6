import { z } from 'zod'
import { Id, Timestamp } from './atoms.ts'

export const ShopperQuery = z.object({ store: Id })

/** What is stored of one shopper: every record of their conversations, as the log keeps it, and what agents had to do for them. */
export const ShopperExport = z
  .object({
    store: Id,
    shopper: Id,
    at: Timestamp,
    conversations: z.array(
      z.object({
        channel: z.string(),
        conversationId: Id,
        records: z.array(z.object({ kind: z.string(), at: Timestamp, body: z.unknown() })),
        tasks: z.array(z.object({ kind: z.string(), state: z.string(), dueAt: Timestamp, body: z.unknown() })),
      }),
    ),
  })
  .meta({ id: 'ShopperExport' })
export type ShopperExport = z.infer<typeof ShopperExport>

/** How much of one shopper was erased. */
export const ShopperErasure = z
  .object({ store: Id, conversations: z.int(), records: z.int(), tasks: z.int() })
  .meta({ id: 'ShopperErasure' })
export type ShopperErasure = z.infer<typeof ShopperErasure>
