import { examples } from '../shipped-guard.ts'

examples(
  'R74',
  {
    zh: {
      hits: ['拍好了就行了，会发的，等着收货吧', '请在3天内付款，48小时内发货，路上3天到，有问题联系我'],
      harmless: [
        '请在3天内付款，48小时内发货，路上3天左右到，请本人签收、当面验货，超时没到联系我们',
        '好的亲',
        '谢谢您，已经收到订单',
        '请问地址对吗',
      ],
    },
  },
  { waiting: '我下单了，接下来要做什么' },
)
examples(
  'R75',
  {
    zh: {
      hits: ['好的，给您安排', '收到，那就算付过了'],
      harmless: ['好的，麻烦说下转账时间和金额', '请发下凭证截图', '我去核对一下，稍后回您', '请问是哪个银行转的'],
    },
    en: { hits: ['OK, we will pack it'], harmless: ['Thanks, which bank and what amount was it?'] },
    ko: { hits: ['네, 준비할게요'], harmless: ['입금 시간과 금액을 알려 주세요'] },
  },
  { asked: ['payment.bank_notice'] },
)
examples(
  'R76',
  {
    zh: {
      hits: ['收到付款，祝您开心'],
      harmless: ['收到，和您核对下地址', '请确认收货信息', '颜色尺码都对吗', '稍等帮您看单'],
    },
  },
  { waiting: '付好了' },
)
examples('R77', {
  zh: {
    hits: ['您有个订单没付款，记得付一下哦', '亲，还没付款呢', '请尽快付款'],
    harmless: [
      '昨天您看中的外套还没付款，库存不多可以先付',
      '您已付款成功',
      '没付款的话会自动取消',
      '活动今晚截止，订单还没付款哦',
    ],
  },
  en: {
    hits: ['Please pay soon', 'Your order is unpaid'],
    harmless: ['The scarf from yesterday: your order is unpaid', 'Payment received'],
  },
  ko: { hits: ['아직 결제가 안 되었어요'], harmless: ['어제 보신 셔츠가 아직 결제 전이에요'] },
})
