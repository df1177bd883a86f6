/** Real messages through the shipped flows: where they come to stand, and what is offered next. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { EventType, State } from '../../../src/protocol/index.ts'
import { type SuggestDeps, type Suggested, suggest } from '../../../src/suggest/index.ts'
import { trainedEngine } from '../../trained-engine.ts'
import { agent, event, inputOf, shopper } from '../small-desk.ts'

let deps: SuggestDeps
beforeAll(async () => {
  deps = (await trainedEngine()).deps('demo')
})

/** Plays a talk line by line: `S ` the shopper, `A ` the agent, `E ` an event. */
function played(...lines: readonly string[]): Suggested {
  let before: State | undefined
  let last: Suggested | undefined
  for (const line of lines) {
    const text = line.slice(2)
    const message = line.startsWith('S') ? shopper(text) : line.startsWith('A') ? agent(text) : event(text as EventType)
    const because = line.startsWith('E') ? 'event' : 'message'
    last = suggest(inputOf([message], { locale: 'zh', because, ...(before ? { before } : {}) }), deps)
    before = last.state
  }
  return last!
}
const standing = ({ state }: Suggested) => state.flows.map(({ id, state }) => `${id}.${state}`)
const offered = ({ suggestions }: Suggested) => suggestions.map(({ scriptId }) => scriptId)

describe('before the order', () => {
  test('after the greeting the need is asked for', () => {
    expect(offered(played('S 你好', 'A 您好，在的，请问有什么需要'))[0]).toBe('zh.C10.greeted')
  })
  test('after an answer about a piece of clothing the size data', () => {
    expect(offered(played('S 纯棉短袖是什么面料的', 'A 100%棉的哦'))).toContain('zh.C16.lead_size')
  })
  test('a size told leads on to the order, with the decision theirs', () => {
    const told = played('S 纯棉短袖是什么面料的', 'A 100%棉的哦', 'S 我165 110斤穿多大', 'A 建议M码哦')
    expect(standing(told)[0]).toBe('F4.told')
    expect(offered(told)[0]).toBe('zh.C61.size_told')
  })
  test('the ladder is climbed rung by rung', () => {
    const once = ['S 纯棉短袖能便宜点吗', 'A 亲，都是统一价的哦'] as const
    expect(standing(played(once[0]))[0]).toBe('F8.test')
    expect(standing(played(...once, 'S 再少十块吧'))[0]).toBe('F8.insist')
    expect(standing(played(...once, 'S 好吧就这个价吧'))[0]).toBe('F8.accept')
  })
  test('a link is praised once', () => {
    expect(offered(played('S https://item.taobao.com/item.htm?id=682300259068')).join()).toMatch(/C16\.praise/)
  })
  test('a buying signal is answered, then one step is offered', () => {
    expect(offered(played('S 纯棉短袖今天拍什么时候发', 'A 48小时内发出的'))[0]).toBe('zh.C61.nudge')
  })
})

describe('around the order', () => {
  const ORDERED = ['S 纯棉短袖有货吗', 'A 有货的哦，直接拍就行', 'E order_created'] as const
  test('the notice is due until it was said', () => {
    expect(offered(played(...ORDERED))[0]).toMatch(/^zh\.C62\./)
    expect(offered(played(...ORDERED, 'A 好的亲')).join()).toMatch(/C62\.still/)
    expect(standing(played(...ORDERED, 'A 付款后48小时内发，签收前请先验货'))).toContain('F15.told')
  })
  test('after the payment thanks and check, then times, then terms', () => {
    const paid = [...ORDERED, 'E order_paid'] as const
    expect(offered(played(...paid)).map((id) => id.slice(3, 6))).toEqual(expect.arrayContaining(['C69', 'C68']))
    const checked = [...paid, 'A 款收到了，谢谢您', 'A 麻烦您看下收件信息'] as const
    expect(standing(played(...checked))[0]).toBe('F16.expect')
    expect(offered(played(...checked, 'A 后天给您发'))).toContain('zh.C104.terms')
  })
  test('stock missing after payment: sorry first, then thanks for understanding', () => {
    const told = ['E oos_after_paid', 'A 亲，非常抱歉，您拍的暂时缺货了，换一款、等补货还是退款呢'] as const
    expect(offered(played(told[0]))[0]).toMatch(/^zh\.C116\./)
    expect(offered(played(...told, 'S 那退款吧', 'A 好的，提交退款申请，1到3天原路退'))[0]).toMatch(/^zh\.C117\.agreed/)
  })
})
