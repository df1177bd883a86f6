import { z } from 'zod'
import { Id, Timestamp } from './atoms.ts'

export const ShopperQuery = z.object({ store: Id })

/** One conversation of a shopper: its records as the log keeps them, and what agents had to do for it. */
export const ShopperTalk = z
  .object({
    channel: z.string(),
    conversationId: Id,
    records: z.array(z.object({ kind: z.string(), at: Timestamp, body: z.unknown() })),
    tasks: z.array(z.object({ kind: z.string(), state: z.string(), dueAt: Timestamp, body: z.unknown() })),
  })
  .meta({ id: 'ShopperTalk' })

/** What is stored of one shopper. */
export const ShopperExport = z
  .object({ store: Id, shopper: Id, at: Timestamp, conversations: z.array(ShopperTalk) })
  .meta({ id: 'ShopperExport' })
export type ShopperExport = z.infer<typeof ShopperExport>

/** How much of one shopper was erased. */
export const ShopperErasure = z
  .object({ store: Id, conversations: z.int(), records: z.int(), tasks: z.int() })
  .meta({ id: 'ShopperErasure' })
export type ShopperErasure = z.infer<typeof ShopperErasure>
