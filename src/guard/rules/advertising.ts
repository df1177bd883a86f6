import type { Rule } from '../context.ts'
import { unlisted } from '../learned/index.ts'

const MOST_DEGREES = 2

/** R07: no superlatives (article 9 of the Chinese advertising law), no exaggerated praise, at most two degree adverbs in a sentence. */
export const exaggeration: Rule = {
  id: 'R07',
  level: 'warn',
  says: {
    zh: '夸大或广告法极限用语，请说商品事实',
    en: 'superlative or exaggerated praise: state a fact of the product',
    ko: '과장·최상급 표현입니다. 상품의 사실을 말해 주세요',
  },
  find: (text) => {
    const degrees = text.disguisedHits('degree')
    const crowded = degrees.filter((hit, index) => {
      const third = degrees[index - MOST_DEGREES]
      return third !== undefined && !/[。!?\n]|\.(?!\d)/.test(text.text.slice(third.to, hit.from))
    })
    const superlatives = text.disguisedHits('superlative').map((hit) => ({ ...hit, law: true }))
    const listed = [...superlatives, ...text.disguisedHits('exaggeration')]
    return [...listed, ...unlisted('R07', 'warn', text, listed), ...crowded]
  },
}
