import type { Rule } from '../context.ts'
import { milder, unlisted } from '../learned/index.ts'

/** R106: no private contact; on the store's own web chat the store's accounts are its own business. */
export const outsideContact: Rule = {
  id: 'R106',
  level: 'block',
  says: {
    zh: '引导顾客到平台外联系',
    en: 'takes the shopper off the platform',
    ko: '플랫폼 밖으로 유도합니다',
  },
  find: (text, { channel, offPlatformPayment }) => {
    if (channel === 'web') return []
    const hits = text.disguisedHits('outside_contact')
    const found = milder('block', text, hits)
    // examples do not tell contact from payment: where one is allowed they decide nothing
    if (offPlatformPayment) return found
    return [...found, ...unlisted('R106', 'block', text, [...hits, ...text.disguisedHits('outside_payment')])]
  },
}

/** R106: payment outside the platform only where the policy permits it (X11). */
export const outsidePayment: Rule = {
  id: 'R106',
  level: 'block',
  says: {
    zh: '平台外付款',
    en: 'payment outside the platform',
    ko: '플랫폼 밖 결제입니다',
  },
  find: (text, context) =>
    context.offPlatformPayment ? [] : milder('block', text, text.disguisedHits('outside_payment')),
}
