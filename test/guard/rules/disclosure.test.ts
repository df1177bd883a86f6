import { describe, expect, test } from 'vitest'
import { examples, factsOf, levelOf } from '../shipped-guard.ts'

examples(
  'R08',
  {
    zh: {
      hits: ['质量跟正价一模一样，您放心拍', '有货的亲', '没什么，特价而已'],
      harmless: [
        '这款袖口有一处线头，其他都好',
        '有轻微瑕疵，不影响穿',
        '袖口线头没剪净，价格才实惠',
        '外盒有点旧，里面是新的',
      ],
    },
    en: { hits: ['It is the same as the others'], harmless: ['One cuff has a small mark, the rest is fine'] },
    ko: { hits: ['다른 상품과 똑같아요'], harmless: ['소매에 작은 얼룩이 있어요'] },
  },
  { asked: ['product_info.flaw'], facts: factsOf({ 'product.flaw': '袖口线头没剪净' }) },
)
test('R08 stays silent without a known flaw or a question about it', () => {
  expect(levelOf('R08', '有货的亲', { asked: ['stock_availability.check'] })).toBeUndefined()
  expect(
    levelOf('R08', '明天发货', { asked: ['shipping_time.dispatch'], facts: factsOf({ 'product.flaw': '线头' }) }),
  ).toBeUndefined()
})
examples(
  'R09',
  {
    zh: {
      hits: ['坐着舒服，颜色也百搭，就是扶手有道划痕', '质量很好，耐用，不过有一点小瑕疵'],
      harmless: ['扶手有道划痕，坐着很舒服', '有一处线头，其他都结实', '坐着舒服，颜色百搭'],
    },
  },
  { waiting: '这把有什么问题吗' },
)
examples(
  'R10',
  {
    zh: {
      hits: ['都是实拍图，一个样', '是的亲，自己拍的呢', '跟图片一致的'],
      harmless: [
        '实拍的，光线不同会有一点色差',
        '我帮您核实一下',
        '不同屏幕显示会略有偏差，实物一致',
        '您是问哪一款呢',
      ],
    },
    en: {
      hits: ['Yes, the photos are real, exactly the same'],
      harmless: ['Real photos, the colour may differ a little on your screen'],
    },
    ko: { hits: ['실물 사진이에요'], harmless: ['실물 사진이고 모니터에 따라 색상 차이가 있을 수 있어요'] },
  },
  { waiting: '实物跟照片一样吗' },
)
examples(
  'R11',
  {
    zh: {
      hits: ['扔洗衣机就行', '好洗的呢', '可以机洗，跟其他一起也行'],
      harmless: ['第一次单独洗，可能有点浮色', '深色的别浸泡，反面晾', '冷水洗，和浅色分开', '我查一下水洗标'],
    },
    en: { hits: ['Machine wash is fine'], harmless: ['Wash it separately the first times'] },
    ko: { hits: ['세탁기로 세탁하시면 돼요'], harmless: ['처음에는 단독 세탁해 주세요'] },
  },
  { waiting: '黑色这条怎么洗', facts: factsOf({ 'product.dark': 'yes' }) },
)
test('R11 is about dark colours', () => {
  expect(levelOf('R11', '扔洗衣机就行', { waiting: '白色这条怎么洗' })).toBeUndefined()
})
examples(
  'R12',
  {
    zh: {
      hits: ['您穿L码', '按平时穿的拍'],
      harmless: ['这款偏小一码，您穿L码', '建议拍大一码，参考下', '您身高体重多少呢', '有货的亲'],
    },
    en: { hits: ['Take an L'], harmless: ['It runs small, so size up to L'] },
    ko: { hits: ['L 사이즈 하시면 됩니다'], harmless: ['작게 나와서 L 사이즈가 좋아요'] },
  },
  { asked: ['size_fit.recommend'], facts: factsOf({ 'product.fit_bias': -1 }) },
)

describe('a script on offer is judged as a whole', () => {
  test('only by rules that the lead has raised', () => {
    expect(levelOf('R10', '实拍的，一样', { waiting: '实物跟照片一样吗' })).toBe('warn')
    const onOffer = { waiting: '实物跟照片一样吗', kind: 'fill' } as const
    expect(levelOf('R10', '实拍的，一样', onOffer)).toBeUndefined()
    const settings = { raise: { R10: 'warn' as const }, allow: [] }
    expect(levelOf('R10', '实拍的，一样', { ...onOffer, settings })).toBe('warn')
    expect(levelOf('R10', '实拍的，一样', { waiting: '实物跟照片一样吗', kind: 'script' })).toBeUndefined()
  })
})
