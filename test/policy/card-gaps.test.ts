import { expect, test } from 'vitest'
import { Card, cardGaps } from '../../src/policy/index.ts'

const card = (rest: object) =>
  Card.parse({ id: 'a', title: '短袖', shortName: '短袖', category: 'clothing', price: 59, ...rest })

test('a gap is what goods of that kind ought to know, in each language', () => {
  const tee = card({ attributes: { material: { zh: '纯棉' }, brand: 'Lin' } })
  expect(cardGaps(tee, 'zh')).toContain('product.care')
  expect(cardGaps(tee, 'zh')).not.toContain('product.material')
  expect(cardGaps(tee, 'en')).toContain('product.material')
  expect(cardGaps(tee, 'ko')).not.toContain('product.brand')
  expect(cardGaps(tee, 'zh')).not.toContain('product.ingredients')
  expect(cardGaps(card({ category: 'tea' }), 'zh')).toContain('product.ingredients')
})

test('sizes want a chart and variants want stock; what somebody has told since is no gap', () => {
  const sized = card({ variants: [{ sku: 'm', size: 'M' }] })
  expect(cardGaps(sized, 'zh')).toEqual(expect.arrayContaining(['size.pick', 'stock.state']))
  expect(cardGaps(card({ variants: [{ sku: 'm', stock: 0 }] }), 'zh')).not.toContain('size.pick')
  const told = (slot: string) => (slot === 'product.care' ? '冷水手洗' : undefined)
  expect(cardGaps(sized, 'zh', told)).not.toContain('product.care')
})
