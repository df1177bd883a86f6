import { describe, expect, test } from 'vitest'
import { initialState } from '../../src/intents/index.ts'
import { reactionTo } from '../../src/intents/reaction.ts'
import type { Intent, State } from '../../src/protocol/index.ts'

const told = (line: string, about = 'shipping_time.dispatch'): State => ({
  ...initialState('zh'),
  agentTurns: 1,
  said: [line],
  about: [{ name: about, share: 0.9 }],
})
const reads = (name: string, confidence = 0.9): Intent => ({ name, family: name.split('.')[0]!, confidence })
const OK = reads('acknowledgement.ok')

describe('a step the agent invited to', () => {
  test.each([
    ['您提交订单看看', '提交了', 'order_change.verify'],
    ['领了券再拍下就可以用了', '拍了', 'order_change.verify'],
    ['您先拍下别付款，我给您改价', '拍好了', 'price_haggle.adjust'],
    ['您拍下先不要付款', '好了，拍下了', 'price_haggle.adjust'],
    ['是的您拍下我改价', '我拍2份了', 'price_haggle.adjust'],
  ])('%s: %s', (line, text, topic) => {
    expect(reactionTo(text, told(line), reads('payment.paid')).step[0]).toBe(topic)
  })

  test.each([
    ['您提交订单看看', '提交了没有优惠'],
    ['您提交订单看看', '提交了吗'],
    ['您提交订单看看', '没有减啊'],
    ['48小时内发出哦', '拍好了'],
    ['这款有现货的', '提交了'],
  ])('no step: %s: %s', (line, text) => {
    expect(reactionTo(text, told(line), reads('payment.paid')).step).toEqual([])
  })
})

describe('a wish after a note was spoken of', () => {
  test.each([
    ['好嘞我帮您备注', '要胡桃色的'],
    ['好的给您备注上', '不要蒜香的'],
    ['亲可以备注下哦', '浅灰那款'],
    ["Sure, I'll make a note", 'without the lid'],
    ['네 메모해 드릴게요', '파란 걸로요'],
  ])('%s: %s', (line, text) => {
    expect(reactionTo(text, told(line), reads('other.clarify', 0.78)).step).toEqual(['order_change.remark'])
  })

  test.each([
    ['好嘞我帮您备注', '好的谢谢'],
    ['好嘞我帮您备注', '要加钱吗'],
    ['好嘞我帮您备注', '不要了'],
    ['这款有现货的', '要胡桃色的'],
  ])('none: %s: %s', (line, text) => {
    expect(reactionTo(text, told(line), OK).step).toEqual([])
  })

  test('a clear matter of its own is no note', () => {
    expect(reactionTo('换中通的', told('我帮您备注'), reads('courier_choice.use')).step).toEqual([])
  })
})

describe('a nod at a goodbye', () => {
  const bye = (line: string, stage: State['stage']) =>
    reactionTo('肯定再来', { ...told(line), stage }, reads('acknowledgement.yes', 0.8)).step
  test('is a goodbye, after an order and without one', () => {
    expect(bye('期待您下次光临', 'presale')).toEqual(['thanks_bye.bye_no_order'])
    expect(bye('祝您生活愉快', 'aftersale')).toEqual(['thanks_bye.bye_order'])
    expect(bye('这款有现货的', 'presale')).toEqual([])
  })
})

describe('a photo the agent asked for', () => {
  const FLAW = { ...told('麻烦拍个照发我看看', 'quality_issue.damaged'), pending: ['quality_issue.damaged'] }
  test.each(['怎么拍', '拍哪里', '要什么照片', '什么图', '我回家拍给你'])('%s', (text) => {
    expect(reactionTo(text, FLAW, reads('payment.order_howto')).picture).toEqual(['quality_issue.damaged'])
  })
  test.each(['how do i send it here?', 'sure will do when im home', '어디를 찍으면 되나요', '집에 가서 찍어 보낼게요'])(
    '%s',
    (text) => {
      const line = {
        ...told('Could you send me a photo? 사진 부탁드려요', 'quality_issue.fault'),
        pending: ['quality_issue.fault'],
      }
      expect(reactionTo(text, line, OK).picture).toEqual(['quality_issue.fault'])
    },
  )
  test('without a matter of its own it shows what is wrong', () => {
    expect(reactionTo('拍哪里', told('拍张照片发来'), OK).picture).toEqual(['quality_issue.open'])
  })
  test.each([
    ['喜欢可以拍下哦', '那我拍了'],
    ['领券后的付款页截图给我看看', '怎么拍'],
    ['麻烦拍个照发我看看', '再拍一件行吗'],
    ['麻烦拍个照发我看看', '照片发过去了'],
    ['사진 보내 주시겠어요?', '사진 보냈어요'],
    ['有现货的哦', '怎么拍'],
  ])('none: %s: %s', (line, text) => {
    expect(reactionTo(text, told(line), reads('payment.order_howto')).picture).toEqual([])
  })
})

describe('a doubt of what was told', () => {
  test.each([
    ['满188才减哦', '不够是吧', reads('acknowledgement.no', 0.5)],
    ['一片合两毛', '不是吧那也就五片', reads('product_info.price', 0.7)],
    ['满699减50哦', '我这样算是732', reads('other.statement', 0.7)],
  ])('%s: %s', (line, text, first) => {
    expect(reactionTo(text, told(line), first).doubt).toBe(true)
  })

  test.each([
    ['满188才减哦', '好的', OK],
    ['亲，是正品的', '是正品对吧', reads('product_info.authentic', 0.96)],
    ['您身高多少呢', '我是165', reads('other.bare_data', 0.8)],
    ['满188才减哦', '你们昨天跟我说好今天就发出去的是吧', reads('shipping_time.urge', 0.7)],
  ])('none: %s: %s', (line, text, first) => {
    expect(reactionTo(text, told(line), first).doubt).toBe(false)
  })

  test('nothing is doubted before the agent has spoken', () => {
    expect(reactionTo('不够是吧', initialState('zh'), OK).doubt).toBe(false)
  })
})

describe('a nod at a promise', () => {
  test('to hurry an order', () => {
    for (const text of ['好的', '嗯你尽量吧']) {
      expect(reactionTo(text, told('亲，我们会尽快安排的'), OK).nod).toBe(true)
    }
  })

  test.each([
    ['有现货的哦', 'shipping_time.dispatch', 'presale'],
    ['尽快拍有优惠', 'stock_availability.check', 'presale'],
    ['我帮您催一下快递', 'logistics_tracking.late', 'aftersale'],
  ] as const)('none: %s about %s at %s', (line, about, stage) => {
    expect(reactionTo('好的', { ...told(line, about), stage }, OK).nod).toBe(false)
  })
})

test('a clear question on another matter is no doubt about what was told', () => {
  const line = told('已经是最低价了呢', 'price_haggle.probe')
  expect(reactionTo('黑龙江包邮是吧', line, reads('shipping_fee.free', 0.8)).doubt).toBe(false)
  expect(reactionTo('黑龙江包邮是吧', line, reads('shipping_fee.free', 0.6)).doubt).toBe(true)
  expect(reactionTo('不能再少了是吧', line, reads('price_haggle.insist', 0.8)).doubt).toBe(true)
})
