import { describe, expect, test } from 'vitest'
import { draft, examples, factsOf, guard, levelOf } from '../shipped-guard.ts'

examples('R101', {
  zh: {
    hits: [
      '电话13812345678对吗',
      '138-1234-5678',
      '+86 13812345678',
      '邮箱 a.b@qq.com',
      '身份证110101199003071234',
      '卡号4111111111111111',
      '寄到杭州市西湖区文三路123号',
    ],
    harmless: [
      '电话138****5678',
      '订单尾号8826',
      '客服电话400-800-1234',
      '订单号2638471920384756123',
      '单号SF1234567890123',
      '价格1388',
      '杭州市区都能送',
    ],
  },
  en: {
    hits: ['Mail me at jane@example.com', 'Card 4111 1111 1111 1111'],
    harmless: ['Order ending in 8826', 'Call 400-800-1234'],
  },
  ko: { hits: ['010-1234-5678 맞으세요', '900101-1234567'], harmless: ['끝자리 5678', '1588-1234'] },
})

describe('masking', () => {
  test('phones are masked', () => {
    expect(guard.check('电话13812345678对吗', draft)).toMatchObject({ verdict: 'block', fixed: '电话138****5678对吗' })
  })
  test('the shopper’s own data is only a hint', () => {
    expect(levelOf('R101', '电话13812345678对吗', { shopperTexts: ['我电话13812345678'] })).toBe('hint')
  })
  test('who asks where the shop is hears its address', () => {
    const text = '在西湖区文三路8号2幢'
    expect(levelOf('R101', text, { waiting: '你们在杭州哪里' })).toBe('hint')
    expect(levelOf('R101', text, { waiting: '好的' })).toBe('warn')
    expect(levelOf('R101', text, { waiting: '你们在杭州哪里', kind: 'fill' })).toBe('block')
  })
  test('the return address is the store’s own', () => {
    const facts = factsOf({ 'returns.address': '杭州市西湖区文三路123号 13812345678' })
    expect(levelOf('R101', '寄到杭州市西湖区文三路123号', { facts })).toBeUndefined()
  })
})
