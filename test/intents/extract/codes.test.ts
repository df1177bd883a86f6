import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

describe('product references', () => {
  test.each([
    ['612345678901什么快递', ['product_ref=612345678901']],
    ['45012345678亲', ['product_ref=45012345678']],
    ['1000120439786这个有货吗', ['product_ref=1000120439786']],
    ['61234567890145012345678这两款', ['product_ref=612345678901', 'product_ref=45012345678']],
    ['商品ID：100012043978 咨询订单号:285643219876', ['product_ref=100012043978', 'order_no=285643219876']],
    ['商品ID:13812345678', ['product_ref=13812345678']],
    ['https://item.taobao.com/item.htm?spm=a1&id=612345678901', ['product_ref=612345678901']],
    ['https://detail.tmall.com/item.htm?id=612345678901', ['product_ref=612345678901']],
    ['https://item.jd.com/100012043978.html', ['product_ref=100012043978']],
    ['https://mobile.yangkeduo.com/goods.html?goods_id=1234567890', ['product_ref=1234567890']],
    ['https://haohuo.jinritemai.com/views/product/item2?id=3456789012345678901', ['product_ref=3456789012345678901']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test('what the store resolves wins over a phone and over its parts', () => {
    const resolveProduct = (text: string) =>
      ['13812345678', '椒盐核桃'].flatMap((id) =>
        text.includes(id) ? [{ id, start: text.indexOf(id), end: text.indexOf(id) + id.length }] : [],
      )
    expect(read('ＯＫ　13812345678椒盐核桃', { resolveProduct })).toEqual([
      'product_ref=13812345678',
      'product_ref=椒盐核桃',
    ])
  })
})

describe('orders, parcels, cards and people', () => {
  test.each([
    ['订单号2983945095370001', ['order_no=2983945095370001']],
    ['2983945095370001怎么查', ['order_no=2983945095370001']],
    ['单号尾号8826', ['tracking_no=8826']],
    ['订单尾号8826', ['order_no=8826']],
    ['手机尾号8826', ['phone=8826']],
    ['SF1234567890123', ['tracking_no=SF1234567890123']],
    ['JDVA01234567890', ['tracking_no=JDVA01234567890']],
    ['申通402500000001', ['courier=申通', 'tracking_no=402500000001']],
    ['1201904200001韵达', ['tracking_no=1201904200001', 'courier=韵达']],
    ['13812345678', ['phone=13812345678']],
    ['+86 138-1234-5678', ['phone=+8613812345678']],
    ['0571-88888888', ['phone=057188888888']],
    ['010-1234-5678', ['phone=01012345678']],
    ['(415) 555-2671', ['phone=4155552671']],
    ['微信号是abc_123456', ['phone=abc_123456']],
    ['Zhang.San@qq.com', ['email=zhang.san@qq.com']],
    ['11010519491231002X', ['id_card=11010519491231002X']],
    ['4111 1111 1111 1111', ['bank_card=4111111111111111']],
    ['卡号4111111111111111', ['bank_card=4111111111111111']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test('a bare number is the order number when that was asked for', () => {
    expect(read('612345678901', { expects: ['order_no'] })).toEqual(['order_no=612345678901'])
    expect(read('my order id is 3978200001', { locale: 'en' })).toEqual(['order_no=3978200001'])
  })

  test('look-alikes', () => {
    expect(read('什么快递612345678901')).toEqual(['product_ref=612345678901'])
    expect(read('110105194912310021')).toEqual(['order_no=110105194912310021'])
    expect(read('打12315')).toEqual([])
  })
})
