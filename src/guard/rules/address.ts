import type { Rule } from '../context.ts'
import { prints } from '../prints.ts'

/** R22: 您 instead of 你; a product's own name keeps its 你. */
export const address: Rule = {
  id: 'R22',
  level: 'hint',
  says: { zh: '请用"您"称呼顾客', en: 'address the shopper politely', ko: '존댓말로 바꿔 주세요' },
  find: (text, context) => text.hits('address').filter((hit) => !prints(text, context, hit, '')),
}
