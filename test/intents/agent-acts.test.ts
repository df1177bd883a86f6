import { describe, expect, test } from 'vitest'
import { actsIn, invitedStep, isClosing, isOffer, isPromise, isShoppersOwn } from '../../src/intents/agent-acts.ts'

describe('actsIn', () => {
  test.each([
    ['要不要给您备注工作日送呀', 'order_change.remark'],
    ['到货了我留言告诉您好吗', 'stock_availability.restock'],
    ['收货地址是苏州的，对吗', 'order_change.verify'],
    ['您最晚哪天要用呢', 'shipping_time.soon'],
    ['给您重新补发一件可以吗', 'return_exchange.reissue_repair'],
    ['Shall I let you know when it is back?', 'stock_availability.restock'],
    ['Would you like us to resend the missing piece?', 'return_exchange.reissue_repair'],
    ['언제까지 받으셔야 하세요?', 'shipping_time.soon'],
    ['교환해 드릴까요?', 'return_exchange.exchange'],
  ])('%s', (text, topic) => {
    expect(actsIn(text)).toContain(topic)
  })

  test.each(['这款是纯棉的呢', '江浙沪五块钱', 'It is cotton', '면 소재예요', ''])('no act: %s', (text) => {
    expect(actsIn(text)).toEqual([])
  })
})

test.each([
  ['需要帮您备注吗', true],
  ['给您换一件好吗', true],
  ['Shall I swap it?', true],
  ['연락드릴까요?', true],
  ['您身高多少呢', false],
  ['外箱打开看过没有', false],
  ['What is your order number?', false],
])('isOffer: %s', (text, is) => {
  expect(isOffer(text)).toBe(is)
})

test('a closing question opens no matter', () => {
  expect(['还有别的要帮忙吗', 'Anything else?', '더 필요하신 거 있으세요?'].every(isClosing)).toBe(true)
  expect(isClosing('还有货的，您要哪个')).toBe(false)
})

test('an apology of an agent is no complaint', () => {
  expect(isShoppersOwn('complaint_dispute.angry')).toBe(true)
  expect(isShoppersOwn('order_change.remark')).toBe(false)
})

test('a remark is offered or asked for, not merely named', () => {
  for (const line of ['要帮您备注吗', '需要备注什么颜色', '可以备注颜色'])
    expect(actsIn(line)).toContain('order_change.remark')
  for (const line of ['外包装有没有备注', '拍的时候备注尺码', '请备注一下', '已经给您备注了']) {
    expect(actsIn(line)).not.toContain('order_change.remark')
  }
})

test('the step that follows an invitation', () => {
  expect(invitedStep('您提交订单看看')).toEqual(['order_change.verify', 'payment.paid'])
  expect(invitedStep('拍下先别付款，我改邮费')).toEqual(['price_haggle.adjust', 'order_change.verify'])
  for (const line of ['这款有货的', '您的订单已经发出', '']) expect(invitedStep(line)).toEqual([])
})

test('isPromise', () => {
  for (const line of ['我帮您催一下仓库', '尽快给您安排', '马上给您加急']) expect(isPromise(line)).toBe(true)
  for (const line of ['这款有货的', '48小时内发货', '满99包邮']) expect(isPromise(line)).toBe(false)
})
