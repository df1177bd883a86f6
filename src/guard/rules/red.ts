import type { Rule } from '../context.ts'

/** R19: imitation goods and faked sales are never offered, however they are spelt. */
export const imitation: Rule = {
  id: 'R19',
  level: 'block',
  says: {
    zh: '红线词：仿冒、刷单',
    en: 'red line: imitation goods or faked sales',
    ko: '금지어: 모조품·허위 거래',
  },
  find: (text) => text.disguisedHits('imitation'),
}
