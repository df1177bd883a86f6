import { describe, expect, test } from 'vitest'
import { examples, factsOf, levelOf } from '../shipped-guard.ts'

const greeted = { first: true, waiting: '在吗', facts: factsOf({ shop: '小满杂货', agent: '米娅' }) }

examples(
  'R26',
  {
    zh: {
      hits: ['您好，请问想了解哪款', '您说，想买什么'],
      harmless: ['您好😊请问想了解哪款', '您好/:^_^请问想看什么', '在的'],
    },
  },
  greeted,
)
examples(
  'R28',
  {
    zh: {
      hits: ['亲，欢迎光临😊想看点什么呢', '您好，请问想了解哪款'],
      harmless: ['您好，小满杂货米娅，想看点什么', '您好，我是客服小王', '欢迎光临小满杂货', '在的'],
    },
    en: { hits: ['Hello, what can I do for you?'], harmless: ['Hello, this is Mia, what can I do for you?'] },
    ko: { hits: ['안녕하세요, 무엇을 도와드릴까요?'], harmless: ['안녕하세요, 상담원 미아입니다'] },
  },
  greeted,
)
examples(
  'R29',
  {
    zh: {
      hits: ['你好', '在的', '喂？', '亲', '您好呀'],
      harmless: ['您好，有什么可以帮您', '在的，您请说', '你好看的这款有货'],
    },
    en: { hits: ['Hi', 'Hello'], harmless: ['Hello, how can I help?'] },
    ko: { hits: ['안녕하세요'], harmless: ['안녕하세요, 무엇을 도와드릴까요'] },
  },
  greeted,
)

describe('only the first reply opens a talk', () => {
  test.each(['R26', 'R28', 'R29'])('%s', (rule) => {
    expect(levelOf(rule, '在的呢', { ...greeted, first: false })).toBeUndefined()
    expect(levelOf(rule, '在的呢')).toBeUndefined()
  })
})

examples(
  'R50',
  {
    zh: {
      hits: ['说吧，什么问题', '售后在，有单号吗', '哪里有问题'],
      harmless: ['抱歉让您费心，是哪里不对呢', '别着急，您说说情况', '我们来帮您处理，麻烦拍张照'],
    },
    en: { hits: ["What's wrong with it"], harmless: ['Sorry about that, what happened?'] },
    ko: { hits: ['뭐가 문제예요'], harmless: ['불편을 드려 죄송합니다, 어떤 점이 문제인가요'] },
  },
  { first: true, waiting: '我买的锅有点问题', asked: ['quality_issue.open'] },
)
test('R50: who only names a flavour has not complained', () => {
  const asked = ['quality_issue.open']
  expect(levelOf('R50', '焦糖味的还要等几天', { first: true, waiting: '焦糖味', asked })).toBeUndefined()
  expect(levelOf('R50', '还要等几天', { first: true, waiting: '等一周了还没收到', asked })).toBe('warn')
})
