import type { Rule } from '../context.ts'
import { means, says } from '../moments.ts'
import { asks, has, holds, replyRule, wordsOf } from '../reply-rule.ts'
import { knownValue } from '../support.ts'

/** The parts of the notice after an order (playbook C62). */
const NOTICE = [
  /付款|支付|拍下|pay/,
  /发货|发出|寄出|dispatch|ship/,
  /本人签收|亲自|自己签|门卫|前台|sign/,
  /到|路上|天左右|送达|transit|arrive/,
  /联系|找我|告诉我们|contact/,
  /验|检查|开箱|当面|check/,
]
const NEARLY = 4

/** R74: the notice after ordering is whole. */
export const orderNotice = replyRule({
  id: 'R74',
  level: 'warn',
  says: {
    zh: '拍下提示要写全：付款时限、发货、签收、路上时间、异常联系、验货',
    en: 'the notice after ordering: pay by, dispatch, sign yourself, days on the way, contact, check',
    ko: '주문 안내에 결제 기한, 출고, 본인 수령, 배송 기간, 연락, 검수를 모두 담아 주세요',
  },
  moment: (context) =>
    says(context, /(?:下单|拍下|拍好|下好单)(?:了|啦)|接下来(?:要)?(?:做|怎么)|placed (?:the|my|an) order|주문했/),
  fault: (text) => {
    const parts = NOTICE.filter((part) => part.test(text.text)).length
    if (asks(text) || holds(text) || has(text, 'thanks') || parts === NOTICE.length) return undefined
    return DISMISSES.test(text.text) ? 'plain' : parts >= NEARLY ? 'slight' : undefined
  },
})
const DISMISSES = /(?:就行了?|就可以了?|会发的)[^。!?]{0,8}(?:等着|等收货|会发)|等着(?:收货|就)/

const PROOF =
  /时间|几点|金额|多少钱|银行|账户|姓名|单号|截图|凭证|编号|哪个(?:订单|宝贝)|哪单|核|对账|财务|결제 완료|끝자리|time|amount|bank|screenshot|금액|시간|은행/

/** R75: a transfer that is reported is checked by time, amount, item and bank. */
export const transferProof = replyRule({
  id: 'R75',
  level: 'warn',
  says: {
    zh: '顾客说已转账，要问清时间、金额、商品和银行再核对',
    en: 'a transfer: ask for time, amount, item and bank',
    ko: '입금 알림에는 시간, 금액, 상품, 은행을 확인해 주세요',
  },
  moment: (context) =>
    means(context, 'payment.bank_notice') ||
    says(
      context,
      /(?:给你们?|给您)?(?:(?:转|汇)(?:过去|了|款了|账了|给你)|打(?:款|钱)(?:了|过去)|打过去了)(?!吗)|汇款了|transferred|입금했/,
    ),
  fault: (text) =>
    PROOF.test(text.text) || asks(text) || holds(text) ? undefined : ACCEPTS.test(text.text) ? 'plain' : 'slight',
})
const ACCEPTS = /好的|收到|算付|安排|没问题|ok|확인했|네/

/** R76: a payment is followed by the check of address and goods. */
export const verifyOrder = replyRule({
  id: 'R76',
  level: 'warn',
  says: {
    zh: '付款后请和顾客核对地址、颜色尺码',
    en: 'after the payment: check address and goods with the shopper',
    ko: '결제 후 주소와 옵션을 확인해 주세요',
  },
  moment: (context) =>
    says(context, /^(?:已?付(?:好|完|款)?(?:了|啦)|付好了|已付款|paid|결제했어요)[。!,~啦哦]*$/) &&
    knownValue(context, 'order.state') !== 'dispatched',
  fault: (text) =>
    /核对|确认|地址|信息|收货|尺码|颜色|备注|check|address|주소|확인/.test(text.text) || asks(text) || holds(text)
      ? undefined
      : has(text, 'wish')
        ? 'plain'
        : undefined,
})

/** A longer reminder has something to say. */
const REMINDER = 30
const NAMES_MATTER = /^(?:product|promo|order\.items|discount)/
const SPECIFIC =
  /昨天|刚才|聊|您看中|喜欢|活动|优惠|券|折|库存|赠|送|截止|保留|[「《"“]|款(?!项|哦|呢|呀|的?订单|一下|$|,|。)|yesterday|어제/

/** R77: a reminder names the goods, the talk or the offer. */
export const specificReminder: Rule = {
  id: 'R77',
  level: 'hint',
  says: {
    zh: '催付要具体：提商品、聊过的内容或活动',
    en: 'a reminder names the goods, the talk or the offer',
    ko: '결제 안내에는 상품, 대화 내용이나 행사를 언급해 주세요',
  },
  find: (text, { printed }) => {
    const [first] = text.hits('pay_reminder')
    if (!first || SPECIFIC.test(text.text) || wordsOf(text).length > REMINDER) return []
    return printed?.some(({ name }) => NAMES_MATTER.test(name)) ? [] : [first]
  },
}
