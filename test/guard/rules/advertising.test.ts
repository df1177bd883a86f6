import { expect, test } from 'vitest'
import { draft, examples, guard } from '../shipped-guard.ts'

examples('R07', {
  zh: {
    hits: [
      '这款是最好的',
      '全网最低价',
      '销量第一',
      '国家级品质',
      '顶级面料',
      '独一无二的设计',
      '史无前例的活动',
      '再不抢就没了',
      '穿着最舒服了',
      '非常非常好看特别软',
    ],
    harmless: [
      '最后一天发货',
      '第一次买可以看尺码表',
      '最近比较忙',
      '最多发两件',
      '最晚后天',
      '我第一时间联系您',
      '首次下单有券',
      '您最好用冷水洗',
      '最好先量一下',
      '唯一的区别是颜色',
      '最便宜的快递是中通',
      '冷藏二十分钟最佳',
      '请在最佳赏味期内吃完',
      'XXL有货的',
    ],
  },
  en: {
    hits: ['The best quality on the market', 'It is the cheapest', 'World-class fabric'],
    harmless: ['It is best to wash it cold', 'We will do our best to help', 'Which one suits you best'],
  },
  ko: { hits: ['최저가입니다', '세계 최고 품질이에요'], harmless: ['최선을 다하겠습니다', '최저 기온이 내려가요'] },
})

test('a superlative ends where its word ends', () => {
  const [found] = guard.check('手感最棒了呀', draft).warnings
  expect(found).toMatchObject({ rule: 'R07', start: 0, end: 4 })
})
