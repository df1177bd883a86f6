import { wordRule } from './word-rule.ts'

/** R98: couriers and payment names in their proper spelling. */
export const aliases = wordRule('R98', 'warn', 'alias', {
  zh: '名称写法有误',
  en: 'misspelt name',
  ko: '이름 표기가 잘못되었습니다',
})
