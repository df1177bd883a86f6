import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addChat,
  draftsOf,
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
  topicsOf: (text) => [topicOf(text)],
  answer: (question) => (question.includes('快递') ? '默认发中通' : undefined),
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
  expect(questions[0]).toMatchObject({ topic: 'courier_choice.which', count: 3, share: 0.5, answer: '默认发中通' })
  expect(questions[0]!.replies).toMatchObject([{ count: 2, chats: ['a', 'b'] }])
  expect(questions[0]!.replies[0]!.text).toContain('{{shipping.courier}}')
  expect(questions.find(({ topic }) => topic === 'invoice.request')).toMatchObject({ answer: undefined })
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
  const { questions } = mined(CHATS)
  const [draft] = draftsOf(questions, 'zh', () => 'courier')
  expect(draft).toMatchObject({
    op: 'put',
    status: 'draft',
    script: { intents: ['courier_choice.which'], category: 'courier' },
  })
  expect(draft!.script!.note).toContain('a, b')
  expect(draftsOf([{ ...questions[0]!, replies: [], draft: undefined }], 'zh', () => undefined)).toEqual([])
})

test('questions with the same best reply are one draft', () => {
  const told = '下单后48小时内发货哦'
  const { questions } = mined([
    chat('a', '今天发货吗', told),
    chat('b', '什么时候能把东西发货', told),
    chat('c', '几号发货呀', told),
  ])
  expect(questions).toHaveLength(3)
  expect(questions.map(({ replies }) => replies[0]?.text)).toEqual(Array(3).fill('下单后{{shipping.dispatch}}发货哦'))
  const [draft, ...others] = draftsOf(questions, 'zh', () => undefined)
  expect(others).toEqual([])
  expect(draft!.script!.note).toContain('几号发货呀')
})

test('a reply to one wording is proposed for another of the same topic that it takes up', () => {
  const { questions } = mined([
    chat('a', '可以开发票吗', '发票随货寄出，抬头请备注在订单里'),
    chat('b', '有没有纸质的普通发票', '稍等'),
  ])
  const other = questions.find(({ text }) => text.includes('纸质'))
  expect(other?.replies[0]?.text).toContain('发票随货寄出')
})

test('of what an agent writes, what comes with every answer is left off', () => {
  const { questions } = mined([
    chat('a', '保质期多久', '坚果的保质期是12个月哦亲请核对一下收货地址哦'),
    chat('b', '保质期多久', '坚果的保质期是8个月哦'),
  ])
  expect(questions[0]!.replies).toMatchObject([{ text: '坚果的保质期是{{product.shelf_life}}哦', count: 2 }])
})

test.each([
  ['yes to a courier that was asked about', '发什么快递，能发申通快递吗', '申通快递可以发的哦，备注一下就行'],
  ['two goods told apart', '保质期多久', '第一款保质期12个月，另外那款保质期是6个月'],
  ['one order', '什么时候发货', '单号123456789已经发货了，晚点能查到的'],
])('what is true of one talk only is not proposed: %s', (_, question, reply) => {
  const { questions } = mined([chat('a', question, reply), chat('b', question, reply)])
  expect(questions[0]!.replies).toEqual([])
})

test('the page shows each question with its drafts and with what the library answers', () => {
  const tally = emptyTally()
  for (const one of CHATS) addChat(tally, one, DEPS)
  const result = mine(tally, DEPS, { questions: 50, least: 1 })
  const [, first] = reportMined(result).split('\n### ')
  expect(first).toContain('发什么快递')
  expect(first).toContain(`mined.${result.questions[0]!.draft}`)
  expect(first).toContain('The library answers: 默认发中通')
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
