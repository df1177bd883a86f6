import { expect, test } from 'vitest'
import { draft, examples, guard, levelOf } from '../shipped-guard.ts'

examples('R22', {
  zh: {
    hits: ['你要哪个颜色', '谢谢你', '你们那边下雨吗', '帮妳查一下', '爱你哦', '你先拍下'],
    harmless: ['你好，欢迎光临', '迷你款也有', '您要哪个颜色', '大家都在等', '您们好', '你好呀亲'],
  },
  ko: {
    hits: ['당신은 어떤 색을 원하세요', '너는 뭐가 좋아'],
    harmless: ['고객님은 어떤 색이 좋으세요', '너무 감사합니다'],
  },
})

test('the fix says 您 and 大家', () => {
  expect(guard.check('你们先看看，你喜欢再拍', draft).fixed).toBe('大家先看看，您喜欢再拍')
})
test('a printed product name keeps its own word', () => {
  expect(
    levelOf('R22', '有货的，《你的名字》海报', { printed: [{ name: 'product.name', text: '《你的名字》海报' }] }),
  ).toBeUndefined()
})
