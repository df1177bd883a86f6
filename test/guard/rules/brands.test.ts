import { describe, expect, test } from 'vitest'
import { examples, levelOf } from '../shipped-guard.ts'

const otherBrands = ['优衣库', 'Zara', 'GAP', '三只松鼠']

examples(
  'R97',
  {
    zh: {
      hits: ['跟优衣库一样', 'ZARA同款', '比三只松鼠好吃', 'gap的版型', '优 衣 库', 'Ｚara风格'],
      harmless: ['衣服库存有的', 'gaps in stock', '松鼠图案', '三只装', 'bazaar', '优惠的衣服'],
    },
    en: { hits: ['Like Zara', 'same as GAP'], harmless: ['mind the gaps', 'bizarre'] },
    ko: { hits: ['Zara 스타일', 'GAP 같은'], harmless: ['자라나는', '갭이어'] },
  },
  { otherBrands },
)
describe('brands', () => {
  test('a printed slot may name the product’s own', () => {
    expect(
      levelOf('R97', '品牌是GAP', { otherBrands, printed: [{ name: 'product.brand', text: 'GAP' }] }),
    ).toBeUndefined()
  })
  test('without a list nothing is foreign', () => {
    expect(levelOf('R97', '跟优衣库一样')).toBeUndefined()
  })
})
