import { describe, expect, test } from 'vitest'
import { examples, levelOf } from '../shipped-guard.ts'

const two = '钢笔能用碳素墨水吗？另外什么快递'
describe('R53', () => {
  test.each([
    [two, '亲，我们发中通的哦'],
    ['发什么快递，邮费多少', '发中通的'],
    ['折叠床承重多少斤', '这款有三种颜色呢'],
    ['保质期到哪天', '谢谢您喜欢我们店'],
  ])('%s: %s', (waiting, text) => {
    expect(levelOf('R53', text, { waiting })).toBeDefined()
  })
  test.each([
    [two, '可以用碳素墨水，发的是中通'],
    [two, '稍等，我核实下墨水'],
    ['发什么快递', '发中通的'],
    ['发什么快递，邮费多少', '发中通，包邮的'],
    ['保质期到哪天', '保质期12个月'],
    ['好的', '发中通的'],
    ['发什么快递', '稍等哈我帮您问问快递那边'],
    ['这块退运费要不要重新拍', '优惠券不能折现哦'],
    ['日期要好点的', '活动价就是这个'],
    ['保质期到哪天', '请问您看的是哪一款'],
  ])('lets pass %s: %s', (waiting, text) => {
    expect(levelOf('R53', text, { waiting })).toBeUndefined()
  })
})
examples(
  'R54',
  {
    zh: {
      hits: ['这个比那个好', '那个是玻璃的', '您就选这个吧'],
      harmless: ['保温杯比焖烧壶好', '这个颜色有货', '这款是玻璃的', '那个时候再联系您'],
    },
  },
  { spoken: 3 },
)
test('R54: with one product it is clear', () => {
  expect(levelOf('R54', '这个有货', { spoken: 1 })).toBeUndefined()
})
const goods = { asked: ['product_info.quality'], waiting: '怎么样' }
examples(
  'R55',
  {
    zh: {
      hits: ['面料是莫代尔，有螺纹收口', '用的是三合钢'],
      harmless: ['面料是莫代尔，贴身穿很舒服', '三合钢的，锋利好打理', '您想了解面料吗', '稍等'],
    },
    en: { hits: ['It is made of cotton'], harmless: ['It is made of cotton, soft and breathable'] },
    ko: { hits: ['소재는 린넨이에요'], harmless: ['소재는 린넨이라 시원해요'] },
  },
  goods,
)
examples(
  'R56',
  {
    zh: {
      hits: ['双层的，口径比较大一些'],
      harmless: ['双层的，不烫手', '双层的，您平时装热水多吗', '双层的，喜欢可以直接下单', '是的'],
    },
  },
  goods,
)
