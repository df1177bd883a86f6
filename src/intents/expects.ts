import type { SlotName } from './slots.ts'

/** Words by which an agent asks for a slot, per slot. Order is the order in which `expects` is listed. */
const ASKED: readonly (readonly [SlotName, RegExp])[] = [
  ['height', /身高|多高|height|how tall|키/],
  [
    'weight',
    /体重|多重|斤数|(?<!(?:要|买|拍|来|称|拿).{0,6})(?:几|多少)(?:斤|公斤|kg)|weight|how heavy|weigh\b|몸무게|체중/,
  ],
  ['age', /几岁|多大(?:了|啦|的宝)|年龄|月龄|几个月|多少个?月|how old|\bage\b|몇 ?살|개월|나이/],
  ['foot_length', /脚长|foot length|발 ?길이/],
  ['waist', /腰围|\bwaist|허리/],
  ['chest', /胸围|\bchest|\bbust|가슴/],
  ['hip', /臀围|\bhips?\b|엉덩이/],
  ['size', /(?:什么|哪个|多大|啥)码|几码|尺码|要几号|平时穿多大|what size|which size|사이즈/],
  ['colour', /(?:什么|哪个|哪种|哪|啥)颜?色|颜色|what colou?r|which colou?r|색상|무슨 색/],
  ['flavour', /(?:什么|哪个|哪种|啥)(?:口味|味)|口味|flavou?r|어떤 맛|무슨 맛/],
  ['mass', /(?:要|买|拍|来|称|拿).{0,6}(?:几|多少)(?:斤|公斤|kg)/],
  [
    'quantity',
    /(?:几|多少)(?:件|包|盒|份|袋|双|箱|个(?!月)|罐|瓶|条|支|套|桶|提|台|只|串)|数量|(?:要|拿|买)多少(?:呢|呀|啊|$)|how many|몇 ?(?:개(?!월)|벌|켤레|박스|병|팩|장)/,
  ],
  [
    'region',
    /(?:哪里|哪个|什么)(?:城市|地区|省)|[寄发送]到?(?:哪[里儿边]|什么地方)|(?:您|你|亲)(?:那边|那里)?[是在](?:哪[里儿边]|什么地方)|(?:哪里|哪儿|什么地方)的(?:[呢呀啊哦?？~]|$)|地区|哪个省|收货地|城市|which (?:city|country|state|region)|where (?:are|should|do|will|is) .{0,20}(?:ship|deliver|send|sent|based|going)|어느 지역|지역이|어디로/,
  ],
  ['address', /地址|address|주소/],
  ['phone', /电话|手机|联系方式|尾号|phone|연락처|휴대폰|전화번호/],
  ['email', /邮箱|e-?mail|이메일|메일/],
  ['recipient', /姓名|名字|收件人|收货人|怎么称呼|full name|recipient|성함|받으시는 분/],
  ['order_no', /订单(?:号|编号)|哪个订单|(?:发|给).{0,4}订单|order (?:number|id|no)|주문 ?번호/],
  ['tracking_no', /(?:快递|物流|运|寄回的?)单号|tracking (?:number|id)|송장/],
  [
    'product_ref',
    /链接|哪(?:一)?款|哪(?:一)?件|哪个(?:宝贝|商品|产品)|什么(?:宝贝|商品)|(?:商品|宝贝|页面?)截图|which (?:item|product|one|style)|link|어떤 (?:상품|제품)|링크/,
  ],
  ['budget', /预算|(?<!心[里理])价位|多少钱(?:左右|以内|的预算)|budget|price range|like to spend|예산|금액대|가격대/],
  [
    'price',
    /心[里理](?:的|有)?价|想要?多少钱|多少钱(?:能|可以|合适)|(?:拍|买)了?多少(?:钱|啦|了)|多少钱(?:了|啦|的)|your (?:total|basket|cart)|얼마(?:나)? (?:담|정도)/,
  ],
  [
    'receiver',
    /送(?:给)?谁|给谁(?:穿|用|买)|自己(?:穿|用|吃|喝).{0,6}(?:帮|给|送|家人)|送(?:长辈|客户|朋友)|who is it for|for whom|누구/,
  ],
  ['courier', /(?:什么|哪个|哪家)快递|[要发走选定]哪家|which courier|어느 택배/],
  ['date', /哪(?:一)?天|[哪几]号|什么时候(?:要|用|方便|买|寄|下)|when (?:do|did|would|will) you|언제|며칠/],
  ['duration', /(?:几|多少)天/],
]
const ASKING =
  /[?？]|多[少高大重]|什么|啥|哪|几|吗|呢|(?:对|好|行|可以)不|发(?:一下|我|下|给)|说(?:一下|下)|告诉|报(?:一下|下)|提供|给我|麻烦|方便|could you|can you|please|what|which|how|where|when|알려|주세요|주시|어떻|[까요]\s*$/

/** The slots an agent's message asks the shopper for; empty when it asks nothing. */
export function expectsOf(agentText: string): SlotName[] {
  const text = agentText.toLowerCase()
  if (!ASKING.test(text)) return []
  return ASKED.flatMap(([slot, pattern]) => (pattern.test(text) ? [slot] : []))
}

/** What a figure that an agent asks for is needed for. */
export const NEEDED_FOR: Readonly<Partial<Record<SlotName, string>>> = {
  height: 'size_fit.recommend',
  weight: 'size_fit.recommend',
  foot_length: 'size_fit.recommend',
  waist: 'size_fit.recommend',
  chest: 'size_fit.recommend',
  hip: 'size_fit.recommend',
  age: 'size_fit.child',
  budget: 'recommendation.gift',
  receiver: 'recommendation.gift',
  courier: 'courier_choice.use',
}

/** True for a line that waits for a reply. */
export function isQuestion(text: string): boolean {
  return QUESTION.test(text.toLowerCase().replace(LOOKS_UP, ''))
}
/** What the agent is going to find out asks the shopper nothing: 我核下网点能不能派. */
const LOOKS_UP =
  /(?<![您你])(?:核|查|看|问|确认|对)一?(?:下|好|到|清)[^，,。！!~～?？]*?(?:([\u4e00-\u9fff])[不没]\1|有没有)[^，,。！!~～?？]*/g
const QUESTION =
  /[?？]|[吗嘛](?:[，。~～！!\s亲哈呀]|$)|不[~～呀啊亲]*$|多少|哪|几[件个斤岁号双点天码箱罐盒包袋份]|多高|多重|多大|什么|[好行对能要可有是]不(?:[好行对能要可有是]|[~～呀啊呢亲，,]|$)|没有?(?:[，,]|呀|啊|呢|$)|有没有|([\u4e00-\u9fff])[不没]\1|还是(?![不算先就再]).{1,8}(?:呢|呀|啊|$)|您说(?:了算|下|一下|个)|发(?:一下|下|我|过来|来)|贴(?:一下|下)|报(?:一下|下)|说(?:一下|下)|\b(?:what|which|how|where|when|would you|could you|can you|do you|is it|are you|shall i)\b|까요|나요|실까|주세요|주시겠|가요|세요\s*$/

/** True for an agent's line that only buys time, so that the shopper's question stays open. */
export function isHolding(agentText: string): boolean {
  return HOLDING.test(agentText.toLowerCase()) && agentText.length <= 60
}
const HOLDING =
  /稍等|等一下|等下哦|等会|我(?:帮您)?(?:查|看|问|核实)(?:一)?下|正在(?:查|看|核实|为您)|帮您(?:查|看|问|核实)(?:一)?下|one moment|hold on|just a (?:moment|sec|minute)|let me (?:check|look|ask)|bear with me|잠시만|확인해 ?(?:보고|볼게|드릴)/

/** True for an agent's line that only greets. */
export function isGreeting(agentText: string): boolean {
  return agentText.length <= 30 && GREETING.test(agentText.toLowerCase()) && !/[，,].{8,}/.test(agentText)
}
const GREETING = /^(?:亲[，, ]?)?(?:您好|你好|在的|欢迎|hi\b|hello|hey|good (?:morning|afternoon|evening)|안녕하세요)/

/** True for an agent's line that tells something: no greeting, no question, nothing that only buys time. */
export function isTelling(agentText: string): boolean {
  return !isGreeting(agentText) && !isHolding(agentText) && !isQuestion(agentText)
}

/** True for a line that asks for a picture. */
export function asksForPicture(agentText: string): boolean {
  return PICTURE.test(agentText.toLowerCase())
}
const PICTURE =
  /拍(?:给|个|一?张|照|近景)|拍下(?!单|就|来|后|再|我|吧|了|[，。]|$)|(?:发|传|有).{0,6}(?:照片?|图)|照片.{0,6}(?:发|给)|截图?(?:给|发|个|一)|照片?(?:看看|发来|来)|(?:photo|picture|screenshot|pic)s?\b.{0,30}(?:\?|please)|(?:send|show|share).{0,20}(?:photo|picture|screenshot|pic)|사진.{0,14}(?:주|부탁|보내|알려)|(?:상태|화면).{0,6}보여/
