import { expect, test } from 'vitest'
import { examples, factsOf, levelOf } from '../shipped-guard.ts'

const off = factsOf({
  'custom.state': 'no',
  'wholesale.state': 'no',
  'visit.state': 'no',
  'courier.state': 'no',
  'invoice.state': 'no',
})
const table = {
  zh: {
    hits: ['可以可以，尺寸发我', '没问题，直接做', '当然可以的', '都可以的亲'],
    harmless: [
      '抱歉，暂时不接定做',
      '可以看看现货的尺寸',
      '不可以的哦',
      '谢谢您想到我们',
      '能参考下现有尺寸吗',
      '暂时没有定做，谢谢理解',
    ],
  },
  en: {
    hits: ['Sure, send me the size', 'Of course!'],
    harmless: ['Sorry, we only sell what is in stock', 'We cannot make it to measure'],
  },
  ko: {
    hits: ['네, 가능합니다', '물론, 됩니다'],
    harmless: ['죄송하지만 주문 제작은 어렵습니다', '주문 제작은 불가합니다'],
  },
}
examples('R72', table, { waiting: '能定做吗', facts: off })
examples('R21', table, { waiting: '能定做吗', facts: off })

test('what the policy offers may be agreed to', () => {
  expect(levelOf('R72', '可以的', { waiting: '能定做吗', facts: factsOf({ 'custom.state': 'yes' }) })).toBeUndefined()
  expect(levelOf('R72', '可以的', { waiting: '能定做吗' })).toBeUndefined()
})
test('a no is not begged away', () => {
  const earlier = [{ text: '抱歉，我们不接批发', changedSince: new Set<string>() }]
  expect(levelOf('R72', '可以啊，您报数量', { waiting: '求求你了', earlier })).toBe('warn')
  expect(levelOf('R72', '可以啊，您报数量', { waiting: '好的', earlier })).toBeUndefined()
})
test('R21: without any zones the "no" of a courier says nothing', () => {
  const asked = { asked: ['courier_choice.use'], facts: off }
  const keeps = { offers: true, postage: false, goods: true }
  expect(levelOf('R21', '可以的，给您发', { ...asked, keeps })).toBeUndefined()
  expect(levelOf('R21', '可以的，给您发', { ...asked, keeps: { ...keeps, postage: true } })).toBe('warn')
})
test('R21: a courier that is not offered', () => {
  expect(levelOf('R21', '可以的，给您发', { asked: ['courier_choice.use'], facts: off })).toBe('warn')
  expect(levelOf('R72', '可以的，给您发', { asked: ['courier_choice.use'], facts: off })).toBeUndefined()
})
