import type { Facts, OrderStatus } from '../../protocol/index.ts'

/** What surrounds a talk that is played. */
export interface Circumstances {
  readonly channel: string
  /** Empty = none. */
  readonly product: string
  readonly order: OrderStatus | ''
}

export const CHANNELS = ['taobao', 'jd', 'pdd', 'douyin', 'web'] as const
export const ORDERS = ['', 'created', 'paid', 'dispatched', 'delivered'] as const
export const PLAIN: Circumstances = { channel: 'taobao', product: '', order: '' }

const DAY_MS = 86_400_000
const ORDER_DAYS = 2

/** The facts a console would send of them, with an order of two days ago. */
export function factsOf({ product, order }: Circumstances): Facts {
  const at = new Date(Date.now() - ORDER_DAYS * DAY_MS).toISOString()
  return {
    ...(product === '' ? {} : { product: { id: product } }),
    ...(order === ''
      ? {}
      : {
          order: {
            id: '202611220001',
            status: order,
            placedAt: at,
            paidAt: at,
            region: '浙江杭州',
            courier: '中通',
            trackingNo: '75312345678901',
            lines: [],
            total: 59,
          },
        }),
  }
}
