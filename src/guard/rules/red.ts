import { hiddenLearnedRule } from './word-rule.ts'

/** R19: imitation goods and faked sales are never offered, however they are spelt. */
export const imitation = hiddenLearnedRule('R19', 'block', 'imitation', {
  zh: '红线词：仿冒、刷单',
  en: 'red line: imitation goods or faked sales',
  ko: '금지어: 모조품·허위 거래',
})
