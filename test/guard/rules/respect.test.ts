import { expect, test } from 'vitest'
import { examples, levelOf } from '../shipped-guard.ts'

examples('R35', {
  zh: {
    hits: ['买不起就算了', '嫌贵别买', '爱买不买', '自己看详情', '问那么多干嘛', '随便你', '您傻吗'],
    harmless: [
      '随便您挑',
      '您自己看中的最好',
      '不会让您瞎等',
      '便宜没好货的顾虑很正常',
      '看不清可以放大',
      '自己看着喜欢就好',
    ],
  },
  en: {
    hits: ["If you can't afford it, leave", 'Look for yourself'],
    harmless: ['Let me look it up for you', 'It is affordable'],
  },
  ko: {
    hits: ['비싸면 사지 마세요', '직접 찾아 보세요'],
    harmless: ['직접 만든 상품입니다', '가격이 부담되시면 말씀해 주세요'],
  },
})
examples('R37', {
  zh: {
    hits: ['您没看清吧', '自己没注意', '描述里写了', '怪您', '是您的问题', '谁让您不看', '详情都写得很清楚'],
    harmless: [
      '难怪您担心',
      '您的问题我看到了',
      '不怪您',
      '不是您的错',
      '您没看到也没关系',
      '描述一下问题好吗',
      '免得您拍错',
    ],
  },
  en: {
    hits: ["You didn't read the page", 'That is your own fault'],
    harmless: ["It's not your fault", 'Did you read about our tea?'],
  },
  ko: { hits: ['제대로 안 보셨네요', '고객님 잘못입니다'], harmless: ['고객님 잘못이 아닙니다', '잘 보셨습니다'] },
})
examples('R42', {
  zh: {
    hits: ['说过了', '刚才说了呀', '都说了没有', '不是告诉您了吗', '还问', '问了多少遍了', '急什么'],
    harmless: ['您说过的尺码是M', '您想问什么呢', '刚才您说的颜色有货', '如刚才说的', '请问还需要什么', '说明书里有'],
  },
  en: {
    hits: ['I already told you', 'How many times do I have to say'],
    harmless: ['You already told me your size', 'Let me tell you more'],
  },
  ko: {
    hits: ['이미 말씀드렸습니다', '몇 번을 말해요'],
    harmless: ['말씀해 주신 사이즈로 볼게요', '다시 안내해 드릴게요'],
  },
})
examples('R51', {
  zh: {
    hits: ['讲不讲理啊', '有完没完', '无语', '好走不送', '懒得跟您说', '随您投诉', '莫名其妙', '您到底要什么？！'],
    harmless: [
      '懒得打理可以选免烫款',
      '滚边设计',
      '老板说了这次不送',
      '谢谢您！',
      '欢迎光临！！',
      '省了不少来回',
      '您可以联系售后处理投诉',
    ],
  },
  en: { hits: ['Whatever.', 'Go ahead and complain'], harmless: ['Choose whatever you like', 'Thank you!'] },
  ko: {
    hits: ['신고하세요', '마음대로 하세요'],
    harmless: ['마음에 드셨으면 좋겠어요', '신고 절차를 안내해 드릴게요'],
  },
})
examples('R81', {
  zh: {
    hits: ['不可能', '不可能的事', '我们没问题', '不是我们的错', '跟我们没关系', '绝不会发错'],
    harmless: ['有可能是光线', '可能要等一下', '没问题的亲', '我们一起看看', '这是我们的疏忽', '可能不太合适'],
  },
  en: { hits: ["That's impossible", 'Not our fault'], harmless: ['It is possible', 'It may be our fault'] },
  ko: {
    hits: ['그럴 리 없습니다', '저희는 문제 없습니다'],
    harmless: ['그럴 수 있습니다', '저희가 확인해 보겠습니다'],
  },
})

test('R51: repeated exclamation marks are anger only towards an angry shopper', () => {
  expect(levelOf('R51', '这边马上看！！', { mood: 'angry' })).toBe('warn')
  expect(levelOf('R51', '这边马上看！！', { mood: 'happy' })).toBeUndefined()
})
