import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Card, createCatalogue } from '../../src/policy/index.ts'
import { CATALOGUE } from './demo.ts'

const TEE = CATALOGUE.get('tee-basic')!
const { taobao, jd, pdd, douyin } = TEE.externalIds

describe('resolve', () => {
  test.each([
    ['own id', { id: 'tee-basic' }],
    ['taobao id', { id: taobao }],
    ['taobao link', { url: `https://item.taobao.com/item.htm?spm=a1z10.1&id=${taobao}&skuId=5000000000001` }],
    ['tmall link', { url: `https://detail.tmall.com/item.htm?id=${taobao}` }],
    ['jd link', { url: `https://item.jd.com/${jd}.html` }],
    ['pdd link', { url: `https://mobile.yangkeduo.com/goods.html?goods_id=${pdd}` }],
    ['douyin link', { url: `https://haohuo.jinritemai.com/ecommerce/trade/detail/index.html?id=${douyin}` }],
    ['link without a scheme, in a sentence', { text: `这个item.jd.com/${jd}.html有货吗` }],
    ['bare number in a sentence', { text: `${taobao}这款还有吗` }],
    ['short name', { text: '你家纯棉短袖起球吗' }],
    ['alias', { text: '基础款短袖165穿什么码' }],
    ['english name', { text: 'does the Cotton T-Shirt shrink' }],
    ['unknown id, known text', { id: '999', text: '纯棉T恤' }],
  ])('%s', (_, reference) => expect(CATALOGUE.resolve(reference)?.id).toBe('tee-basic'))

  test.each([
    ['a phone number', { text: '13812345678' }],
    ['a longer number around the id', { text: `9${taobao}0` }],
    ['another shop', { url: `https://www.example.com/item?id=${taobao}` }],
    ['the seller id of a link', { url: `https://item.taobao.com/item.htm?id=1&sellerId=${taobao}` }],
    ['a jd id on taobao', { url: `https://item.taobao.com/item.htm?id=${jd}` }],
    ['small talk', { text: '在吗，发什么快递' }],
    ['part of a word', { text: 'steamed teapots everywhere' }],
    ['nothing', {}],
  ])('not by %s', (_, reference) => expect(CATALOGUE.resolve(reference)).toBeUndefined())
})

describe('mentions', () => {
  test('spans are those of the text as written', () => {
    const text = '亲 纯棉短袖 和 亞麻襯衫 哪个好'
    const found = CATALOGUE.mentions(text).map(({ id, start, end }) => [id, text.slice(start, end).trim()])
    expect(found).toEqual([
      ['tee-basic', '纯棉短袖'],
      ['shirt-linen', '亞麻襯衫'],
    ])
  })

  test('the longest name at a place wins, and names of several products name none', () => {
    const card = (id: string, shortName: string, aliases: string[] = []) =>
      Card.parse({ id, title: `${id}标题`, shortName, aliases, category: 'other', price: 1 })
    const shop = createCatalogue([card('a', '湿巾', ['纸巾']), card('b', '婴儿湿巾', ['纸巾'])])
    expect(shop.resolve({ text: '婴儿湿巾多少钱' })?.id).toBe('b')
    expect(shop.resolve({ text: '湿巾多少钱' })?.id).toBe('a')
    expect(shop.resolve({ text: '纸巾多少钱' })).toBeUndefined()
  })

  test('law: never throws, spans stay inside and do not overlap', () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom('纯棉短袖', '婴儿湿巾', taobao!, 'https://item.jd.com/1.html', ' '),
        fc.string({ unit: 'binary' }),
      ),
    )
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('')
        let last = 0
        for (const { start, end } of CATALOGUE.mentions(text)) {
          expect(start >= last && end > start && end <= text.length).toBe(true)
          last = end
        }
      }),
    )
  })
})

describe('createCatalogue', () => {
  const base = { title: '袜子', shortName: '袜子', category: 'kids', price: 9 }

  test('shelves run from the cheapest up', () => {
    const prices = CATALOGUE.byCategory('tea').map((card) => card.specialPrice ?? card.price)
    expect(prices).toEqual([...prices].sort((a, b) => a - b))
    expect(prices).toHaveLength(6)
    expect(CATALOGUE.byCategory('other')).toEqual([])
  })

  test('tells what a size goes by: the chart of the product, else every chart there is', () => {
    expect([...CATALOGUE.measures('shoes-canvas')]).toEqual(['foot_length'])
    expect(CATALOGUE.measures('tee-basic').has('height')).toBe(true)
    for (const id of [undefined, 'nuts-daily']) {
      expect(CATALOGUE.measures(id).has('foot_length')).toBe(true)
      expect(CATALOGUE.measures(id).has('height')).toBe(true)
    }
    expect(createCatalogue([]).measures().size).toBe(0)
  })
  test('refuses an id that stands twice, by name', () => {
    const twice = [Card.parse({ ...base, id: 'a' }), Card.parse({ ...base, id: 'a' })]
    expect(() => createCatalogue(twice)).toThrow('a stands for both')
    const sharing = ['a', 'b'].map((id) => Card.parse({ ...base, id, externalIds: { jd: '1000000001' } }))
    expect(() => createCatalogue(sharing)).toThrow('jd:1000000001')
  })

  test('one number on two platforms is only understood with its platform', () => {
    const shop = createCatalogue([
      Card.parse({ ...base, id: 'a', externalIds: { jd: '1000000001' } }),
      Card.parse({ ...base, id: 'b', externalIds: { pdd: '1000000001' } }),
    ])
    expect(shop.resolve({ id: '1000000001' })).toBeUndefined()
    expect(shop.resolve({ url: 'https://item.jd.com/1000000001.html' })?.id).toBe('a')
    expect(shop.resolve({ url: 'https://mobile.yangkeduo.com/goods.html?goods_id=1000000001' })?.id).toBe('b')
  })
})
