import { wordRule } from './word-rule.ts'

/** R67: sold out is always "for the moment". */
export const stock = wordRule('R67', 'block', 'sold_out', {
  zh: '缺货要说"暂时"，并给替代或补货时间',
  en: 'sold out: say "for the moment" and offer an alternative',
  ko: '품절은 "현재"라고 하고 대안을 안내해 주세요',
})
