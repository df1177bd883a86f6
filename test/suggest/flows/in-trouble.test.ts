/** Real messages through the shipped flows of parcels, the after-sale and the talk: where they come to stand, and what is offered. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { EventType, Locale, State } from '../../../src/protocol/index.ts'
import { type SuggestDeps, type Suggested, suggest } from '../../../src/suggest/index.ts'
import { trainedEngine } from '../../trained-engine.ts'
import { agent, event, inputOf, shopper } from '../small-desk.ts'

let deps: SuggestDeps
beforeAll(async () => {
  deps = (await trainedEngine()).deps('demo')
})

/** Plays a talk line by line: `S ` the shopper, `A ` the agent, `E ` an event; every answer of it. */
function played(locale: Locale, ...lines: readonly string[]): Suggested[] {
  let before: State | undefined
  return lines.map((line) => {
    const text = line.slice(2)
    const message = line.startsWith('S') ? shopper(text) : line.startsWith('A') ? agent(text) : event(text as EventType)
    const because = line.startsWith('E') ? 'event' : 'message'
    const answer = suggest(inputOf([message], { locale, because, ...(before ? { before } : {}) }), deps)
    before = answer.state
    return answer
  })
}
const last = (talk: readonly Suggested[]) => talk.at(-1)!
const offered = (talk: readonly Suggested[]) => last(talk).suggestions.map(({ scriptId }) => scriptId)
const along = (talk: readonly Suggested[], id: string) =>
  talk.map(({ state }) => state.flows.find((flow) => flow.id === id)?.state)

describe('trouble', () => {
  const TORN = ['S 你们什么破店 衣服穿一次就开线了 太垃圾了', 'A 非常抱歉让您生气了，这件事我来处理'] as const
  test('goes through the six steps', () => {
    const rest = [
      'S 开线的地方在袖子上',
      'A 看到了，给您换一件或者退款，您选哪个',
      'S 退款吧',
      'A 好的，这就办',
    ] as const
    const talk = played('zh', ...TORN, ...rest)
    expect(along(talk, 'F21')).toEqual(['calm', 'cause', 'position', 'offered', 'agreed', 'thank'])
    expect(offered(talk)[0]).toBe('zh.flow.thank')
    expect(offered(talk.slice(0, 5))).toContain('zh.flow.agreed-sorry')
  })
  test('in English', () => {
    const begin = ['S The dress arrived torn, this is ridiculous!!', "A I'm so sorry. Could you send a photo?"] as const
    const talk = played('en', ...begin, 'S I want my money back', "A I'll refund you in full, is that okay?", 'S ok')
    expect(along(talk, 'F21')).toEqual(['calm', 'cause', 'solve', 'offered', 'agreed'])
    expect(offered(talk).slice(0, 2)).toContain('en.flow.agreed-sorry')
  })
  test('in Korean', () => {
    const begin = [
      'S 옷이 찢어져서 왔어요 진짜 화나네요',
      'A 정말 죄송합니다. 사진 보내 주시겠어요?',
      'S 사진 보냈어요',
    ] as const
    const talk = played('ko', ...begin, 'A 환불해 드릴까요, 교환해 드릴까요?', 'S 환불이요')
    expect(along(talk, 'F21')).toEqual(['calm', 'cause', 'position', 'offered', 'agreed'])
    expect(offered(talk)).toContain('ko.flow.agreed-sorry')
  })
})

test('abuse: a civil request, then the warning, then the end', () => {
  const talk = played(
    'zh',
    'S 你他妈是傻子吗',
    'S 傻逼客服',
    'A 抱歉让您生气',
    'S 滚 你个傻逼',
    'A 请您好好说',
    'S 去死吧垃圾',
  )
  expect(along(talk, 'F36')).toEqual(['first', 'first', 'first', 'second', 'second', 'ending'])
  expect(offered(talk.slice(0, 1))).toContain('zh.C128.civil')
  expect(offered(talk.slice(0, 1))).not.toContain('zh.C128.last')
  expect(offered(talk.slice(0, 4))).toContain('zh.flow.abuse-warn')
  expect(offered(talk)).toContain('zh.flow.abuse-end')
})

test('a missing piece: checked, chosen, done', () => {
  const begin = ['S 收到货了 少了一双袜子', 'A 抱歉，麻烦拍张照片看看', 'S 拍好了发你了'] as const
  const talk = played('zh', ...begin, 'A 核实了，给您补发一双可以吗', 'S 可以', 'A 好的，登记补发')
  expect(along(talk, 'F20').slice(3)).toEqual(['offered', 'promised', 'promised'])
  expect(offered(talk)[0]).toBe('zh.flow.case-done')
})

test('an address nobody serves: a refund is given, not a farewell', () => {
  const talk = played('zh', 'E undeliverable', 'A 亲，您的地址暂时送不到，换个地址还是退款呢', 'S 算了 退款吧')
  expect(offered(talk)[0]).toBe('zh.flow.undeliv-refund')
})

test('a promise to ask: when they come back for it, the answer or a new time', () => {
  const talk = played('zh', 'S 我的快递怎么还没动', 'A 亲，我去问下快递公司，问到了30分钟内回复您', 'S 问到了吗')
  expect(along(talk, 'F27')).toEqual([undefined, 'promised', 'due'])
  expect(offered(talk).join()).toMatch(/flow\.promise-(?:result|again)/)
})

test('a wrong size is offered an exchange before the refund, and not once more', () => {
  const talk = played('zh', 'S 我想退货', 'A 亲，方便说下是哪里不合适吗', 'S 大了')
  expect(offered(talk)[0]).toBe('zh.flow.save-exchange')
  const wants = ['A 那给您换个小一码的可以吗', 'S 不用换了 直接退吧'] as const
  const again = played('zh', 'S 我想退货', 'A 亲，方便说下是哪里不合适吗', 'S 大了', ...wants)
  expect(offered(again)).not.toContain('zh.flow.save-exchange')
})

test('small talk that goes on is led back, then honestly closed', () => {
  const chat = ['S 今天天气真好啊', 'A 是呀', 'S 我家狗可调皮了', 'A 哈哈', 'S 你喜欢狗吗', 'A 喜欢呀'] as const
  const talk = played('zh', ...chat, 'S 你几岁了呀小姐姐', 'A 哈哈保密', 'S 你有男朋友吗')
  expect(offered(talk.slice(0, 5))).toContain('zh.flow.lead-back')
  expect(offered(talk)).toContain('zh.flow.busy')
})

test('a platform complaint: facts, an offer, refused and respected', () => {
  const begin = ['S 再不解决我就投诉到平台 找12315', 'A 抱歉给您添麻烦，您说说是哪一单，什么问题'] as const
  const rest = ['S 上周买的锅涂层掉了 你们不给退', 'A 核实了，给您全额退款，您看可以吗', 'S 不行 我要赔偿'] as const
  const talk = played('zh', ...begin, ...rest)
  expect(along(talk, 'F25')).toEqual(['heard', 'facts', 'offer', 'offered', 'refused'])
  expect(along(talk, 'F21')).toEqual([undefined, undefined, undefined, undefined, undefined])
})

test('who asks for after-sale is offered the hand-over, who is upset with an apology', () => {
  const talk = played('zh', 'S 帮我转接售后')
  expect(along(talk, 'F28')).toEqual(['offer'])
  expect(offered(talk)).toContain('zh.flow.handover-offer')
  expect(offered(played('zh', 'S 气死我了！！！给我转售后'))).toContain('zh.C115.sorry')
  expect(along(played('en', 'S can you transfer me to after-sales'), 'F28')).toEqual(['offer'])
})
