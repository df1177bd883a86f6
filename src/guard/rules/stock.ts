import type { Rule } from '../context.ts'
import { says } from '../moments.ts'
import { wordsOf } from '../reply-rule.ts'
import { wordRule } from './word-rule.ts'

/** Sold out is always "for the moment". */
const soldOut = wordRule('R67', 'block', 'sold_out', {
  zh: '缺货要说"暂时"，并给替代或补货时间',
  en: 'sold out: say "for the moment" and offer an alternative',
  ko: '품절은 "현재"라고 하고 대안을 안내해 주세요',
})

/** R67: a bare "no more" to who asks after a price or an offer is about that, not about goods. */
export const stock: Rule = {
  ...soldOut,
  find: (text, context) => (says(context, OFFER) && NO_MORE.test(wordsOf(text)) ? [] : soldOut.find(text, context)),
}
const NO_MORE = /^没有?了[哦呢哈啊呀啦亲]*$/
const OFFER = /活动|优惠|折|券|卷|红包|赠|送|价|(?:能|可以|还)\d+/
