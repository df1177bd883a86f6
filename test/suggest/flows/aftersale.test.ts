/** The flows after the sale (data/flows/06-aftersale.yaml), state by state. */
import { describe, expect, test } from 'vitest'
import { ShippedTalk } from './shipped-talk.ts'

const talk = () => new ShippedTalk()
const ANGRY = { mood: 'angry', stage: 'aftersale' } as const
const CALM = { mood: 'calm' } as const
const ANSWERS = { answers: true }

describe('F21, six steps', () => {
  test('one after the other', () => {
    const t = talk().shopper('quality_issue.fault', ANGRY)
    expect([t.leads, t.wants]).toEqual(['F21.calm', ['C119']])
    expect(t.agent('非常抱歉让您生气').at('F21')).toBe('cause')
    expect(t.shopper('quality_issue.fault', ANSWERS).leads).toBe('F21.position')
    expect(t.agent('这个我们来承担').at('F21')).toBe('solve')
    expect(t.agent('给您换一件或者退款').at('F21')).toBe('offered')
    expect(t.shopper('refund.request', ANSWERS).leads).toBe('F21.agreed')
    expect(t.agent('好的，抱歉').at('F21')).toBe('thank')
    expect(t.shopper('thanks_bye.thanks', CALM).at('F21')).toBeUndefined()
  })
  test('a fault told calmly is no trouble', () => {
    expect(talk().shopper('quality_issue.fault').at('F21')).toBeUndefined()
  })
  test('who flares up again is calmed again', () => {
    const cause = () => talk().shopper('complaint_dispute.angry', ANGRY).agent('抱歉，您说说')
    expect(cause().shopper('complaint_dispute.angry', ANGRY).at('F21')).toBe('calm')
    expect(cause().agent('给您退款').shopper('complaint_dispute.angry', ANGRY).at('F21')).toBe('calm')
  })
  test('a holding line is no apology, and money is no agreement', () => {
    expect(talk().shopper('complaint_dispute.angry', ANGRY).holds().at('F21')).toBe('calm')
    const offered = talk().shopper('complaint_dispute.angry', ANGRY).agent().agent('给您换一件')
    expect(offered.shopper('refund.compensate').at('F21')).toBe('solve')
    expect(offered.agent('给您退款').shopper('acknowledgement.no', { text: '不行' }).at('F21')).toBe('solve')
  })
})

describe('F22, seven steps', () => {
  test('one after the other', () => {
    const t = talk().shopper('complaint_dispute.service', ANGRY)
    expect(t.leads).toBe('F22.react')
    expect(t.holds().at('F22')).toBe('receive')
    expect(t.agent('您说').at('F22')).toBe('listen')
    expect(t.shopper('complaint_dispute.service', ANGRY).leads).toBe('F22.soothe')
    expect(t.agent('我明白您的感受').at('F22')).toBe('apologise')
    expect(t.agent('真的对不起').at('F22')).toBe('remedy')
    expect(t.agent('给您一张券').at('F22')).toBe('offered')
    expect(t.shopper('discount_promo.coupon', ANSWERS).at('F22')).toBe('inform')
    expect(t.agent().shopper('thanks_bye.thanks').at('F22')).toBe('closed')
  })
  test('asked what we do about it, the remedy comes', () => {
    const listen = talk().shopper('complaint_dispute.service', ANGRY).agent('抱歉，您说')
    expect(listen.shopper('other.clarify', { text: '那你们打算怎么办' }).at('F22')).toBe('remedy')
  })
  test('the same matter is not fought twice', () => {
    const t = talk().shopper('complaint_dispute.service', ANGRY).agent('抱歉')
    expect(t.shopper('complaint_dispute.angry refund.request', ANGRY).at('F21')).toBeUndefined()
  })
  test('an answer that goes on with the complaint is no new one', () => {
    expect(talk().shopper('complaint_dispute.service', ANSWERS).at('F22')).toBeUndefined()
  })
})

describe('F23, return and refund', () => {
  const asked = () => talk().shopper('return_exchange.return').agent('是哪里不合适呢')
  test('what can be exchanged is saved, what is faulty goes the regular way', () => {
    expect(asked().shopper('return_exchange.return', { ...ANSWERS, text: '大了' }).leads).toBe('F23.save')
    expect(asked().shopper('quality_issue.fault').at('F23')).toBe('regular')
    expect(asked().shopper('refund.request', { text: '就退吧' }).at('F23')).toBe('regular')
  })
  test('who wants no exchange is not asked twice, who takes it is helped', () => {
    const save = () =>
      asked()
        .shopper('return_exchange.return', { ...ANSWERS, text: '大了' })
        .agent('换个小一码可以吗')
    expect(save().shopper('refund.request', { text: '不用换了直接退吧' }).at('F23')).toBe('regular')
    expect(save().shopper('return_exchange.exchange', ANSWERS).at('F23')).toBe('exchange')
    expect(save().shopper('acknowledgement.ok', { text: '那不退了' }).at('F23')).toBe('kept')
  })
  test('sent back, received, closed', () => {
    const t = asked().shopper('refund.request', { text: '就退吧' }).agent('提交申请就行')
    expect(t.shopper('return_exchange.howto', { text: '已经寄出去了' }).at('F23')).toBe('sent')
    t.event('return_received')
    expect([t.at('F23'), t.at('F24')]).toEqual(['closed', 'received'])
  })
})

describe('F24, returned parcel', () => {
  test('as described goes on to the refund, otherwise it is talked over', () => {
    expect(talk().event('return_received').agent('收到了，核好给您退').at('F24')).toBe('settling')
    const differs = talk().event('return_received').agent('吊牌少了一个，您看下')
    expect(differs.at('F24')).toBe('differs')
    expect(differs.shopper('return_exchange.return', ANSWERS).at('F24')).toBe('settling')
    expect(differs.event('todo_done').at('F24')).toBe('done')
  })
})

describe('F25, the platform', () => {
  const offered = () =>
    talk()
      .shopper('complaint_dispute.platform', ANGRY)
      .agent('抱歉，是哪一单')
      .shopper('quality_issue.fault')
      .agent('给您全额退款')
  test('facts, an offer, agreed', () => {
    expect(talk().shopper('complaint_dispute.platform quality_issue.fault', ANGRY).leads).toBe('F25.heard')
    expect(offered().at('F25')).toBe('offered')
    expect(offered().shopper('acknowledgement.ok').wants).toEqual(['C117'])
    expect(offered().shopper('acknowledgement.ok').agent().at('F25')).toBe('following')
  })
  test('refused is respected; later agreed after all', () => {
    const refused = offered().shopper('refund.compensate', { ...ANSWERS, text: '不行 我要赔偿' })
    expect(refused.leads).toBe('F25.refused')
    expect(refused.agent().shopper('refund.request').at('F25')).toBe('accepted')
  })
  test('the mediator can step in at any time', () => {
    for (const t of [talk(), offered(), offered().shopper('acknowledgement.ok')]) {
      expect(t.event('mediation').leads).toBe('F25.mediation')
    }
  })
})

describe('F26, a bad review', () => {
  test('a threat is solved as a matter, and never traded for the review', () => {
    const t = talk().shopper('complaint_dispute.review_threat')
    expect(t.wants).toEqual(['C122'])
    expect(t.agent('抱歉，是什么问题').agent('给您换一件').at('F26')).toBe('offered')
    expect(t.shopper('return_exchange.exchange', ANSWERS).at('F26')).toBe('agreed')
    expect(t.agent().shopper('review_rating.praise').leads).toBe('F26.content')
  })
  test('who wants no contact is left alone', () => {
    const contacted = talk().event('bad_review').agent('是哪里不满意呢')
    expect(contacted.shopper('review_rating.howto', { ...ANSWERS, text: '别再联系我了' }).leads).toBe('F26.left')
  })
})

describe('F27, promised to come back', () => {
  const promised = (line: string) => talk().agent(line).at('F27')
  test('begins with our own words or a script, not with any line', () => {
    expect(promised('我去问下仓库，问到了30分钟内回复您')).toBe('promised')
    expect(promised('one moment, I will get back to you in an hour'.toLowerCase())).toBe('promised')
    expect(promised('今天下单明天发货哦')).toBeUndefined()
    expect(talk().agent('大概半小时', 'C09').at('F27')).toBe('promised')
  })
  test('due when they ask or the task is done; told, or put off to a new time', () => {
    const due = () => talk().agent('问到了就回复您').agent().shopper('return_exchange.followup', { text: '问到了吗' })
    expect(due().at('F27')).toBe('due')
    expect(due().holds().at('F27')).toBe('promised')
    expect(due().agent('今天派送').at('F27')).toBe('told')
    expect(talk().agent('问到了就回复您').event('todo_done').wants).toEqual(['C08', 'C09'])
  })
})

describe('F28, hand-over', () => {
  const asked = () => talk().agent('给您转接售后专员可以吗')
  test('with their consent, else not at all', () => {
    expect(talk().shopper('other.clarify', { text: '我要找售后' }).at('F28')).toBe('offer')
    expect(asked().at('F28')).toBe('asked')
    expect(asked().shopper('acknowledgement.ok').at('F28')).toBe('handed')
    expect(asked().shopper('acknowledgement.no', { text: '不用转' }).at('F28')).toBe('stays')
  })
})

test('F42: received, praised, over; while a bad review is open praise is its matter', () => {
  const t = talk().event('order_received').agent().shopper('review_rating.praise')
  expect(t.leads).toBe('F42.praised')
  expect(t.agent().at('F42')).toBeUndefined()
  expect(talk().event('bad_review').shopper('review_rating.praise').at('F42')).toBeUndefined()
})
