import { expect, test } from 'vitest'
import { examples, factsOf, levelOf } from '../shipped-guard.ts'

examples('R57', {
  zh: {
    hits: ['您眼光真好，真有品味', '眼光太好了，您太会挑了'],
    harmless: ['您眼光真好', '这款品味独特', '您挑的这款卖点是轻'],
  },
})
test('R57: praise that was said before', () => {
  const earlier = [{ text: '您眼光真好', changedSince: new Set<string>() }]
  expect(levelOf('R57', '您眼光不错', { earlier })).toBe('hint')
})
examples(
  'R65',
  {
    zh: {
      hits: ['推荐您拍这款', '建议您选B套餐哦', '拍这个就对了'],
      harmless: ['推荐这款，控油效果比较好', '建议选B，性价比高', '您平时用哪种呢', '我看下再给您推荐', '不推荐混用'],
    },
    en: { hits: ['I recommend set B'], harmless: ['I recommend set B because it has more'] },
    ko: { hits: ['B 추천드려요'], harmless: ['B가 인기가 많아서 추천드려요'] },
  },
  { waiting: '有什么推荐', asked: ['recommendation.style'] },
)
examples(
  'R62',
  {
    zh: {
      hits: ['您先看这款，不喜欢再说，我再给您换一个', '看看七号，不行我再找'],
      harmless: ['给您三款：轻便的、保暖的、送礼的', '不喜欢可以退', '看看七号和八号'],
    },
  },
  { waiting: '推荐点零食' },
)
examples(
  'R64',
  {
    zh: {
      hits: ['送这个！拍就完事了', '拿这套茶具就对了', '推荐这款'],
      harmless: ['是送给谁的呢', '您预算多少', '好的，帮您想想', '请问您平时喜欢什么'],
    },
  },
  { waiting: '不知道买啥' },
)
examples(
  'R63',
  {
    zh: {
      hits: ['建议您上顶配', '推荐这款，699元', '贵八百但是气派'],
      harmless: ['推荐这款，459元', '这款够用了', '699元的不用看'],
    },
  },
  { facts: factsOf({ budget: 500 }), waiting: '预算五百' },
)
