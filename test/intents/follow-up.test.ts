import { describe, expect, test } from 'vitest'
import { followUp } from '../../src/intents/follow-up.ts'
import { initialState } from '../../src/intents/index.ts'
import type { Reading } from '../../src/intents/state.ts'
import type { Entity, State } from '../../src/protocol/index.ts'

const reading = (name: string, confidence: number): Reading => ({
  intents: [{ name, family: name.split('.')[0]!, confidence }],
  topics: [{ name, share: confidence }],
})
const asked: State = {
  ...initialState('zh'),
  pending: ['size_fit.recommend', 'order_change.remark'],
  expects: ['height'],
}
const height: Entity = { slot: 'height', value: 165, text: '165', start: 0, end: 3, messageIndex: 0 }
const names = (text: string, alone: Reading, state: State = asked, found: Entity[] = []) =>
  followUp(alone, text, state, found).intents.map(({ name }) => name)

describe('after a question of the agent', () => {
  test.each([
    ['165', reading('other.bare_data', 0.9)],
    ['黑的吧', reading('acknowledgement.ok', 0.5)],
    ['好', reading('acknowledgement.ok', 1)],
    ['发', reading('shipping_time.dispatch', 0.91)],
    ['南京鼓楼区青禾路十八号三栋五零二 陈小满', reading('other.bare_data', 0.9)],
  ])('%s goes on with what it was about', (text, alone) => {
    const read = followUp(alone, text, asked, [])
    expect(read.intents.slice(0, 2).map(({ name }) => name)).toEqual(['size_fit.recommend', 'order_change.remark'])
    expect(read.topics[0]).toEqual({ name: 'size_fit.recommend', share: 0.85 })
    expect(read.intents.at(-1)!.confidence).toBeLessThan(alone.intents[0]!.confidence)
  })

  test('an awaited figure goes on however much is said around it', () => {
    const text = '我一般穿的都是比较宽松的那种然后身高是165'
    expect(names(text, reading('size_fit.bias', 0.5))[0]).toBe('size_fit.bias')
    expect(names(text, reading('size_fit.bias', 0.5), asked, [height])[0]).toBe('size_fit.recommend')
  })

  test.each(['product_info.price', 'price_haggle.adjust'])('a link alone tells which goods %s was about', (about) => {
    const talk: State = { ...initialState('zh'), about: [{ name: about, share: 0.8 }] }
    expect(names('545468795743', reading('other.reference', 0.95), talk)[0]).toBe(about)
  })

  test('who tells more of what they look for has answered, however clear it reads', () => {
    const looking: State = { ...asked, pending: ['recommendation.style'], expects: [] }
    const told = (text: string) => followUp(reading('recommendation.gift', 0.95), text, looking, []).answers === true
    expect(told('想给我家里的老人挑个过生日能用得上的东西')).toBe(true)
    expect(told('给老人过生日送哪一款比较合适一点呢这两个里面')).toBe(false)
  })

  test.each([
    ['麻烦你们尽快', 'logistics_tracking.late', 'logistics_tracking.late'],
    ['快点吧', 'refund.status', 'refund.status'],
    ['麻烦尽快发出来', 'logistics_tracking.late', 'shipping_time.urge'],
    ['麻烦你们尽快', 'size_fit.recommend', 'shipping_time.urge'],
  ])('who hurries means the matter under way: %s, spoken of %s', (text, about, meant) => {
    const talk: State = { ...initialState('zh'), about: [{ name: about, share: 0.8 }] }
    expect(names(text, reading('shipping_time.urge', 0.9), talk)[0]).toBe(meant)
  })

  test('more of the same trouble goes on with it, whatever was asked', () => {
    const state = { ...asked, about: [{ name: 'quality_issue.fault', share: 0.9 }] }
    expect(names('而且还不吸水', reading('product_info.function', 0.9), state)[0]).toBe('quality_issue.fault')
    expect(names('而且还不吸水', reading('product_info.function', 0.9))[0]).toBe('product_info.function')
    expect(names('而且多少钱', reading('product_info.price', 0.9), state)[0]).toBe('product_info.price')
  })

  test('a question of its own is answered, with or without a figure', () => {
    const fee = reading('shipping_fee.fee', 0.7)
    expect(names('165 邮费要多少钱呢', fee, asked, [height])[0]).toBe('shipping_fee.fee')
    expect(names('那邮费要多少呢', fee)[0]).toBe('shipping_fee.fee')
    expect(names('昨天下的单还没有发货', reading('shipping_time.urge', 0.95))[0]).toBe('shipping_time.urge')
  })

  test('a complaint is heard, and a mere oh answers nothing', () => {
    expect(names('可是给我发漏了一包', reading('quality_issue.missing', 0.7))[0]).toBe('quality_issue.missing')
    expect(names('袜子发漏了一包呀', reading('stock_availability.check', 0.6))[0]).toBe('size_fit.recommend')
    for (const oh of ['哦', '哦哦', '噢~', 'oh']) {
      expect(names(oh, reading('acknowledgement.ok', 0.9))).toEqual(['acknowledgement.ok'])
    }
  })

  test('thanks and goodbyes answer nothing but an offer', () => {
    const question = (said: string): State => ({ ...asked, said: [said] })
    const thanks = reading('thanks_bye.thanks', 0.9)
    expect(names('好的谢谢啦', thanks, question('一般发中通，可以吧'))[0]).toBe('thanks_bye.thanks')
    expect(names('没别的事了', reading('thanks_bye.nothing_more', 0.8))[0]).toBe('thanks_bye.nothing_more')
    expect(names('好的谢谢', thanks, question('要帮您备注吗'))[0]).toBe('order_change.remark')
    expect(names('没别的', reading('thanks_bye.nothing_more', 0.5))[0]).toBe('size_fit.recommend')
  })

  test('a matter of its own is heard in however few words', () => {
    expect(names('下午三点打我', reading('other.callback', 0.9))[0]).toBe('other.callback')
    expect(names("fine i'll wait", reading('acknowledgement.wait', 0.97))[0]).toBe('acknowledgement.wait')
    expect(names('no checked', reading('acknowledgement.wait', 0.87))[0]).toBe('size_fit.recommend')
    expect(names('包邮吗', reading('shipping_fee.free', 0.95))[0]).toBe('shipping_fee.free')
    expect(names('那要多久呢亲', reading('shipping_time.eta', 0.6))[0]).toBe('shipping_time.eta')
  })

  test('who decides to buy is heard sooner than others', () => {
    expect(names('黑的先来一件吧', reading('payment.will_pay', 0.7))[0]).toBe('payment.will_pay')
    expect(names('黑的先来一件吧', reading('stock_availability.check', 0.7))[0]).toBe('size_fit.recommend')
  })

  test('who turns it down is answered for that first', () => {
    const read = followUp(reading('acknowledgement.no', 0.9), '不用了', asked, [])
    expect(read.intents.map(({ name }) => name)).toEqual([
      'acknowledgement.no',
      'size_fit.recommend',
      'order_change.remark',
    ])
  })

  const asking = (question: string, pending = asked.pending): State => ({ ...asked, pending, said: [question] })

  test('a no to what happened is an answer, a no to an offer turns it down', () => {
    const no = reading('acknowledgement.no', 0.9)
    expect(names('还没', no, asking('打开看过没有'))[0]).toBe('size_fit.recommend')
    expect(names('不要', no, asking('要帮您备注吗'))[0]).toBe('acknowledgement.no')
    expect(names('那算了', no, asking('要帮您备注吗'))[0]).toBe('acknowledgement.lost')
    expect(names('不要', no, asking('黑的可以吗', ['stock_availability.check']))[0]).toBe('stock_availability.restock')
  })

  test('a yes takes the offer, a choice takes its alternative', () => {
    const yes = reading('acknowledgement.ok', 0.9)
    expect(names('好的', yes, asking('需要帮您取消吗'))[0]).toBe('order_change.cancel')
    const choice = asking('给您换一件还是退款呢')
    expect(names('换', yes, choice)[0]).toBe('return_exchange.exchange')
    expect(names('退吧', yes, choice)[0]).toBe('refund.request')
    expect(names('不对', yes, asking('收货地址是苏州的，对吗'))[0]).toBe('order_change.change_address')
  })

  test('who does not know the figure has answered', () => {
    const read = followUp(reading('recommendation.undecidable', 0.95), '这个我哪知道呀', asked, [])
    expect(read.intents[0]!.name).toBe('size_fit.recommend')
    expect(read.answers).toBe(true)
  })

  test('what sounds like a complaint alone is an answer when it does not behind the question', () => {
    const misread = reading('quality_issue.damaged', 0.8)
    const beside = (family: string) => () => [{ name: `${family}.x`, family, confidence: 0.6 }]
    const go = (family: string) => followUp(misread, '玻璃杯闷着泡', asked, [], beside(family)).intents[0]!.name
    expect(go('product_info')).toBe('size_fit.recommend')
    expect(go('quality_issue')).toBe('quality_issue.damaged')
  })

  test('a fact to a question of what is the case goes on with the case, and orders no remark', () => {
    const state = (question: string): State => ({
      ...asking(question, ['order_change.remark', 'logistics_tracking.receipt']),
      about: [{ name: 'quality_issue.damaged', share: 0.6 }],
    })
    const no = reading('acknowledgement.no', 0.93)
    for (const text of ['没有', '没', '还没', '有', '没拆', '用了四包了']) {
      const read = followUp(no, text, state('外箱上有没有备注，拆开过没有'), [])
      expect(read.intents.slice(0, 2).map(({ name }) => name)).toEqual([
        'quality_issue.damaged',
        'logistics_tracking.receipt',
      ])
      expect(read.topics.map(({ name }) => name)).not.toContain('order_change.remark')
      expect(read.answers).toBe(true)
    }
    expect(names('生日快乐', reading('other.bare_data', 0.5), state('卡片上有没有要写的，写什么呢'))[0]).toBe(
      'order_change.remark',
    )
  })

  test('who has nothing to write down gets nothing written down', () => {
    const no = reading('acknowledgement.no', 0.9)
    expect(names('没有', no, asking('需要备注吗', ['order_change.remark']))).toEqual(['acknowledgement.no'])
    expect(names('没有要写的', no, asking('卡片上写什么呢', ['order_change.remark']))).toEqual(['acknowledgement.no'])
  })

  test('a case is not answered with what else the question sounds like', () => {
    const state = {
      ...asking('您现在吃了几包', ['discount_promo.gift']),
      about: [{ name: 'quality_issue.food', share: 0.8 }],
    }
    const read = followUp(reading('other.statement', 0.5), '吃了三包', state, [])
    expect(read.topics.map(({ name }) => name)).toEqual(['quality_issue.food', 'other.statement'])
  })

  test('a fact to a question about nothing but a remark is read by itself', () => {
    const read = followUp(
      reading('acknowledgement.no', 0.93),
      '没有',
      asking('外包装有没有备注', ['order_change.remark']),
      [],
    )
    expect(read.intents.map(({ name }) => name)).toEqual(['acknowledgement.no'])
  })

  test('a named courier is the one to use', () => {
    const courier: Entity = { slot: 'courier', value: 'yunda', text: '韵达', start: 0, end: 2, messageIndex: 0 }
    const state = asking('中通和韵达，您要哪家', ['courier_choice.which'])
    expect(names('韵达好了', reading('acknowledgement.ok', 0.4), state, [courier])[0]).toBe('courier_choice.use')
    expect(names('随便', reading('acknowledgement.ok', 0.4), state)[0]).toBe('courier_choice.which')
  })

  test('each family stands once', () => {
    const read = followUp(reading('size_fit.bias', 0.6), '偏大的', asked, [])
    expect(read.intents.map(({ family }) => family)).toEqual(['size_fit', 'order_change'])
    expect(read.topics.map(({ name }) => name)).toEqual(['size_fit.recommend', 'order_change.remark', 'size_fit.bias'])
  })
})

describe('without a question', () => {
  const talk: State = { ...initialState('zh'), about: [{ name: 'stock_availability.check', share: 0.9 }] }

  test('an elliptic message goes on with what was spoken of', () => {
    expect(names('那黑色呢', reading('other.fragment', 0.6), talk)[0]).toBe('stock_availability.check')
    expect(names('为什么', reading('other.fragment', 0.6), talk)[0]).toBe('stock_availability.check')
  })

  test.each(['那灰色呢?', '只有这两家吗', 'blue then?', '회색은요?', '배송비는요'])('%s goes on, too', (text) => {
    expect(names(text, reading('other.fragment', 0.6), talk)[0]).toBe('stock_availability.check')
  })

  test('what a scrap names leads before what was spoken of', () => {
    const scrap = reading('other.fragment', 0.74)
    const eta = { name: 'shipping_time.eta', family: 'shipping_time', confidence: 0.48 }
    const both = { ...scrap, intents: [...scrap.intents, eta] }
    expect(names('그럼 도착은요?', both, talk).slice(0, 2)).toEqual(['shipping_time.eta', 'stock_availability.check'])
  })

  test('a clear message and one that is not elliptic speak for themselves', () => {
    expect(names('那邮费呢', reading('shipping_fee.fee', 0.95), talk)[0]).toBe('shipping_fee.fee')
    expect(names('好的', reading('acknowledgement.ok', 0.9), talk)).toEqual(['acknowledgement.ok'])
    expect(names('那黑色呢', reading('other.fragment', 0.6), initialState('zh'))).toEqual(['other.fragment'])
  })
})

describe('what the agent told', () => {
  const told = (line: string, about: string): State => ({
    ...initialState('zh'),
    agentTurns: 1,
    said: [line],
    about: [{ name: about, share: 0.9 }],
  })

  test('the next step follows the one it invited to, even when it was put as a question', () => {
    const state = { ...told('您先拍下别付款可以吗', 'price_haggle.probe'), pending: ['price_haggle.probe'] }
    const read = followUp(reading('payment.paid', 0.99), '拍好了', state, [])
    expect(read.intents[0]!.name).toBe('price_haggle.adjust')
    expect(read.answers).toBe(true)
  })

  test('a doubt is looked into, with what it was about behind it', () => {
    const state = told('满188才减哦', 'discount_promo.rule')
    expect(names('不够是吧', reading('acknowledgement.no', 0.5), state)).toEqual([
      'other.unknown',
      'discount_promo.rule',
      'acknowledgement.no',
    ])
  })

  test('who nods at a promise waits for it', () => {
    const state = told('亲，我们会尽快的', 'shipping_time.urge')
    const read = followUp(reading('acknowledgement.ok', 0.95), '嗯你尽量吧', state, [])
    expect(read.intents.map(({ name }) => name)).toEqual(['acknowledgement.wait'])
    expect(read.topics.map(({ name }) => name)).toEqual(['acknowledgement.wait'])
    expect(read.answers).toBe(true)
  })
})
