import { describe, expect, test } from 'vitest'
import { draft, examples, factsOf, guard, levelOf } from '../shipped-guard.ts'

examples('R01', {
  zh: {
    hits: [
      '亲，保证不掉色',
      '绝对正品，放心拍',
      '肯定能穿的',
      '我们一定给您处理好',
      '百分百新货',
      '包您满意哦',
      '这瓶包好用的',
      '这个永远不会坏',
      '一点都不会起球',
    ],
    harmless: [
      '尺码不一定准',
      '会有一定程度的色差',
      '面料100%纯棉',
      '这个不能保证哦',
      '统一定制的包装',
      '颜色一模一样可保证不了',
      '给您捎三包过去',
      '两小包过年吃正好',
      '甜的呀那肯定的',
      '谢谢您的肯定和支持',
      '为了保证新鲜，低温寄出',
      '您一定要看好尺码再拍',
      '取绝对值就行',
      '一直有货的哦',
      '没有问题的亲',
    ],
  },
  en: {
    hits: ['We guarantee it will fit', 'It will definitely arrive soon', 'This is 100% safe'],
    harmless: ["We can't guarantee the exact shade", 'The shirt is 100% cotton', 'As promised, here is the link'],
  },
  ko: {
    hits: ['무조건 만족하실 거예요', '확실히 도착합니다', '100% 정품 보장합니다'],
    harmless: ['색상은 보장이 어렵습니다', '소재는 100% 면입니다', '절대로 건조기에 넣지 마세요'],
  },
})
examples('R02', {
  zh: {
    hits: ['用了7天见效', '一个月瘦十斤', '三天变白', '立竿见影的效果', '这个能根治', '两周就看到效果'],
    harmless: ['这件很显瘦', '3天内发货', '我们不承诺几天见效', '效果因人而异哦', '修身版型偏瘦', '一周内可以退'],
  },
  en: {
    hits: ['You will lose 5 kg', 'Visible results in 7 days'],
    harmless: ['Results differ from person to person', 'Returns within 7 days'],
  },
  ko: {
    hits: ['7일 만에 미백됩니다', '3kg 감량 가능해요'],
    harmless: ['효과는 개인차가 있습니다', '7일 이내 반품 가능합니다'],
  },
})
examples('R03', {
  zh: {
    hits: [
      '明天就能到',
      '明后天送到',
      '后天到',
      '3天内送达',
      '周五收到',
      '11月25日到货',
      '次日达不了但第二天到',
      '快递绝对不会丢',
    ],
    harmless: [
      '一般3天左右到',
      '预计明天送达',
      '大概后天能到',
      '明天到期了',
      '今天能不能到要看快递',
      '3号到5号上班',
      '没法保证哪天到',
      '最晚后天联系您',
      '快的话周五能到',
    ],
  },
  en: {
    hits: ['It will arrive tomorrow', 'You will get it within 3 days'],
    harmless: ['It usually arrives within 3 days', 'It should be delivered by Friday'],
  },
  ko: {
    hits: ['내일 도착합니다', '3일 안에 받으실 수 있어요'],
    harmless: ['보통 3일 정도면 도착합니다', '내일 도착 예정입니다'],
  },
})
examples('R05', {
  zh: {
    hits: ['今天就发货', '拍下马上发货', '当天能发出', '今晚寄出', '立刻安排发货', '今天发哦'],
    harmless: [
      '今天不能发货',
      '会尽快安排发货',
      '马上给您发链接',
      '48小时内发货',
      '最后一天发货',
      '这就发您图片',
      '不保证今天能发',
      '下午3点前付款当天发货，3点后第二天发',
      '15:30之前拍的单子当天发出',
      '补货到了马上给您发出',
      '正常今天发出呢',
    ],
  },
  en: {
    hits: ['We ship today', 'Same-day dispatch for you'],
    harmless: ['We cannot ship today', 'We ship as soon as possible'],
  },
  ko: {
    hits: ['오늘 바로 출고됩니다', '당일 발송해 드려요'],
    harmless: ['오늘 출고는 어렵습니다', '최대한 빨리 발송하겠습니다'],
  },
})

describe('promises and what the store knows', () => {
  test('R04 names the longer time', () => {
    const facts = factsOf({ 'shipping.transit': '3-5天' })
    expect(levelOf('R04', '一般3天到', { facts })).toBe('warn')
    expect(levelOf('R04', '一般3-5天到', { facts })).toBeUndefined()
    expect(levelOf('R04', '一般3天到')).toBeUndefined()
    expect(guard.check('一般3天到', { ...draft, facts }).fixed).toBe('一般3-5天到')
  })
  test('R05 three outcomes', () => {
    const at = (text: string) => factsOf({ 'shipping.dispatch_date': text })
    expect(levelOf('R05', '今天就发货', { facts: at('今天（11月22日）') })).toBeUndefined()
    expect(levelOf('R05', '今天就发货', { facts: at('明天（11月23日）') })).toBe('block')
    expect(levelOf('R05', '今天就发货')).toBe('warn')
    expect(levelOf('R05', '今天就发货', { kind: 'rewrite' })).toBe('block')
  })
  test('R05: a cutoff is a rule of the store, or against it', () => {
    const facts = factsOf({ 'shipping.cutoff': '16:00' })
    expect(levelOf('R05', '四点前付，今天就发货')).toBe('warn')
    expect(levelOf('R05', '16点前付款的当天发货', { facts })).toBeUndefined()
    expect(levelOf('R05', '18点前付款的当天发货', { facts })).toBe('block')
  })
  test('R05: a softened word is no promise, unless the calendar knows better', () => {
    expect(levelOf('R05', '一般当天发出')).toBeUndefined()
    expect(levelOf('R05', '当天发出，一般三天到')).toBe('warn')
    expect(levelOf('R05', '应该今天发出', { facts: factsOf({ 'shipping.dispatch_date': '明天（11月23日）' }) })).toBe(
      'block',
    )
  })
  test('a printed arrival date is a fact', () => {
    const printed = [{ name: 'shipping.eta_date', text: '11月25日到27日' }]
    expect(guard.check('11月25日到27日送到', { ...draft, kind: 'fill', printed }).verdict).toBe('pass')
  })
  test('softening the absolute word settles the arrival too', () => {
    expect(guard.check('亲，保证明天到', draft).fixed).toBe('亲，一般明天到')
  })
})
