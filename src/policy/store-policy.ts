import { z } from 'zod'
import { Channel, Locale } from '../protocol/index.ts'
import { limited } from './limited.ts'
import { Localised } from './localised.ts'
import { Calendar } from './store/calendar.ts'
import { FreshnessPolicy } from './store/freshness-policy.ts'
import { GuardPolicy } from './store/guard-policy.ts'
import { PersonaPolicy } from './store/persona-policy.ts'
import { BargainPolicy, MemberPolicy, PaymentPolicy, PricePolicy } from './store/price-policy.ts'
import { RewritePolicy } from './store/rewrite-policy.ts'
import {
  AftersalePolicy,
  FollowupPolicy,
  InvoicePolicy,
  Penalty,
  RefundPolicy,
  ReturnsPolicy,
  ServicePolicy,
  SlaPolicy,
  StockPolicy,
} from './store/service-policy.ts'
import { ReceiptPolicy, ShippingPolicy } from './store/shipping-policy.ts'

const Timezone = z.string().refine((zone) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined
  } catch {
    return false
  }
}, 'not an IANA timezone like Asia/Shanghai')

/**
 * What a store promises and how it works (playbook section 7). Money in `currency`, times on the wall of `timezone`. Everything but the
 * first four fields may be left out: what the store does not say, no reply claims.
 */
export const StorePolicy = z
  .strictObject({
    id: z.string().regex(/^[\w-]{1,60}$/),
    name: Localised,
    timezone: Timezone,
    currency: z.string().length(3),
    locales: z.array(Locale).min(1).default(['zh']),
    persona: PersonaPolicy.prefault({}),
    shipping: ShippingPolicy.prefault({}),
    receipt: ReceiptPolicy.prefault({}),
    payment: PaymentPolicy.prefault({}),
    bargain: BargainPolicy.prefault({}),
    member: MemberPolicy.prefault({}),
    ...PricePolicy,
    stock: StockPolicy.prefault({}),
    freshness: FreshnessPolicy.prefault({}),
    returns: ReturnsPolicy.prefault({}),
    refund: RefundPolicy.prefault({}),
    aftersale: AftersalePolicy.prefault({}),
    invoice: InvoicePolicy.prefault({}),
    service: ServicePolicy.prefault({}),
    followup: FollowupPolicy.prefault({}),
    sla: SlaPolicy.prefault({}),
    /**
     * How the store's figures are counted: enquirers who order count within so many days, the day of the enquiry included. `holdOut` = the share of
     * conversations that go without suggestions, 0.05 at most, so that their worth can be measured; 0 = none.
     */
    figures: z
      .strictObject({
        conversionDays: z.int().min(1).max(30).default(3),
        holdOut: z.number().min(0).max(0.05).default(0),
      })
      .prefault({}),
    rewrite: RewritePolicy.prefault({}),
    penalties: z.array(Penalty).default([]),
    blacklistPoints: z.int().min(0).optional(),
    /** From which confidence of a message's likeliest family on replies of tier `answer` are offered, instead of the project's own. */
    understanding: z.strictObject({ threshold: z.number().min(0).max(1).optional() }).prefault({}),
    /** The channels this store serves; empty = any. */
    channels: z.array(Channel).default([]),
    calendar: Calendar.prefault({}),
    /** Product ids to name when asked what is popular or new (C32). */
    hotItems: limited(z.array(z.string())).optional(),
    newItems: limited(z.array(z.string())).optional(),
    guard: GuardPolicy.prefault({}),
    /** Brands of others, which replies must not name (R97). */
    otherBrands: z.array(z.string()).default([]),
  })
  .meta({ id: 'StorePolicy' })
export type Store = z.infer<typeof StorePolicy>
