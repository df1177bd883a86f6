/** The flows before the order (data/flows/01-presale.yaml), state by state. */
import { describe, expect, test } from 'vitest'
import { ShippedTalk, slots } from './shipped-talk.ts'

const talk = () => new ShippedTalk()
const BODY = slots({ height: 165, weight: 55 })
const type = (id: string) => ({ types: [{ id, score: 0.7, evidence: '' }] })

describe('F1, the frame', () => {
  test('goes through its ten steps', () => {
    const steps = talk().shopper('greeting.hello')
    const seen = [steps.at('F1')]
    const note = () => seen.push(steps.at('F1'))
    steps.holds()
    note()
    steps.shopper('product_info.material')
    note()
    steps.agent('100%棉的哦')
    note()
    steps.shopper('price_haggle.probe', { rung: 1 })
    note()
    steps.agent().shopper('acknowledgement.price_accept')
    note()
    steps.agent().event('order_created', { stage: 'insale' })
    note()
    steps.agent().event('order_paid')
    note()
    steps.agent().shopper('acknowledgement.yes')
    note()
    steps.agent()
    note()
    steps.agent()
    note()
    steps.event('todo_done')
    note()
    expect(seen).toEqual([
      'welcome',
      'greeted',
      'introduce',
      'lead_on',
      'negotiate',
      'order_guide',
      'pay_guide',
      'verify',
      'courier',
      'farewell',
      'note',
      'warehouse',
    ])
  })
  test('leads only when nothing else does', () => {
    expect(talk().shopper('product_info.material').leads).toBe('F7.fact')
    expect(talk().shopper('courier_choice.which').leads).toBe('F1.introduce')
  })
  test('an order shown by the facts of a first message is an old one', () => {
    const first = talk().shopper('shipping_time.dispatch').event('order_paid')
    expect(first.at('F1')).toBe('introduce')
    expect(first.at('F16')).toBeUndefined()
    expect(talk().shopper('shipping_time.dispatch').agent().event('order_paid').at('F1')).toBe('verify')
  })
  test('waits when the agent has asked', () => {
    expect(talk().shopper('product_info.taste').agent('您喜欢甜一点的吗').at('F1')).toBe('introduce')
  })
  test('a change is read back, and a wish to cancel ends it', () => {
    const paid = () => talk().event('order_paid', { stage: 'insale' }).agent()
    expect(paid().shopper('order_change.change_address').at('F1')).toBe('correct')
    expect(paid().shopper('order_change.change_address').agent().at('F1')).toBe('verify')
    expect(paid().shopper('order_change.verify').at('F1')).toBe('courier')
    expect(paid().shopper('order_change.cancel').at('F1')).toBe('farewell_open')
  })
})

describe('F3, needs', () => {
  test('vague, heard, recommended, in doubt, chosen', () => {
    const t = talk().shopper('recommendation.style')
    expect([t.leads, t.wants]).toEqual(['F3.vague', ['C10', 'C29']])
    expect(
      t.agent('给谁用呢').shopper('recommendation.gift', { answers: true, ...slots({ receiver: '妈妈' }) }).leads,
    ).toBe('F3.heard')
    expect(
      t.agent('预算多少呢').shopper('other.bare_data', { answers: true, ...slots({ receiver: '妈妈', budget: 200 }) })
        .leads,
    ).toBe('F3.recommend')
    expect(t.agent('可以看看茉莉花茶').at('F3')).toBe('offered')
    expect(t.shopper('acknowledgement.think', { mood: 'hesitant' }).at('F3')).toBe('doubt')
    expect(t.agent('哪里拿不准呢').shopper('product_info.taste').at('F3')).toBe('choice')
  })
  test('asks three times at the most', () => {
    const t = talk().shopper('other.clarify')
    for (const said of ['heard', 'recommend'])
      expect(t.agent('呢').shopper('other.statement', { answers: true }).at('F3')).toBe(said)
  })
  test('a no goes back to asking, other words for the same', () => {
    const t = talk().shopper('recommendation.style').agent('给谁用呢').shopper('other.statement', { answers: true })
    expect(t.agent('就照这个挑对吗').shopper('acknowledgement.no', { answers: true }).at('F3')).toBe('vague')
  })
  test('does not go on when the shopper leaves', () => {
    expect(talk().shopper('recommendation.style').agent().shopper('acknowledgement.lost').at('F3')).toBe('dropped')
  })
})

describe('F4 and F6, sizes', () => {
  test('no size before the data', () => {
    const t = talk().shopper('size_fit.recommend')
    expect(t.leads).toBe('F4.ask_data')
    expect(t.agent('身高体重多少呢').at('F4')).toBe('ask_data')
    expect(t.shopper('other.bare_data', { answers: true, ...BODY }).leads).toBe('F4.tell')
    expect(t.wants).toEqual(['C25', 'C59'])
    expect(t.agent('建议M码').at('F4')).toBe('told')
    expect(t.shopper('shipping_fee.fee').at('F4')).toBeUndefined()
  })
  test('told in own words without the data is told', () => {
    expect(talk().shopper('size_fit.recommend').agent('这款建议拍L码哦').at('F4')).toBe('told')
  })
  test("a child's size is asked kindly and told by the children's flow alone", () => {
    const t = talk().shopper('size_fit.child')
    expect([t.leads, t.at('F4')]).toEqual(['F6.opener', undefined])
    expect(
      t.agent('多高多重呢').shopper('size_fit.child', { answers: true, ...slots({ height: 105, weight: 17 }) }).leads,
    ).toBe('F6.tell')
    expect([t.wants, t.at('F4')]).toEqual([['C34'], undefined])
    expect(t.agent('建议110的').at('F6')).toBe('told')
  })
  test('a young mother is asked of the child, others are not', () => {
    expect(talk().shopper('size_fit.recommend', type('T13')).leads).toBe('F6.opener')
    expect(talk().shopper('size_fit.recommend', type('T12')).leads).toBe('F4.ask_data')
  })
})

describe('F5 and F7, product answers', () => {
  test('the benefit, then a confirming question, unless one was asked', () => {
    expect(talk().shopper('product_info.taste').leads).toBe('F5.answer')
    expect(talk().shopper('product_info.taste').agent('酸甜口的').at('F5')).toBe('confirm')
    expect(talk().shopper('product_info.taste').agent('酸甜口的，您喜欢甜的吗').at('F5')).toBe('asked')
  })
  test('the fact, the worry behind it, satisfied', () => {
    const t = talk().shopper('product_info.material').agent('100%棉')
    expect(t.at('F7')).toBe('worry')
    expect(t.shopper('acknowledgement.ok').leads).toBe('F7.satisfied')
  })
  test('another question is no doubt, a worried one is', () => {
    const t = () => talk().shopper('product_info.material').agent('100%棉')
    expect(t().shopper('product_info.quality').at('F7')).toBe('fact')
    expect(t().shopper('product_info.quality', { mood: 'worried' }).at('F7')).toBe('still_doubt')
    expect(t().shopper('product_info.photo_match', type('T08')).at('F7')).toBe('still_doubt')
  })
})

describe('F11, stock', () => {
  test.each([
    ['有货的哦', 'in_stock'],
    ['亲，暂时没货了', 'out'],
    ['没有现货呢', 'out'],
    ['稍等我看下仓库给您回', 'done'],
  ])('"%s" is %s', (line, state) => {
    expect(talk().shopper('stock_availability.check').agent(line).at('F11')).toBe(state)
  })
  test('a variant that is not made leads to what there is', () => {
    const t = talk().shopper('stock_availability.variant_missing')
    expect([t.leads, t.wants]).toEqual(['F11.counter', ['C37']])
    expect(t.agent('有白色黑色，您喜欢哪个').at('F11')).toBe('chosen')
    expect(t.shopper('acknowledgement.no').at('F11')).toBe('gone')
  })
  test('out of stock: wait, look at others, or let go', () => {
    const t = () => talk().shopper('stock_availability.check').agent('暂时缺货呢')
    expect(t().shopper('acknowledgement.wait').leads).toBe('F11.notify')
    expect(t().shopper('recommendation.style').at('F11')).toBe('other')
    expect(t().shopper('acknowledgement.lost').at('F11')).toBe('gone')
    expect(t().shopper('stock_availability.restock').at('F11')).toBe('out')
  })
})

describe('F17 and F40, expectations', () => {
  test('who wants it flawless, or for sure on a day, hears how it is', () => {
    expect(talk().shopper('product_info.photo_match', { text: '要和图片一模一样才行' }).at('F17')).toBe('goods')
    expect(talk().shopper('shipping_time.eta', { text: '周五必须到哦' }).at('F17')).toBe('time')
    expect(talk().shopper('product_info.photo_match', { text: '有色差吗' }).at('F17')).toBeUndefined()
    expect(talk().shopper('shipping_time.eta', { text: '周五能到吗' }).at('F17')).toBeUndefined()
  })
  test('a perfectionist is told the flaws, and a shop at the end', () => {
    const t = talk().shopper('product_info.flaw', type('T09'))
    expect([t.leads, t.wants]).toEqual(['F40.disclose', ['C23', 'C22']])
    expect(t.agent('偶尔有线头').shopper('product_info.photo_match').at('F40')).toBe('disclosed')
    expect(t.agent('有一点色差').shopper('product_info.quality').leads).toBe('F40.insist')
    expect(t.agent().shopper('acknowledgement.ok').at('F40')).toBe('accepted')
    expect(talk().shopper('product_info.flaw').at('F40')).toBeUndefined()
  })
})
