import { wordRule } from './word-rule.ts'

/** R95: misspellings that are wrong in any sentence. */
export const typos = wordRule('R95', 'warn', 'typo', { zh: '错别字', en: 'misspelt', ko: '맞춤법 오류입니다' })
