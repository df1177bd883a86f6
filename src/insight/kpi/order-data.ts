import { z } from 'zod'
import { readFen } from '../../policy/index.ts'
import { Id, Money, Timestamp } from '../../protocol/index.ts'

const Amount = z.union([Money, z.number(), z.string().max(30)]).optional()
const Order = z.object({
  id: Id.optional().catch(undefined),
  total: Amount.catch(undefined),
  lines: z
    .array(z.object({ quantity: z.number().min(0).optional().catch(undefined) }))
    .optional()
    .catch(undefined),
  placedAt: Timestamp.optional().catch(undefined),
  paidAt: Timestamp.optional().catch(undefined),
})
const Data = z.object({
  order: Order.optional().catch(undefined),
  orderId: Id.optional().catch(undefined),
  total: Amount.catch(undefined),
  quantity: z.number().min(0).optional().catch(undefined),
})

/** What an event or a live fact tells of an order; money in hundredths, times in epoch milliseconds. */
export interface OrderTold {
  readonly id: string | undefined
  readonly fen: number | undefined
  readonly pieces: number | undefined
  readonly placed: number | undefined
  readonly paid: number | undefined
}

/**
 * Reads `{order: {id, total, lines: [{quantity}], placedAt, paidAt}}`, or `{orderId, total, quantity}` for platforms that send no more. A line without a quantity is one
 * piece. What is not as it should be is not there: platforms' data are never a reason to stop counting.
 */
export function readOrder(data: unknown): OrderTold {
  const { order, orderId, total, quantity }: z.infer<typeof Data> = Data.safeParse(data).data ?? {}
  const pieces = order?.lines?.reduce((sum, line) => sum + (line.quantity ?? 1), 0)
  return {
    id: order?.id ?? orderId,
    fen: readFen(order?.total ?? total),
    pieces: pieces ?? quantity,
    placed: order?.placedAt === undefined ? undefined : Date.parse(order.placedAt),
    paid: order?.paidAt === undefined ? undefined : Date.parse(order.paidAt),
  }
}
