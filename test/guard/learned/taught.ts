import { type Examples, learnRules } from '../../../src/guard/index.ts'

const THINGS = ['衣服', '鞋子', '水果', '杯子', '灯', '锅', '书', '毛巾']

/** Lines that say of many things that the shopper broke them, and lines that ask kindly. */
export const blameExamples: Examples = {
  rule: 'R37',
  breaks: THINGS.flatMap((thing) => [`${thing}是您弄坏的吧`, `您把${thing}弄坏了怪谁呢`]),
  keeps: THINGS.flatMap((thing) => [`${thing}哪里坏了,拍个照给我看看`, `${thing}坏了给您换新的`]),
}

export const model = learnRules(
  [blameExamples, { rule: 'none', breaks: [], keeps: ['好的', '有货的', '稍等哈', '今天发', '您要哪个颜色'] }],
  ['您好，{{you}}的订单已经收到。今天就给您安排！', '这款是纯棉的'],
)
