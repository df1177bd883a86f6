import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addChat,
  draftOf,
  emptyTally,
  type MineDeps,
  type MinedChat,
  type MineJudge,
  mine,
  reportMined,
} from '../../../src/insight/index.ts'
import { extract } from '../../../src/intents/index.ts'

const TOPICS: readonly (readonly [pattern: RegExp, topic: string])[] = [
  [/快递/, 'courier_choice.which'],
  [/包邮|运费/, 'shipping_fee.free'],
  [/发货/, 'shipping_time.dispatch'],
  [/保质期/, 'product_info.shelf_life'],
  [/发票/, 'invoice.request'],
]
const topicOf = (text: string) => TOPICS.find(([pattern]) => pattern.test(text))?.[1] ?? 'greeting.hello'

const DEPS: MineDeps & MineJudge = {
  threshold: 0.5,
  entities: (text) => extract(text, { locale: 'zh' }),
  read: (text) => ({ topic: topicOf(text), confidence: 0.9 }),
  topicOf,
  covers: (question) => question.includes('快递'),
  allowed: (reply) => (reply.includes('最') ? undefined : reply),
}

function chat(id: string, ...lines: string[]): MinedChat {
  return { id, turns: lines.map((text, i) => ({ role: i % 2 === 0 ? 'shopper' : 'agent', text })) }
}

function mined(chats: readonly MinedChat[], least = 1) {
  const tally = emptyTally()
  for (const one of chats) addChat(tally, one, DEPS)
  return mine(tally, DEPS, { questions: 50, least })
}

const CHATS: readonly MinedChat[] = [
  chat('a', '发什么快递呀', '亲，默认发圆通快递，发货后短信通知', '你好', '在的'),
  chat('b', '你们发什么快递', '亲，默认发圆通快递，发货后短信通知'),
  chat('c', '发什么快递？', '我们的快递是全网最好最快的'),
  chat('d', '可以开发票吗', '发票随货寄出，抬头请备注在订单里'),
  chat('e', '保质期多久', '这批坚果的保质期是12个月的'),
  chat('f', '保质期多久呢', '坚果保质期12个月哦'),
]

test('wordings of one question are one, with its share, what was answered and whether the library answers it', () => {
  const { questions, messages, smallTalk, asked } = mined(CHATS)
  expect({ messages, smallTalk, asked }).toEqual({ messages: 7, smallTalk: 1, asked: 6 })
  expect(questions[0]).toMatchObject({ topic: 'courier_choice.which', count: 3, share: 0.5, covered: true })
  expect(questions[0]!.replies).toMatchObject([{ count: 2, chats: ['a', 'b'] }])
  expect(questions[0]!.replies[0]!.text).toContain('{{shipping.courier}}')
  expect(questions.find(({ topic }) => topic === 'invoice.request')).toMatchObject({ covered: false })
})

test('a reply that the guard blocks is never proposed', () => {
  const texts = mined(CHATS).questions.flatMap(({ replies }) => replies.map(({ text }) => text))
  expect(texts.filter((text) => text.includes('最'))).toEqual([])
})

test('what agents keep saying of goods and rules is proposed with its chats', () => {
  const { facts } = mined(CHATS, 2)
  expect(facts).toContainEqual(
    expect.objectContaining({ slot: 'product.shelf_life', value: '12个月', count: 2, chats: ['e', 'f'] }),
  )
})

test('a question becomes a draft that says where it comes from; one without a reply becomes none', () => {
  const [first] = mined(CHATS).questions
  const draft = draftOf(first!, 'zh')
  expect(draft).toMatchObject({ op: 'put', status: 'draft', script: { intents: ['courier_choice.which'] } })
  expect(draft!.script!.note).toContain('a, b')
  expect(draftOf({ ...first!, replies: [] }, 'zh')).toBeUndefined()
})

test('a line called like a property of every object is a line', () => {
  const { questions } = mined([
    chat('a', 'constructor 发什么快递', 'constructor'),
    chat('b', 'constructor 发什么快递', 'constructor'),
  ])
  expect(questions[0]).toMatchObject({ count: 2 })
})

test('the order of the chats changes nothing', () => {
  const expected = mined(CHATS)
  fc.assert(
    fc.property(fc.shuffledSubarray([...CHATS], { minLength: CHATS.length }), (shuffled) => {
      expect(mined(shuffled)).toEqual(expected)
    }),
  )
})

test('planted questions are found again among noise, whatever is put around them', () => {
  const planted = ['发什么快递', '新疆包邮吗', '今天下单什么时候发货', '坚果保质期多久', '可以开专票发票吗']
  const around = (text: string, i: number) =>
    `${['', '亲', '请问', '你好'][i % 4]}${text}${['', '呢', '呀', '？', '~'][i % 5]}`
  const chats = planted.flatMap((text, p) =>
    Array.from({ length: 20 }, (_, i) => chat(`${p}-${i}`, around(text, i), '稍等', `嗯${i}`, '在的')),
  )
  const { questions } = mined(chats)
  const found = planted.filter((text) =>
    questions.some((one) => one.text.includes(text.slice(-4)) && one.count === 20 && one.topic === topicOf(text)),
  )
  expect(found.length / planted.length).toBeGreaterThanOrEqual(0.95)
})

test('no phone, address or name comes out, nor a name that is said again without a mark', () => {
  const secret = ['13812345678', '王小明', '文三路', '小鱼儿爱逛街']
  const talk: MinedChat = {
    ...chat(
      'x',
      '发什么快递，收件人：王小明，电话13812345678，浙江省杭州市西湖区文三路478号',
      '王小明您好，默认发圆通快递，发到文三路478号',
      '小鱼儿爱逛街问什么时候发货',
      '小鱼儿爱逛街您好，48小时内发货',
    ),
    names: ['小鱼儿爱逛街'],
  }
  const tally = emptyTally()
  addChat(tally, talk, DEPS)
  const out = JSON.stringify(tally) + reportMined(mine(tally, DEPS, { questions: 50, least: 1 }))
  for (const one of secret) expect(out).not.toContain(one)
})
