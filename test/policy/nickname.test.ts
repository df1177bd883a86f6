import { expect, test } from 'vitest'
import { Card } from '../../src/policy/card.ts'
import { createNicknameReader } from '../../src/policy/index.ts'

const card = (id: string, price: number, more: object = {}) =>
  Card.parse({ id, title: `商品${id}`, shortName: id, category: 'clothing', price, ...more })
const CARDS = [
  card('tee', 59, { variants: [{ sku: 't', colour: { zh: '白色', en: 'white', ko: '화이트' } }] }),
  card('cardigan', 139, {
    specialPrice: 129,
    variants: [
      { sku: 'c', colour: { zh: '藏青色', en: 'navy', ko: '네이비' } },
      { sku: 'a', colour: '杏色' },
    ],
  }),
  card('tissue', 29.9, { title: '纸巾 1820 加厚', variants: [{ sku: 'p', flavour: '椒盐味' }] }),
]
const read = createNicknameReader((id) => CARDS.find((one) => one.id === id))
const SPOKEN = ['tee', 'cardigan', 'tissue']
const meant = (text: string, current = 'tissue') => read(text, SPOKEN, current)?.id

test.each([
  ['刚才那个多少钱', 'cardigan'],
  ['前面说的那款有货吗', 'cardigan'],
  ['how much was the previous one', 'cardigan'],
  ['아까 그거 얼마예요', 'cardigan'],
  ['第二款怎么样', 'cardigan'],
  ['i take the first one', 'tee'],
  ['첫 번째 거 주세요', 'tee'],
  ['129的那件还有吗', 'cardigan'],
  ['我要139的', 'cardigan'],
  ['59块那件', 'tee'],
  ['59원짜리요', 'tee'],
  ['我想要1820的', 'tissue'],
  ['藏青色的那个呢', 'cardigan'],
  ['我要白的', 'tee'],
  ['杏色那件', 'cardigan'],
  ['the navy one please', 'cardigan'],
  ['네이비 그거요', 'cardigan'],
])('%s', (text, id) => {
  expect(meant(text)).toBe(id)
})

test.each([
  '红色的那个',
  '多少钱',
  '第三方的',
  '88的那款',
  '3天到的',
  '刚才说好的',
  '59分到的',
  '1820年的',
  'which one',
  '好的',
  '',
])('is no nickname of anything: %s', (text) => {
  expect(meant(text)).toBeUndefined()
})

test('a colour that the product spoken of comes in is its colour', () => {
  expect(meant('藏青色的呢', 'cardigan')).toBeUndefined()
  expect(meant('藏青色的呢', 'tee')).toBe('cardigan')
})

test('what could be two products is none, and with one spoken of there is nothing to tell apart', () => {
  const twins = createNicknameReader((id) => card(id, 59))
  expect(twins('59的那件', ['a', 'b'], 'a')).toBeUndefined()
  expect(read('刚才那个', ['tee'], 'tee')).toBeUndefined()
})

test('says where it stands in the text as given', () => {
  const text = '亲 ，  刚才那个呢'
  const found = read(text, SPOKEN, 'tissue')!
  expect(text.slice(found.start, found.end)).toBe('刚才那个')
})
