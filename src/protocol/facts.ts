import { z } from 'zod'
import { Id, Money, Text, Timestamp } from './atoms.ts'

const Short = z.string().max(500)
const Amount = z.union([Money, z.number()])

export const OrderStatus = z.enum(['created', 'paid', 'dispatched', 'delivered', 'closed']).meta({ id: 'OrderStatus' })
export type OrderStatus = z.infer<typeof OrderStatus>

/** An order as a platform or console knows it. */
export const OrderFacts = z
  .looseObject({
    id: Id,
    status: OrderStatus,
    placedAt: Timestamp.optional(),
    paidAt: Timestamp.optional(),
    shippedAt: Timestamp.optional(),
    courier: Short.optional(),
    trackingNo: Short.optional(),
    region: Short.optional(),
    remark: Short.optional(),
    lines: z
      .array(
        z.looseObject({
          id: Id.optional(),
          title: Short.optional(),
          sku: Short.optional(),
          quantity: z.number().optional(),
          price: Amount.optional(),
        }),
      )
      .max(200)
      .optional(),
    total: Amount.optional(),
  })
  .meta({ id: 'OrderFacts' })
export type OrderFacts = z.infer<typeof OrderFacts>

export const ShopperFacts = z
  .looseObject({
    id: Id.optional(),
    name: Short.optional(),
    level: Short.optional(),
    spent: Amount.optional(),
    orders: z.number().optional(),
    height: z.number().optional(),
    weight: z.number().optional(),
  })
  .meta({ id: 'ShopperFacts' })
export type ShopperFacts = z.infer<typeof ShopperFacts>

/**
 * Live facts of one conversation. They win over the store's files; store policy wins over them for limits and promises. Unknown
 * keys are kept as slots `fact.<key>` and named in `unknownFacts`. They are untrusted text.
 */
export const Facts = z
  .looseObject({
    product: z.looseObject({ id: Id.optional(), title: Text.optional() }).optional(),
    order: OrderFacts.optional(),
    shopper: ShopperFacts.optional(),
    stock: z.record(z.string(), z.number()).optional(),
    /** Values of slots that the store's files say nothing of, for this talk alone: `{"product.material": "棉"}`. */
    slots: z.record(z.string(), Short).optional(),
    asOf: Timestamp.optional(),
  })
  .meta({ id: 'Facts' })
export type Facts = z.infer<typeof Facts>
