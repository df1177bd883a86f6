import { describe, expect, test } from 'vitest'
import { examples, factsOf, levelOf } from '../shipped-guard.ts'

const size = { waiting: '我该拍哪个码', asked: ['size_fit.recommend'] }
examples(
  'R59',
  {
    zh: {
      hits: ['您按平时穿的拍就可以', '拍M吧', '穿L码'],
      harmless: ['您身高体重多少呢', '稍等我看下尺码表', '告诉我身高体重，给您看看', '有货的'],
    },
    en: { hits: ['Take an M'], harmless: ['Could you tell me your height and weight?'] },
    ko: { hits: ['M 사이즈로 하세요'], harmless: ['키와 몸무게를 알려 주세요'] },
  },
  size,
)
examples(
  'R60',
  {
    zh: {
      hits: ['拍M吧，一般都是M', '38码一准合脚', '就穿90的', '闭着眼拍'],
      harmless: ['您身高体重报一下', '尺码表我发您', '有S到XL', '价格是90元'],
    },
    en: { hits: ['I recommend an M'], harmless: ['What is your usual height and weight?'] },
    ko: { hits: ['L 사이즈 추천드려요'], harmless: ['키를 알려 주세요'] },
  },
  size,
)
describe('measures make a size', () => {
  test.each(['R59', 'R60'])('%s', (rule) => {
    expect(levelOf(rule, '您穿M码', { ...size, waiting: '165，110斤穿什么码' })).toBeUndefined()
    expect(levelOf(rule, '您穿M码', { ...size, facts: factsOf({ height: 165 }) })).toBeUndefined()
  })
})
examples(
  'R61',
  {
    zh: {
      hits: ['您穿L，别选别的', '咖色显老，您必须买燕麦色', '推荐您拍L码'],
      harmless: [
        '建议L码，供您参考',
        '推荐L，最后看您喜好',
        '按数据L合适，您来定',
        '您喜欢宽松还是修身呢',
        '那您拍错了哦',
      ],
    },
    en: { hits: ['I recommend an L'], harmless: ['I recommend an L, but it is up to you'] },
    ko: { hits: ['L 사이즈 추천드려요'], harmless: ['L 사이즈 추천드리지만 취향에 따라 고르세요'] },
  },
  { waiting: '165，110斤选什么码' },
)
describe('R66', () => {
  test.each([
    ['我对乳胶过敏，这款乳胶枕可以吗', '可以的，您拍吧'],
    ['怀孕六个月，这双好看', '可以的呢，这双高跟8公分，下单吧'],
  ])('%s: %s', (waiting, text) => {
    expect(levelOf('R66', text, { waiting })).toBe('warn')
  })
  test.each([
    ['我对乳胶过敏，这款乳胶枕可以吗', '乳胶过敏的话不建议，可以看看荞麦枕'],
    ['怀孕六个月，平底的有吗', '可以的，有平底的'],
    ['这款枕头可以吗', '可以的，您拍吧'],
  ])('lets pass %s: %s', (waiting, text) => {
    expect(levelOf('R66', text, { waiting })).toBeUndefined()
  })
  test('a size that is too small', () => {
    expect(levelOf('R66', '可以的，您拍吧', { facts: factsOf({ 'size.asked': 'small' }) })).toBe('warn')
    expect(levelOf('R66', '可以的，您拍吧', { facts: factsOf({ 'size.asked': 'fits' }) })).toBeUndefined()
    expect(levelOf('R66', '这码偏小，建议L', { facts: factsOf({ 'size.asked': 'small' }) })).toBeUndefined()
  })
})
