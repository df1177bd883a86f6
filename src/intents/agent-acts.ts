/**
 * What an agent can offer to do or ask for, as the topic whose replies go on with it. Agents have far fewer words for it than shoppers have for their
 * wishes, so that a table does. Order is the order in which acts of one line are listed.
 */
const ACTS: readonly (readonly [topic: string, words: RegExp])[] = [
  [
    'order_change.packing',
    /礼品袋|礼品?盒装|包装(?:好|一下)|价格单|小票|gift ?(?:wrap|bag|box)|price (?:slip|tag)|쇼핑백|선물 ?포장|포장해/,
  ],
  [
    'order_change.remark',
    /(?<!没有?|请|记得|时候?)备注(?![了过])|贺卡|卡片|刻(?:字|什么|啥)|包裹里(?:加|放|塞)|交代(?:一下)?仓库|leave a note|add a note|ask the warehouse|(?:put|add) a card|card put in|메모|요청 ?사항/,
  ],
  [
    'stock_availability.restock',
    /(?:到货|补货|有货|补到|到了|上架).{0,8}(?:通知|告诉|留言|喊|叫|提醒|联系)|(?:通知|提醒|告诉)您.{0,6}到货|(?:let you know|tell you|message you|notify you|drop you a line|e-?mail you).{0,12}(?:when|then|once|back)|입고.{0,8}(?:알림|연락|알려|말씀)/,
  ],
  [
    'shipping_time.soon',
    /(?:最晚|最迟|哪天|几号|什么时候|啥时候)(?:之?前)?(?:就?要|用|需要|得|出发|走)|when (?:do|would|will) you need|by when|needed by|언제까지|며칠까지/,
  ],
  [
    'order_change.verify',
    /(?:核对|确认).{0,8}(?:地址|收货|信息|电话)|(?:地址|收货|收件|信息|手机|电话|尾号).{0,40}(?:对吗|对吧|对不对|对不|没错|正确吗|是吗|是吧)|is (?:your|the) address|(?:address|phone).{0,40}correct|(?:주소|연락처).{0,30}맞(?:으|나|을)/,
  ],
  [
    'order_change.change_address',
    /(?:新|正确)的?(?:收货)?(?:地址|手机号?|电话)|改到哪|改寄到?哪|new address|correct (?:address|phone|street)|새 ?(?:주소|배송지)|어디로 (?:바꿔|변경)/,
  ],
  ['order_change.cancel', /取消|撤(?:单|销|掉)|cancel|취소/],
  [
    'order_change.change_item',
    /(?:换成?|改成?|变成)(?:什么|哪个|啥|多大)|改(?:[0-9]?x{0,3}[sml](?![a-z])|[大小]码)|swap it.{0,20}colou?r|which (?:size|colou?r).{0,20}(?:instead|swap|change|like)|(?:색상|사이즈|몇)(?:으?로)? ?(?:변경|바꿔)|还没(?:发|出库|打单|打包).{0,10}(?:可以|能)|(?:hasn'?t|not) (?:gone out|shipped|been sent)|출고 ?전/,
  ],
  [
    'stock_availability.check',
    /(?:现有|目前有|还有|只剩|还剩).{1,16}(?:哪|要不要|可以不|行吗)|comes? in .{2,30}which|(?:still have|left).{1,20}(?:would|which|that)|남아 ?있/,
  ],
  [
    'quality_issue.fault',
    /(?:哪里|哪儿|怎么|什么).{0,4}(?:坏|毛病|故障)|(?:not|won'?t|doesn'?t) (?:it )?(?:switch|turn|work)|어디가.{0,8}(?:불량|고장|이상)/,
  ],
  [
    'quality_issue.open',
    /(?:抱歉|对不起|不好意思|心疼).{0,24}(?:照片?|图|拍)|(?:sorry|oh no|apolog).{0,50}(?:photo|picture)|(?:죄송|불편).{0,24}사진/,
  ],
  ['order_change.extend', /延长|往后延|帮您延|extend|연장/],
  ['order_change.merge', /一起(?:发|寄)|合(?:并|一起|单)|同一个?(?:收|地址)|same (?:address|parcel)|합배송|같이 보내/],
  [
    'return_exchange.reissue_repair',
    /补(?:发|寄|一|个)|重新?(?:发|寄)|resend|send (?:you )?(?:out )?(?:a |the )?(?:new|another|missing|replacement)|missing .{0,12}sent|replace(?:ment)?|다시 보내|재발송/,
  ],
  [
    'return_exchange.exchange',
    /换(?:货|一|大|小|个|新|掉|别的|还是)|是换|exchange|swap|(?:next|bigger|smaller|another|different) size|교환/,
  ],
  [
    'return_exchange.howto',
    /(?:上门|快递)取|自己(?:去)?寄|寄回|collected|collection|drop it|pick(?:ed)? (?:it )?up|수거|직접 (?:보내|발송)/,
  ],
  ['return_exchange.return', /退货|直接退|还是退|return (?:it|them)|send (?:it|them) back|반품/],
  ['refund.request', /退款|退(?:这|那|您|全)?.{0,4}(?:钱|款)|refund|money back|환불/],
  ['refund.compensate', /补偿|赔|退您?.{0,3}元|(?:credit|compensat|partial refund)|보상/],
  ['return_exchange.refuse', /拒签|拒收|refuse (?:it|the parcel)|수취 ?거부/],
  [
    'logistics_tracking.late',
    /(?:催|问|联系|找|跟)(?:一?下)?(?:快递|物流|网点)|帮您催|chase|(?:contact|ask) the (?:courier|carrier)|택배사에/,
  ],
  ['price_haggle.adjust', /改(?:个|好|一下)?价|adjust the (?:price|total)|금액 (?:수정|변경)/],
  [
    'payment.order_howto',
    /(?:给|帮)您拍|直接拍|拍下|下单|立即购买|来几|(?:place|complete) (?:the|an|your) order|주문(?:하시|해 드릴)/,
  ],
  ['payment.bank_info', /(?:账户|账号|户名).{0,8}(?:发|给)|bank details|계좌/],
  ['payment.howto', /(?:代付|别的方式|换个方式)|(?:another|other|different) way to pay|다른 (?:결제|방법)/],
  // measures of the body that are no slots
  ['size_fit.recommend', /头围|肩宽|手围|腿围|脚背|脚[宽面]|鞋楦|head size|foot width|wide feet|발볼|발등|둘레/],
  ['size_fit.chart', /尺[码寸]表|详细尺寸|size chart|사이즈표/],
  ['invoice.request', /抬头|税号|开票|发票|tax (?:id|number)|invoice|영수증|소득공제/],
  ['discount_promo.coupon', /券|coupon|voucher|promo code|쿠폰/],
  ['other.wholesale', /(?:每次|一次|大概|长期).{0,6}(?:拿|要|进)多少|多少箱|how many (?:cases|cartons)|몇 ?박스/],
  ['other.store_visit', /门店|线下|实体店|our (?:shop|store)s? in|매장/],
  [
    'other.human',
    /(?:请|找|转给?|交给).{0,8}(?:售后|主管|经理|专员|店长).{0,10}(?:来|接|处理|跟)|(?:bring in|hand (?:you|it)|pass (?:you|it)).{0,24}(?:after-?sales|lead|manager)|담당(?:자|에게).{0,8}(?:연결|전달)/,
  ],
  ['other.callback', /(?:回|打)个?电话|打给您|回电|(?:call|ring) you|전화 ?드/],
  [
    'acknowledgement.wait',
    /稍等|等(?:一下|两?分钟|几分钟|我)|hold on|one moment|give me a (?:minute|moment)|잠시만|잠깐만/,
  ],
  ['review_rating.will_review', /好评|评价|晒图|leave (?:us )?a review|리뷰|후기/],
]

/** The topics of what an agent's line offers or asks for. */
export function actsIn(agentText: string): string[] {
  const text = agentText.toLowerCase()
  return ACTS.flatMap(([topic, words]) => (words.test(text) ? [topic] : []))
}

const OFFER =
  /需要|要不要|要不|要给|要帮|帮您|给您|为您|教您|发您|可以[吗不么]|好[吗不么]|[行成][吗不么]|怎么样|试试|看看|看一?下|would you like|shall (?:i|we)|want me|do you want|how about|would .{1,40}(?:\bok|okay|fine|all ?right|do|work|make up)\b|is that (?:ok|fine)|드릴까요|드려도|어떠(?:세요|실)|괜찮으|해볼까요/

/** True for an agent's question that a yes or a no decides: 要帮您备注吗. A question for a figure or for what happened is none. */
export function isOffer(agentText: string): boolean {
  return OFFER.test(agentText.toLowerCase())
}

const INVITES =
  /提交(?:一下|下)?订单|(?:先|再|直接|可以|您|亲)[^，。]{0,3}(?:拍下|拍好|下单)|拍下(?:来|先|后|再|别|不要|看)|place the order first/
const BEFORE_PAYING =
  /改(?:一下|下|个|好)?(?:价|邮费|运费|金额)|(?:别|不要|先不|勿|不用)(?:先|急着?)?付款?|before you pay|don'?t pay/

/** What comes when the shopper has placed the order the line invited to: the price is put right, else the order is gone through; empty for no such line. */
export function invitedStep(agentText: string): string[] {
  const text = agentText.toLowerCase()
  if (BEFORE_PAYING.test(text)) return ['price_haggle.adjust', 'order_change.verify']
  return INVITES.test(text) ? ['order_change.verify', 'payment.paid'] : []
}

const FAREWELL =
  /期待.{0,8}(?:光临|再来|惠顾)|欢迎.{0,4}(?:再来|下次|光临)|慢走|再见|拜拜|祝您.{0,8}(?:愉快|开心|顺利|心情)|have a (?:nice|great|lovely|good)|take care|see you|또 (?:오|찾|뵐)|좋은 하루/

/** True for a line that takes leave. */
export function isFarewell(agentText: string): boolean {
  return FAREWELL.test(agentText.toLowerCase())
}

const NOTES =
  /(?:帮|给|为)[您你亲](?:写|加|做|标)?(?:个|下|上|好)?备注|我(?:这边|这就|来)?备注|(?:备注|留言)(?:一?下|给|就)|(?:add|leave|make) a note|note (?:it|that) (?:down|on)|메모(?:해|남겨)/

/** True for a line that promises or invites a note on the order: the wish that comes next is one. */
export function takesNote(agentText: string): boolean {
  return NOTES.test(agentText.toLowerCase())
}

const PROMISE =
  /催|加急|加快|尽快|尽量|优先(?:安排|发|处理)|(?:帮您|给您|为您|会|马上).{0,6}(?:跟进|反馈|核实|盯|安排发)|chase|hurry|as soon as|서둘러|최대한 빨리/

/** True for a line that promises to hurry or to look after something. */
export function isPromise(agentText: string): boolean {
  return PROMISE.test(agentText.toLowerCase())
}

const CLOSING =
  /还有(?:什么|其他|其它|别的|啥)|有(?:什么|啥)(?:疑问|问题|需要|事|(?:可以|能)(?:帮|为))|(?:what|how) can i (?:help|do)|what seems to be|anything else|더 (?:필요|궁금|도와|문의)|언제든|다시 (?:들러|찾아)/

/** True for a question that opens no matter: whether there is anything else. */
export function isClosing(agentText: string): boolean {
  return CLOSING.test(agentText.toLowerCase())
}

/** A question of an agent sounds like these without being about them: which of two, send me the link or a photo, an apology. */
const SOUNDS =
  /^(?:recommendation\.(?:either_or|choice)|product_info\.(?:link|photo_match|difference)|complaint_dispute\.)/

/** True for a topic that only a shopper brings up. */
export function isShoppersOwn(topic: string): boolean {
  return SOUNDS.test(topic)
}
