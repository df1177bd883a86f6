import { examples } from '../shipped-guard.ts'

examples(
  'R40',
  {
    zh: {
      hits: ['收到，会安排的', '好的知道了'],
      harmless: ['谢谢您，马上安排', '感谢支持', '收到，辛苦您了', '请问地址对吗'],
    },
    en: { hits: ['Noted'], harmless: ['Thank you, we will pack it soon'] },
    ko: { hits: ['네 확인했습니다'], harmless: ['감사합니다, 곧 준비할게요'] },
  },
  { waiting: '付好了' },
)
examples(
  'R41',
  {
    zh: {
      hits: ['订单没问题了', '好的那先这样'],
      harmless: ['好的，祝您生活愉快', '欢迎下次再来', '再见，周末好', '还有什么需要吗'],
    },
    en: { hits: ['All done'], harmless: ['All done, enjoy it!'] },
    ko: { hits: ['다 됐어요'], harmless: ['좋은 하루 보내세요'] },
  },
  { asked: ['thanks_bye.bye_order'] },
)
