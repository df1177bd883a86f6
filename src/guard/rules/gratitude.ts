import { isProblem, means, says } from '../moments.ts'
import { asks, has, replyRule } from '../reply-rule.ts'

/** R40: thanks for a quick payment, a suggestion, a kind word. */
export const thanks = replyRule({
  id: 'R40',
  level: 'hint',
  says: {
    zh: '顾客付款、建议、夸奖时记得说谢谢',
    en: 'thank for the payment, the suggestion or the praise',
    ko: '결제·제안·칭찬에는 감사 인사를 해 주세요',
  },
  moment: (context) =>
    !isProblem(context) &&
    (means(context, 'payment.paid', 'chitchat_offtopic.suggestion', 'review_rating.praise') || says(context, GAVE)),
  fault: (text) => (has(text, 'thanks', 'hold', 'wish') || asks(text) ? undefined : 'slight'),
})
const GAVE = /(?:已|刚)付(?:款|好|了)|付好了|付款了|拍好付|建议(?:你们|贵店|店里)|i(?:'ve| have) paid|결제했|입금했/

/** R41: a wish in the farewell after an order. */
export const wish = replyRule({
  id: 'R41',
  level: 'hint',
  says: {
    zh: '成交告别时送句祝福',
    en: 'a wish in the farewell after an order',
    ko: '구매 후 인사에는 축복의 말을 더해 주세요',
  },
  moment: (context) =>
    means(context, 'thanks_bye.bye_order') ||
    says(context, /(?:付|拍|买)(?:都)?好了[^?？]{0,10}(?:没问题|没事|谢|拜|先这样)/),
  fault: (text) => (has(text, 'wish') || asks(text) ? undefined : 'slight'),
})
