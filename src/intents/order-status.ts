import type { EventType, OrderStatus, PlatformEvent } from '../protocol/index.ts'

const STATUS_AFTER: Readonly<Partial<Record<EventType, OrderStatus>>> = {
  order_created: 'created',
  order_unpaid: 'created',
  order_paid: 'paid',
  tracking_update: 'dispatched',
  order_received: 'delivered',
}
const EVENT_OF: Readonly<Partial<Record<OrderStatus, EventType>>> = {
  created: 'order_created',
  paid: 'order_paid',
  dispatched: 'tracking_update',
  delivered: 'order_received',
}

/** What an event tells of the order's status; undefined when it tells nothing. */
export function statusAfter(event: EventType): OrderStatus | undefined {
  return STATUS_AFTER[event]
}

/**
 * What happened when live facts tell another status than the talk knew. Nobody said so in the talk, so it moves flows but not the stage: an old order may
 * stand beside a new question.
 */
export function statusChange(
  known: OrderStatus | undefined,
  status: OrderStatus | undefined,
): PlatformEvent | undefined {
  const type = status && status !== known ? EVENT_OF[status] : undefined
  return type && { role: 'event', type, byFacts: true }
}
