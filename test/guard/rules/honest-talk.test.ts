import { describe, expect, test } from 'vitest'
import { examples, factsOf, levelOf } from '../shipped-guard.ts'

examples('R17', {
  zh: {
    hits: [
      '应该防水的吧',
      '我猜是铜的',
      '好像是纯棉的',
      '不太清楚，应该能用',
      '不清楚，不过能机洗',
      '大概可以装下吧',
      '我感觉没事',
      '反正应该都一样',
    ],
    harmless: [
      '不清楚的我帮您核实下',
      '应该明天能到吧',
      '您觉得可以吗',
      '不敢随便猜，我问下仓库',
      '估计后天发货吧',
      '这款是纯棉的',
      '没拆过就可以退',
      '什么时候上新还不确定，可以先收藏店铺',
    ],
  },
  en: {
    hits: ["I guess it's cotton", 'Not sure, but it should fit'],
    harmless: ['It is cotton', 'I am not sure, let me check'],
  },
  ko: { hits: ['아마 면일 거예요', '잘 모르지만 될 것 같아요'], harmless: ['면 소재예요', '확인해 보고 말씀드릴게요'] },
})
examples('R18', {
  zh: {
    hits: [
      '别家都是假货',
      '隔壁那家质量很差',
      '外面便宜的那种都是垃圾料',
      '他们家偷工减料',
      '同行都是忽悠人',
      '别去他家买',
    ],
    harmless: [
      '别家的情况我们不便评价',
      '其他店我不清楚，咱家是纯棉的',
      '市面上有很多款，您多比比',
      '您家里有假牙清洁片吗',
      '他们家发货也快',
      '外面下雨了',
    ],
  },
  en: {
    hits: ['Other shops sell fakes', 'Their stuff is garbage'],
    harmless: ["I can't comment on other shops", 'Other shops may have it too'],
  },
  ko: {
    hits: ['다른 가게는 다 짝퉁이에요', '그 집은 사기예요'],
    harmless: ['다른 가게는 잘 모르겠어요', '그 집 상품은 안 봤어요'],
  },
})
examples('R20', {
  zh: {
    hits: ['我要开会去了', '家里停电了，先这样', '老板喊我吃饭', '我临时有事，先走', '手机快没电了', '电脑要关了'],
    harmless: [
      '还有顾客在等，您有问题随时留言',
      '我们晚上十一点下班',
      '您先去忙',
      '您有事先忙',
      '老板说可以的',
      '快没电时会提示充电',
    ],
  },
  en: {
    hits: ['Sorry, I have to go now', 'Something just came up'],
    harmless: ['Other shoppers are waiting, write any time', 'You can go to the page'],
  },
  ko: {
    hits: ['급한 일이 생겨서 먼저 가요', '배터리가 없어서요'],
    harmless: ['다른 고객님이 기다리고 계세요', '배터리는 포함이에요'],
  },
})
examples('R58', {
  zh: {
    hits: ['店里爆款', '卖疯了', '很多人都在买', '宝妈们都回购', '都夸好用', '口碑非常好'],
    harmless: ['很多顾客会问这个问题', '不算爆款', '您可以看看评价', '很多颜色可选', '大家都一样的价', '卖得完就补货'],
  },
  en: { hits: ['Everyone loves it', 'It is our bestseller'], harmless: ['Everyone pays the same', 'I love it too'] },
  ko: { hits: ['불티나게 팔려요', '다들 구매하세요'], harmless: ['많이 문의하세요', '구매 감사합니다'] },
})
examples('R73', {
  zh: {
    hits: ['成本也就三十多', '我们从义乌拿的货', '利润才五块', '进价凭什么告诉您', '打听这个干嘛', '无可奉告'],
    harmless: [
      '我们利润很薄的',
      '成本比较高，谢谢理解',
      '这个不方便透露，帮您看看款式',
      '快递成本高一些',
      '供货稳定',
      '从宁波发货',
      '杯盖是和一家厂家联名做的',
      '外盒就是进货时的样子',
    ],
  },
  en: {
    hits: ['Our cost is $12', 'None of your business'],
    harmless: ['The cost of shipping is ¥10', 'Our margin is small'],
  },
  ko: {
    hits: ['원가는 약 3000원', '왜 알려 드려야 하죠'],
    harmless: ['원가는 말씀드리기 어려워요', '공장 직영이에요'],
  },
})
examples('R90', {
  zh: {
    hits: ['详情页里都有呀', '您看下详情就知道', '自己翻翻尺寸图', '页面上写着呢', '您点进去看参数栏'],
    harmless: [
      '衣长是62cm，详情页也有',
      '订单详情里可以改',
      '以退货页面为准',
      '页面没写，我帮您问',
      '售后页面点申请',
      '帮您看下参数',
    ],
  },
  en: {
    hits: ["It's all on the page", 'Please read the description'],
    harmless: ['See the order page', 'It is 62 cm long, see the size chart'],
  },
  ko: {
    hits: ['상세페이지에 다 있어요', '상품 설명을 확인하세요'],
    harmless: ['주문 페이지에서 바꿀 수 있어요', '62cm예요, 상세페이지에도 있어요'],
  },
})
examples('R123', {
  zh: {
    hits: ['平时从来不打折的', '全年仅此一次', '就今天这个价', '以后不会再有了', '过了这村没这店'],
    harmless: ['平时有活动会通知您', '不止一次的机会', '今天发货', '以后不会再有货就通知您', '平时穿M码'],
  },
  en: { hits: ["It's never this cheap", 'Once a year'], harmless: ['It never fades quickly', 'Twice a year'] },
  ko: {
    hits: ['평소엔 이 가격 없어요', '일 년에 딱 한 번'],
    harmless: ['평소 사이즈 알려 주세요', '한 번 더 확인할게요'],
  },
})

describe('what the store knows', () => {
  test('R58: sales figures bear it out', () => {
    expect(levelOf('R58', '店里爆款', { facts: factsOf({ 'product.proof': '已售3200件' }) })).toBeUndefined()
  })
  test('R123: no promotion runs', () => {
    expect(levelOf('R123', '全年仅此一次', { facts: factsOf({ 'promo.state': 'off' }) })).toBe('block')
  })
  test('R17: a guess weighs more where a fact was asked for', () => {
    expect(levelOf('R17', '应该是棉的吧', { waiting: '是纯棉的吗' })).toBe('warn')
    expect(levelOf('R17', '应该是棉的吧', { waiting: '好的' })).toBe('hint')
  })
  test('R90: the fact beside the page is an answer', () => {
    expect(levelOf('R90', '衣长62cm，详情页有')).toBeUndefined()
    expect(levelOf('R90', '详情页有写的，找不到我截图给您')).toBe('hint')
  })
})
