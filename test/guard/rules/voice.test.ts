import { expect, test } from 'vitest'
import { examples, levelOf } from '../shipped-guard.ts'

examples('R23', {
  zh: {
    hits: ['我看了下，我觉得还行', '我查一下，我查完我再说'],
    harmless: ['我帮您查一下', '我们看了下，我们觉得可以', '我帮您看看，您稍等，我马上回您', '我国标准', '自我介绍'],
  },
})
examples(
  'R24',
  {
    zh: {
      hits: ['我检查过的，我发之前都看了'],
      harmless: ['我们一起看看是哪里的问题', '我来帮您看', '我们发之前看过，我再核对一下'],
    },
  },
  { mood: 'angry' },
)
examples('R43', {
  zh: {
    hits: ['好哒哟呢亲这款真的好看啦呀哦', '已查询。已登记。请等待。'],
    harmless: ['好的呢，这款有货哦', '在的呢亲，这款棉的哦，夏天穿很透气，洗也方便哈', '已帮您登记。'],
  },
})
examples(
  'R44',
  {
    zh: { hits: ['宝子冲就完了', '么么哒马上发您'], harmless: ['规格参数马上整理给您', '好的，明白您的要求'] },
  },
  { register: 'formal' },
)
examples('R45', {
  zh: {
    hits: ['偶们家有的', '亲表急哦', '木有问题', '这款yyds', '酱紫就可以', '东东收到了吗'],
    harmless: ['我们家有的', '厚度是5mm', '东东枪', '东西收到了吗', '没有问题', '88元'],
  },
  en: {
    hits: ['thx for waiting lol', "we're gonna send it"],
    harmless: ['Thanks for waiting', 'We are going to send it'],
  },
  ko: { hits: ['네 ㅋㅋ 있어요', '갓성비 상품이에요'], harmless: ['네, 있습니다', '성비가 고른 디자인'] },
})
examples(
  'R46',
  {
    zh: {
      hits: ['宝宝辣么可爱，小jiojio要穿香香的袜袜', '哇塞崽崽快买买买啦啦啦'],
      harmless: ['宝宝袜口是松的，不勒脚', '三个月的宝宝建议选0到6月码，您参考', '好哒，帮您看看'],
    },
  },
  { waiting: '宝宝三个月能穿吗' },
)
examples('R47', {
  zh: {
    hits: ['亲，您看看这款，美女，喜欢吗', '小主，给您看看，亲，喜欢哪款'],
    harmless: ['亲，您好，亲看中哪款了', '宝贝已经发出了，亲', '亲，老板娘自己做的', '美女，您好'],
  },
})
test('R45: slang answers slang, and the fix is the plain word', () => {
  expect(levelOf('R45', '木有问题', { register: 'slangy' })).toBeUndefined()
})
