import { describe, expect, test } from 'vitest'
import { examples, levelOf } from '../shipped-guard.ts'

examples('R49', {
  zh: {
    hits: ['等一下', '您稍等几分钟哈', '亲，稍等', '等着', '等会儿'],
    harmless: ['稍等，我查下库存', '请稍等，正在核实', '让您久等了', '等下单后安排', '帮您问仓库，等一下', '等您消息'],
  },
  en: { hits: ['Hold on', 'Please wait.'], harmless: ['Hold on, let me check the stock', 'Thank you for waiting'] },
  ko: { hits: ['잠시만요', '기다리세요'], harmless: ['잠시만요, 재고 확인해 볼게요', '기다려 주셔서 감사합니다'] },
})
describe('R49', () => {
  test('a courteous moment is a hint, minutes and commands are more', () => {
    expect(levelOf('R49', '亲，稍等哦')).toBe('hint')
    expect(levelOf('R49', '您稍等几分钟')).toBe('warn')
    expect(levelOf('R49', '等着')).toBe('warn')
  })
})
examples('R87', {
  zh: {
    hits: ['这事找售后去', '转人工二组，您等着', '给您转过去了', '帮您转售后专员处理'],
    harmless: [
      '质量问题由售后负责，方便为您转接吗',
      '我去找快递核实',
      '转账失败的话换一种',
      '转发给朋友看看',
      '给您转售后更快，可以吗',
      '我转给同事核一下',
    ],
  },
  en: {
    hits: ["I'll transfer you to after-sales"],
    harmless: ['After-sales can help, shall I transfer you to them?', 'Bank transfer works'],
  },
  ko: {
    hits: ['담당자에게 연결합니다'],
    harmless: ['전문 담당자에게 연결해 드려도 괜찮으실까요?', '계좌 이체도 돼요'],
  },
})
test('R87: who asks for somebody has agreed', () => {
  expect(levelOf('R87', '给您转人工', { waiting: '转人工' })).toBeUndefined()
})
examples(
  'R52',
  { zh: { hits: ['付了就等着吧', '嗯会发的'], harmless: ['收到，谢谢您', '亲，尽快安排发货', '祝您愉快'] } },
  { waiting: '付好了' },
)
examples(
  'R82',
  {
    zh: {
      hits: ['您好呀，今天想看点什么', '在的，有什么可以帮您'],
      harmless: ['在的，换货那边还在走流程，晚点给您消息', '在的亲，您的换货今天审核好了'],
    },
  },
  {
    first: false,
    waiting: '在吗',
    earlier: [{ text: '换货进度我会第一时间告诉您', changedSince: new Set<string>() }],
  },
)
